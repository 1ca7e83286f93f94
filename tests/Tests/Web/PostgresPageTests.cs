using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Tests.House;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Every page over PostgreSQL, which answers later than SQLite: what is drawn must wait, and two parts of a page may ask at once.</summary>
public sealed class PostgresPageTests
{
    private const string Slug = "hospitality";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_OfADatabaseThatAnswersLater_AreShownToEveryRole()
    {
        await using var test = await TestDb.PostgresAsync();
        await using var app = OwnApp.Start(test, ("demo", "on"));
        var paths = await PathsAsync(app);
        Assert.True(paths.Count > 150, $"Only {paths.Count} addresses.");

        var (faults, shown) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        // The adviser asks for everything, the others for what nobody was shown before them.
        foreach (var role in new[] { "Career adviser", "Board staff", "Model steward", "Employer", null })
        {
            var browser = new AccountBrowser(app.Address);
            if (role is not null)
                await browser.PressAsync(await browser.OpenAsync("/account/sign-in"), role);
            foreach (var path in paths.Where(p => !shown.Contains(p)))
            {
                using var answer = await browser.GetAsync(path);
                if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                    faults.Add($"{path} answers {(int)answer.StatusCode} to {role ?? "nobody"}");
                if (answer.StatusCode == HttpStatusCode.OK && answer.RequestMessage!.RequestUri!.PathAndQuery == path)
                    shown.Add(path);
            }
        }

        Assert.Empty(faults);
        // What nobody got to see was not looked at.
        Assert.True(shown.Count > 140, $"Only {shown.Count} of {paths.Count} were shown; not: {string.Join(' ', paths.Except(shown))}");
    }

    /// <summary>The addresses of all pages and files, with rows that are there in their holes. Streams without an end, and PDF, which a browser makes, are left out.</summary>
    private static async Task<List<string>> PathsAsync(OwnApp app)
    {
        var rows = await RowsAsync(app);
        var patterns = Repository.Lines("tests/Tests/Access/endpoints.txt").Select(l => l.Split(' ')).Where(p => p[0] == "GET").Select(p => p[1])
            .Where(p => p != "/mcp" && !p.EndsWith(".pdf", StringComparison.Ordinal));
        return [.. patterns.SelectMany(p => Filled(p, rows)).Where(p => !p.Contains('{', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Filled(string pattern, List<(string Beginning, string Value)> rows)
    {
        var path = Regex.Replace(pattern, @"\{slug\}", Slug, RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10)).Replace("{Number:int}", "1", StringComparison.OrdinalIgnoreCase);
        var hole = path.IndexOf('{', StringComparison.Ordinal);
        return hole < 0 ? [path] : rows.Where(r => r.Beginning == path[..hole]).Select(r => path[..hole] + r.Value + path[(path.IndexOf('}', hole) + 1)..]);
    }

    private static async Task<List<(string Beginning, string Value)>> RowsAsync(OwnApp app)
    {
        await using var db = app.OpenDb();
        var steward = DemoPeople.IdOf("steward");
        var change = TestModel.Change with { Who = Actor.WhoOf(steward), When = TimeProvider.System.GetUtcNow() };
        var model = (await ModelCatalog.FindAsync(db, Slug, stop: Stop))!;
        var draft = (await new DraftStart(db).NextAsync(Slug, change, Stop)).Draft;
        var round = await new ReviewEditor(db).OpenAsync(draft.Id, "Over PostgreSQL", null, change.When.AddDays(3), change, Stop);
        var statements = await db.Statements.Where(s => s.VersionKey == model.Version.Key && s.Kind == StatementKind.KeyBehavior).Select(s => s.Id).Take(2).ToListAsync(Stop);
        var profile = await new RequirementEditor(db).CreateAsync(new(model.Version.Key, steward), new() { Kind = RequirementKind.OwnChoice, Title = "Asked", Items = [new(statements[0], 3, 2)] }, change, Stop);
        List<(string, string)> rows =
        [
            ("/reviews/", round.Id.ToString()), ("/requirements/", profile.Id.ToString()), ("/caseload/", DemoCustomer.IdOf(DemoCustomer.OfTheTour).ToString()),
            ($"/models/{Slug}/statements/", statements[0].ToString()), ($"/models/{Slug}/v/", model.Version.Number), ("/occupations/", "29-1141.00"),
            ("/areas/", "us"), ("/demand/", "29-1141"), ("/training/", "registered-nursing-alder"), ("/training/providers/", "alder-college"),
        ];
        foreach (var kind in Enum.GetValues<WorksheetKind>())
        {
            var worksheet = await new WorksheetEditor(db).MakeAsync(new(kind, model, "Over PostgreSQL") { Columns = [new("A 1", new()), new("A 2", new())], OwnerId = steward }, change, Stop);
            await new CellEditor(db).SaveAsync(worksheet.Id, [.. WorksheetMeasures.Of(kind).Select(m => new CellEdit(new(1, m, statements[0]), 3, 0))], change, stop: Stop);
            rows.Add(("/worksheets/", worksheet.Id.ToString()));
        }
        return rows;
    }
}
