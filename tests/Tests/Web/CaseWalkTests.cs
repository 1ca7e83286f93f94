using Trellis.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Everything that this server offers by CASE validates against the official files, for the models that ship and for real ones.</summary>
[Collection(CaseProvider.Name)]
public sealed class CaseWalkTests(CaseProvider provider)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/ims/case/v1p1")]
    [InlineData("/ims/case/v1p0")]
    public async Task EveryOperation_OverEveryFramework_ValidatesAgainstTheOfficialFiles(string path)
    {
        SharedStandards.Path("case");
        Assert.True(SharedData.Root is null || provider.Formats.Distinct().Count() >= 6, string.Join(", ", provider.Formats.Distinct()));
        var walk = new CaseWalk(provider.App.Http, path);

        await walk.GoAsync(Stop);

        Assert.True(walk.Counts["CFPackage"] > (SharedData.Root is null ? 5 : 40), $"Only {walk.Counts["CFPackage"]} frameworks were seen.");
        string[] operations = ["CFDocumentSet", "CFDocument", "CFPackage", "CFItem", "CFAssociationSet", "CFAssociation", "CFItemTypeSet"];
        Assert.All(operations, o => Assert.True(walk.Counts.GetValueOrDefault(o) > 5, $"{o} was seen {walk.Counts.GetValueOrDefault(o)} times."));
    }

    [Fact]
    public async Task EveryOperation_OnPostgres_ValidatesAgainstTheOfficialFiles()
    {
        SharedStandards.Path("case");
        await using var test = await TestDb.PostgresAsync();
        await using var app = OwnApp.Start(test);
        if (SharedData.Root is not null)
        {
            await using var db = app.OpenDb();
            foreach (var file in Directory.EnumerateFiles(SharedData.Path("case"), "*.json").Order(StringComparer.Ordinal))
                await FrameworkImport.LoadAsync(db, new(Path.GetFileName(file), await File.ReadAllBytesAsync(file)), ImportMode.Tolerant, TestModel.Change, Stop);
        }
        var walk = new CaseWalk(app.Http, "/ims/case/v1p1");

        await walk.GoAsync(Stop);

        Assert.True(walk.Counts["CFPackage"] > 5);
    }
}
