using System.Net;
using System.Text.RegularExpressions;
using Trellis.Core.Access;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>From an empty installation to people with rights, and what the log and the addresses tell of them.</summary>
public sealed partial class FirstAdministratorTests
{
    private const string Name = "Canary Quillfeather";
    private const string Email = "canary.quillfeather@example.org";
    private const string Password = "seven otters juggle brass";

    [Fact]
    public async Task FirstStart_ByThePrintedLink_LeadsToPeopleWithRightsAndTheStewardEnds()
    {
        await using var app = AccessApp.Start(("first-link", "print"));
        var anybody = app.Browser();
        await anybody.OpenAsync("/models/import");
        Assert.Equal(HttpStatusCode.OK, anybody.Status);
        var link = Link().Match(app.Printed).Value;
        Assert.StartsWith(app.Address.ToString(), link, StringComparison.Ordinal);

        var admin = app.Browser();
        var form = await admin.OpenAsync(new Uri(link).PathAndQuery);
        await admin.PressAsync(form, "Set the password", ("name", Name), ("email", Email), ("password", "canary quillfeather 1"), ("again", "canary quillfeather 1"));
        Assert.EndsWith("fault=password-personal", admin.At, StringComparison.Ordinal);
        await admin.PressAsync(form, "Set the password", ("name", Name), ("email", Email), ("password", Password), ("again", Password));
        Assert.Equal("/account/sign-in?done=entered", admin.At);
        await admin.PressAsync(form, "Set the password", ("name", Name), ("email", "x" + Email), ("password", Password), ("again", Password));
        Assert.Equal("/account/sign-in?fault=link", admin.At);
        await anybody.OpenAsync("/models/import");
        Assert.Equal(HttpStatusCode.Forbidden, anybody.Status);

        await admin.SignInAsync(Email, Password);
        var invited = await admin.PressAsync(await admin.OpenAsync("/people"), "Invite", ("name", "Canary Second"), ("email", "canary.second@example.org"), ("role", nameof(Role.ModelSteward)));
        var second = invited.QuerySelector(".access-secret")!.TextContent.Trim();
        var guest = app.Browser();
        await guest.PressAsync(await guest.OpenAsync(new Uri(second).PathAndQuery), "Set the password", ("password", Password), ("again", Password));
        await guest.SignInAsync("canary.second@example.org", Password);
        await guest.OpenAsync("/models/import");
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        await guest.OpenAsync("/people");
        Assert.Equal(HttpStatusCode.Forbidden, guest.Status);

        var audit = await admin.OpenAsync("/audit?area=person");
        Assert.Contains("person invite Canary Second", WhiteSpace().Replace(audit.Body!.TextContent, " "), StringComparison.Ordinal);
        var file = await (await admin.GetAsync("/audit.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("canary", file + admin.At + guest.At, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("canary", app.Logged, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("otters", app.Logged, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Now listening", app.Logged, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http\S+", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex WhiteSpace();
}
