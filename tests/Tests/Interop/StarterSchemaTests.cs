using Trellis.Core.Storage.Releases;
using Trellis.Interop.Fetch;
using Trellis.Tests.House;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The files of the starter set are of the form that data/starter/README.md tells.</summary>
public sealed class StarterSchemaTests
{
    private static readonly string Folder = Path.Combine(Checkout.Root, "data", "starter");

    [Fact]
    public void Files_ThatShip_AreOfTheirForm()
    {
        var schema = StarterSchema.Read(Folder);

        Assert.True(schema.Files.Count(f => File.Exists(Path.Combine(Folder, f))) > 10);
        Assert.Empty(schema.Faults(Folder));
    }

    [Fact]
    public void Files_OfTheSchema_AreTheReadmes()
    {
        var readme = Repository.Read("data/starter/README.md");

        Assert.All(StarterSchema.Read(Folder).Files, f => Assert.Contains($"**{f}**", readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("occupations.csv", "release,code,title,description\nmini,51-3011,Bakers,Bake.\n", "row 2, code")]
    [InlineData("occupations.csv", "release,code,title,description\nnone,51-3011.00,Bakers,Bake.\n", "row 2, release")]
    [InlineData("occupations.csv", "release,code,title,description\nmini,51-3011.00,,Bake.\n", "row 2, title")]
    [InlineData("occupations.csv", "release,code,title,description\nmini,51-3011.00,A,B.\nmini,51-3011.00,C,D.\n", "the same key")]
    [InlineData("occupations.csv", "release,code,title,description,color\nmini,51-3011.00,A,B.,red\n", "a column color")]
    [InlineData("wages.csv", "release,area,soc,title,level,employment,hourly_50,annual_50,pay\nmini,us,51-3011,A,detailed,,1,2,both\n", "row 2, employment")]
    [InlineData("wages.csv", "release,area,soc,title,level,employment,hourly_50,annual_50,pay\nmini,us,51-3011,A,detailed,\"1,000\",1,2,both\n", "row 2, employment")]
    [InlineData("weather.csv", "release\nmini\n", "weather.csv is not in the schema")]
    public void Fault_PlantedInAFile_IsFound(string file, string text, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("trellis-starter-").FullName;
        File.WriteAllText(Path.Combine(folder, "releases.csv"), "release,kind,title,edition,period,publisher\nmini,onet,A,1,2026,B\n");
        File.WriteAllText(Path.Combine(folder, file), text);

        var fault = Assert.Single(StarterSchema.Read(Folder).Faults(folder));

        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Kinds_OfReleasesAndOfPublishers_AreKnown()
    {
        var kinds = typeof(ReleaseKinds).GetFields().Select(f => (string)f.GetValue(null)!).ToHashSet();
        var named = File.ReadAllLines(Path.Combine(Folder, "releases.csv")).Skip(1).Select(l => l.Split(',')[1])
            .Concat(PublisherFile.ReadAll(Path.Combine(Checkout.Root, "data")).Select(f => f.Kind))
            .Concat(Repository.Lines("data/reference/release-files.csv").Skip(1).Where(l => l.Length > 0).Select(l => l.Split(',')[0]));

        Assert.Empty(named.Except(kinds));
    }
}
