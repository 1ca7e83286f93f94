using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Following;
using Trellis.Interop.Mail;
using Trellis.Tests.Support;
using Trellis.Web.Mail;
using Xunit;

namespace Trellis.Tests.Mail;

/// <summary>What a running program sends to people, and that its log tells nothing of them.</summary>
public sealed class LetterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Program_WithAMailServer_SendsLinksAndNewsAndLogsNobody()
    {
        await using var sink = new MailSink();
        await using var app = AccessApp.Start(("TRELLIS_SMTP", sink.Address));
        var sender = app.Services.GetRequiredService<OutboxSender>();
        var (admin, _, _) = await app.SignedInAsync(Role.Administrator);
        var email = $"new{Guid.NewGuid():N}@example.org";
        await admin.PressAsync(await admin.OpenAsync("/people"), "Invite", ("name", "Nora New"), ("email", email), ("role", nameof(Role.Reader)));
        await sender.SendAsync(Stop);
        var invitation = Assert.Single(sink.Messages);
        Assert.Contains(email, invitation, StringComparison.Ordinal);
        Assert.Contains("/account/link/", invitation, StringComparison.Ordinal);

        var (browser, id, address) = await app.SignedInAsync(Role.Reader);
        await using var db = app.OpenDb();
        await db.OneTimeLinks.ExecuteDeleteAsync(Stop);
        var stranger = app.Browser();
        foreach (var who in new[] { "nobody@example.org", address, address })
        {
            await stranger.PressAsync(await stranger.OpenAsync("/account/forgotten"), "Send the link", ("email", who));
            Assert.Equal("/account/forgotten?done=sent", stranger.At);
        }
        await sender.SendAsync(Stop);
        Assert.Equal(2, sink.Messages.Count);
        Assert.Contains(address, sink.Messages.Last(), StringComparison.Ordinal);

        await new FrameworkEditor(db).LoadAsync(TestModel.Of("Mail sorting", "Sorts mail"), TestModel.Change, Stop);
        await browser.PressAsync(await browser.OpenAsync("/models/mail-sorting"), "Tell me of changes to this model");
        await browser.PressAsync(await browser.OpenAsync("/account/following"), "Save", ("mail", "yes"));
        var past = TestModel.Change.When.AddYears(-1);
        await db.ModelFollows.Where(f => f.PersonId == id).ExecuteUpdateAsync(f => f.SetProperty(x => x.SeenAt, past).SetProperty(x => x.MailedAt, past), Stop);
        Assert.Equal([id], await new FollowNews(db).DueAsync(TestModel.Change.When, Stop));
        Assert.Equal(1, await app.Services.GetRequiredService<NewsMail>().WriteAsync("https://trellis.example.org", Stop));
        Assert.Equal(0, await app.Services.GetRequiredService<NewsMail>().WriteAsync("https://trellis.example.org", Stop));
        await sender.SendAsync(Stop);
        Assert.Contains("https://trellis.example.org/models/mail-sorting", sink.Messages.Last(), StringComparison.Ordinal);
        Assert.DoesNotContain(email, app.Logged, StringComparison.Ordinal);
        Assert.DoesNotContain(address, app.Logged, StringComparison.Ordinal);
    }
}
