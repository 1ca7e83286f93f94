using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Tests.House;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>Every address of a row that another person keeps, asked for by somebody with the same role and no organization in common.</summary>
[Collection(nameof(AccessApp))]
public sealed class ForeignRowTests(AccessApp app)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/caseload/{", Role.CareerAdviser, 18)]
    [InlineData("/worksheets/{", Role.ModelSteward, 18)]
    [InlineData("/requirements/{", Role.ModelSteward, 6)]
    public async Task Addresses_OfARowOfSomebodyElse_AreNotThere(string beginning, Role role, int least)
    {
        var (_, owner, _) = await app.SignedInAsync(role);
        var (other, _, _) = await app.SignedInAsync(role);
        var row = await RowAsync(beginning, owner);
        var asked = Repository.Lines("tests/Tests/Access/endpoints.txt").Select(l => l.Split(' ')).Where(p => p[0] is "GET" or "POST" && p[1].StartsWith(beginning, StringComparison.Ordinal)).ToList();
        Assert.True(asked.Count >= least, $"Only {asked.Count} addresses begin with {beginning}.");

        var open = new List<string>();
        foreach (var (method, pattern) in asked.Select(p => (p[0], p[1])))
        {
            var path = Regex.Replace(Regex.Replace(pattern, @"\{id:guid\}", row.ToString(), RegexOptions.IgnoreCase, Patience), @"\{[^}]*:guid\}", Guid.NewGuid().ToString(), RegexOptions.None, Patience);
            await other.AskAsync(method, Regex.Replace(path, @"\{[^}]*:int\}", "1", RegexOptions.None, Patience));
            if (other.Status != HttpStatusCode.NotFound)
                open.Add($"{method} {pattern}: {other.Status}");
        }

        Assert.Empty(open);
    }

    private async Task<Guid> RowAsync(string beginning, Guid person)
    {
        await using var db = app.OpenDb();
        var change = TestModel.Change with { Who = Actor.WhoOf(person), When = TimeProvider.System.GetUtcNow() };
        if (beginning.StartsWith("/caseload", StringComparison.Ordinal))
        {
            var until = DateOnly.FromDateTime(change.When.UtcDateTime).AddDays(100);
            return await new CustomerEditor(db, app.Services.GetRequiredService<PersonalSeal>())
                .MakeAsync((await Actor.FindAsync(db, person, Stop))!, new(new("Somebody", []), ConsentWay.Spoken, until), change, Stop);
        }
        var model = (await ModelCatalog.FindAsync(db, "hospitality", stop: Stop))!;
        return beginning.StartsWith("/worksheets", StringComparison.Ordinal)
            ? (await new WorksheetEditor(db).MakeAsync(new(WorksheetKind.Curriculum, model, "Theirs") { Columns = [new("A 1", new())], OwnerId = person }, change, Stop)).Id
            : (await new RequirementEditor(db).CreateAsync(new(model.Version.Key, person), new() { Kind = RequirementKind.OwnChoice, Title = "Theirs", Items = [] }, change, Stop)).Id;
    }
}
