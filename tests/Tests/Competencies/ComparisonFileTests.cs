using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;
using Trellis.Interop.Comparisons;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>The whole CSV and JSON file of a small comparison, as it goes out.</summary>
public sealed class ComparisonFileTests
{
    private static readonly Place Ladders = new(3, "Workplace", "Ladders");

    [Fact]
    public void Csv_OfASmallComparison_IsAsKept() => AssertKept("compare-small.csv", ComparisonCsv.Write(Small()).ReplaceLineEndings("\n"));

    [Fact]
    public void Json_OfASmallComparison_IsAsKept() => AssertKept("compare-small.json", ComparisonJson.Write(Small()).ReplaceLineEndings("\n") + "\n");

    private static ModelComparison Small() => ModelComparer.Compare(
    [
        Model("roofing", 1, ("Inspects ladders.", Ladders), ("Repairs slate roofs, tile roofs and \"flat\" ones.", Ladders), ("=Bills the customer.", Ladders)),
        Model("painting", 2, ("inspects ladders", Ladders), ("Fixes slate roofs, tile roofs and \"flat\" ones.", Ladders with { Tier = 4, TierTitle = "Industry" })),
    ]);

    private static ComparedModel Model(string slug, byte number, params (string Text, Place Place)[] statements) => new()
    {
        Slug = slug,
        Number = "1.0",
        Title = slug,
        Language = "en",
        Statements = [.. statements.Select((s, i) => new ComparedStatement
        {
            Id = new Guid(number, 0, 0x4000, [0x80, 0, 0, 0, 0, 0, 0, (byte)i]),
            Text = s.Text,
            Notation = $"3.1.{i + 1}",
            Place = s.Place,
        })],
    };

    /// <summary>Where the file is not there yet it is written, to be looked at and committed.</summary>
    private static void AssertKept(string name, string actual)
    {
        var path = Path.Combine(CompareCheckTests.GoldenFolder, name);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, actual, Utf8.Strict);
            Assert.Fail($"{name} was not there and has been written.");
        }
        Assert.Equal(File.ReadAllText(path, Utf8.Strict).ReplaceLineEndings("\n"), actual);
    }
}
