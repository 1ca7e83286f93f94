using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>Every text of the pages, and every sentence about bad input, can be read in Spanish too.</summary>
public sealed partial class LanguageTests
{
    private static readonly Dictionary<string, string> Spanish = XDocument
        .Load(Repository.FullPath("src/Web/Words.es.resx")).Root!.Elements("data")
        .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    private static readonly HashSet<string> PageKeys = [.. Repository.In("src/Web", ".razor", ".cs")
        .SelectMany(f => SourceText.Arguments(Repository.Read(f), "T[", 0))];

    private static readonly HashSet<string> Sentences = [.. Repository.In("src/Core", ".cs").Concat(Repository.In("src/Interop", ".cs"))
        .SelectMany(f => SourceText.Sentences(Repository.Read(f)))];

    [Fact]
    public void EveryText_HasASpanishValue()
    {
        Assert.True(PageKeys.Count > 20, "The pages' texts were not found.");
        Assert.True(Sentences.Count > 50, "The sentences about bad input were not found.");

        Assert.Empty(PageKeys.Concat(Sentences).Where(k => string.IsNullOrWhiteSpace(Spanish.GetValueOrDefault(k))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EverySpanishValue_HasTheHolesOfItsKey() =>
        Assert.Empty(Spanish.Where(s => !Holes(s.Key).SetEquals(Holes(s.Value))).Select(s => s.Key));

    [Fact]
    public void EverySpanishValue_IsUsed() => Assert.Empty(Spanish.Keys.Except(PageKeys)
        .Except(Repository.In("src", ".cs").SelectMany(f => SourceText.Literals(Repository.Read(f)).Select(l => l.Text))));

    [Fact]
    public void Sentences_BehindTheCodeOfAProblem_AreFound() => Assert.Equal(
        ["One is {0}.", "Two is not."],
        SourceText.Sentences("""Add(x ? P("a-code", $"/{i}", f(y) ? "One is {0}." : "Two is not.")); Say("Three is."); var four = "Four is.";"""));

    [Theory]
    [InlineData("""x T["One"] y T[ "Two {0}", a] T[other]""", "T[", 0, "One|Two {0}")]
    [InlineData("""Problem.Noted("code", f(a, "b"), "The \"{0}\", " + "here.", v)""", "Problem.Noted(", 2, "The \"{0}\", here.")]
    public void Arguments_OfCalls_AreFound(string code, string call, int index, string expected) =>
        Assert.Equal(expected.Split('|'), SourceText.Arguments(code, call, index));

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\d+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hole();
}
