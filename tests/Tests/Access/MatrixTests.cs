using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Tests.House;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>
/// Every address of the running program, asked for by everybody: nobody, a person of each role, and a program with a key. Who may is
/// written down in endpoints.txt beside this file, not read from the program; a new address without a line there fails.
/// </summary>
[Collection(nameof(AccessApp))]
public sealed class MatrixTests(AccessApp app)
{
    /// <summary>What each role may do, once more and by hand, so that a slip in the program's own table shows.</summary>
    private static readonly Dictionary<string, string[]> Expected = new()
    {
        [nameof(Role.Administrator)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "AssignCustomers", "ManagePeople", "ReadOrganizations", "ReadAudit", "ImportModels", "ImportData", "ManageDemand", "ManageAreas", "EditModels", "ReviewModels", "KeepWorksheets"],
        [nameof(Role.BoardStaff)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "ReadOrganizations", "ReadAudit", "ImportModels", "ImportData", "ManageDemand", "ManageAreas", "EditModels", "ReviewModels", "KeepWorksheets"],
        [nameof(Role.CareerAdviser)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "ReadOrganizations", "ServeCustomers", "KeepWorksheets"],
        [nameof(Role.ModelSteward)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "ReadOrganizations", "ImportModels", "EditModels", "ReviewModels", "KeepWorksheets"],
        [nameof(Role.Employer)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "ReadOrganizations", "KeepWorksheets"],
        [nameof(Role.TrainingProvider)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews", "ReadOrganizations", "KeepWorksheets"],
        [nameof(Role.JobSeeker)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews"],
        [nameof(Role.Reader)] = ["UseAccount", "KeepOwnProfile", "AnswerReviews"],
        ["nobody"] = [],
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Endpoints_OfTheRunningProgram_StandInTheTable()
    {
        var (table, served) = (Table(), Served());

        Assert.True(served.Count > 60, $"Only {served.Count} endpoints were found.");
        var missing = served.Where(e => !table.ContainsKey(e.Name)).Select(e => $"{e.Name} {e.Says}").ToList();
        Assert.True(missing.Count == 0, "endpoints.txt lacks these; check what each says before you add it:\n" + string.Join('\n', missing));
        var gone = table.Keys.Except(served.Select(e => e.Name)).ToList();
        Assert.True(gone.Count == 0, "These are not served any more:\n" + string.Join('\n', gone));
    }

    [Fact]
    public async Task Endpoints_AskedForByEverybody_LetInWhomTheTableSays()
    {
        var table = Table();
        await app.AddAsync(Role.Administrator);
        var callers = new List<(string Name, string Cookie)> { ("nobody", "") };
        foreach (var role in Enum.GetValues<Role>())
        {
            var (browser, _, _) = await app.SignedInAsync(role);
            callers.Add((role.ToString(), browser.Cookies.GetCookieHeader(app.Address)));
        }
        Assert.Equal(Expected.Keys.Order(StringComparer.Ordinal), callers.Select(c => c.Name).Order(StringComparer.Ordinal));
        await using var db = app.OpenDb();
        var before = await db.AuditEntries.CountAsync(Stop);

        var faults = new List<string>();
        foreach (var (name, says) in table)
        {
            foreach (var caller in callers)
            {
                var isLetIn = says == "public" || Expected[caller.Name].Contains(says);
                var status = await AskAsync(name, caller.Cookie);
                if ((status is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)) != isLetIn)
                    faults.Add($"{name} answers {(int)status} to {caller.Name}");
                if (status >= HttpStatusCode.InternalServerError)
                    faults.Add($"{name} fails with {(int)status} for {caller.Name}");
            }
        }

        Assert.Empty(faults);
        // No form had its token, so nobody changed anything.
        Assert.Equal(before, await db.AuditEntries.CountAsync(Stop));
    }

    private async Task<HttpStatusCode> AskAsync(string name, string cookie)
    {
        var (method, pattern) = (name.Split(' ')[0], name.Split(' ')[1]);
        var path = Filled(pattern);
        using var request = new HttpRequestMessage(new(method), path);
        if (cookie.Length > 0)
            request.Headers.Add("Cookie", cookie);
        if (method == "POST")
            request.Content = new FormUrlEncodedContent([]);
        using var response = await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        return response.StatusCode;
    }

    /// <summary>The pattern with something in each of its holes that is not there.</summary>
    private static string Filled(string pattern)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*:guid\}", "5b0a1c4e-7d2f-4c3a-9e88-0d6f2b7a1c55", default, TimeSpan.FromSeconds(1));
        path = System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*:int\}", "987654321", default, TimeSpan.FromSeconds(1));
        return System.Text.RegularExpressions.Regex.Replace(path, @"\{[^}]*\}", "nothing", default, TimeSpan.FromSeconds(1));
    }

    private static Dictionary<string, string> Table() => Repository.Lines("tests/Tests/Access/endpoints.txt")
        .Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(p => $"{p[0]} {p[1]}", p => p[2], StringComparer.Ordinal);

    private List<(string Name, string Says)> Served() => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText is { } raw
            && raw != "{**path:file}" && !raw.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal))
        .SelectMany(e => Methods(e).Select(m => ($"{m} /{e.RoutePattern.RawText!.Trim('/')}", Says(e)))).Distinct().OrderBy(e => e.Item1, StringComparer.Ordinal)];

    /// <summary>A page is asked for, whatever else its endpoint would take; what takes HEAD beside GET answers it in the same way.</summary>
    private static IEnumerable<string> Methods(RouteEndpoint endpoint)
    {
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Contains("GET") ? ["GET"] : methods;
    }

    private static string Says(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "public"
        : endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).FirstOrDefault(p => p is not null) ?? "nothing";
}
