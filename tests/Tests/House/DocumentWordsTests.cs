using Xunit;

namespace Trellis.Tests.House;

/// <summary>Every text of documents and worksheets can be read in Spanish too, and none stands there that nothing uses.</summary>
public sealed class DocumentWordsTests
{
    private static readonly List<string[]> Rows = [.. Repository.Lines("data/reference/document-words.tsv").Skip(1).Where(l => l.Length > 0).Select(l => l.Split('\t'))];

    private static readonly HashSet<string> Used = [.. Repository.In("src", ".cs", ".razor").SelectMany(f => SourceText.Arguments(Repository.Read(f), "words[", 0))];

    [Fact]
    public void EveryTextOfDocuments_HasASpanishValue()
    {
        Assert.True(Used.Count > 40, "The texts of documents were not found.");
        Assert.Empty(Used.Except(Rows.Where(r => r.Length == 2 && r[1].Length > 0).Select(r => r[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySpanishValueOfDocuments_StandsOnceAndIsUsed()
    {
        Assert.Empty(Rows.GroupBy(r => r[0]).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(Rows.Select(r => r[0]).Except(Used));
    }

    [Fact]
    public void EverySpanishValueOfDocuments_HasTheHolesOfItsKey() =>
        Assert.Empty(Rows.Where(r => !Holes(r[0]).SetEquals(Holes(r[1]))).Select(r => r[0]));

    private static HashSet<int> Holes(string text) => [.. Enumerable.Range(0, 10).Where(i => text.Contains($"{{{i}}}", StringComparison.Ordinal))];
}
