using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Trellis.Tests.House;

/// <summary>Every text of a page and every sentence about a problem can be read in Spanish too, with the same holes.</summary>
public sealed partial class WordsTests
{
    private static readonly Dictionary<string, string> Spanish = XDocument.Load(Repository.FullPath("src/Web/Words.es.resx"))
        .Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    [Fact]
    public void Texts_OfPages_AreInSpanish()
    {
        var texts = Repository.In("src/Web", ".razor", ".cs").SelectMany(f => PageText().Matches(Repository.Read(f)).Select(m => Plain(m))).ToHashSet();

        Assert.True(texts.Count > 10);
        Assert.Empty(texts.Except(Spanish.Keys));
    }

    [Fact]
    public void Sentences_AboutProblems_AreInSpanish()
    {
        var sentences = Repository.In("src", ".cs").SelectMany(f => ProblemCall().Matches(Repository.Read(f)).Select(m => Plain(m)))
            .Where(s => s.EndsWith('.') && !Interpolation().IsMatch(s)).ToHashSet();

        Assert.True(sentences.Count > 10);
        Assert.Contains("The generic model has no block \"{0}\".", sentences);
        Assert.Empty(sentences.Except(Spanish.Keys));
    }

    [Fact]
    public void Holes_OfTheSpanishTexts_AreThoseOfTheEnglish()
    {
        Assert.NotEmpty(Spanish);
        Assert.All(Spanish, s => Assert.Equal(Holes(s.Key), Holes(s.Value)));
    }

    private static List<string> Holes(string text) => [.. Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static string Plain(Match match) => Regex.Unescape(match.Groups["text"].Value);

    [GeneratedRegex("""\bT\["(?<text>(\\.|[^"\\])+)"[,\]]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageText();

    // The code of a problem is one word in lower case with hyphens; the sentence is the next literal that holds a blank.
    [GeneratedRegex(@"\b(Rejected|Repaired|Noted|Add)\([^;]*?""[a-z0-9-]+"",[^;""]*(\$?""[^""]*""[^;""]*)??""(?<text>(\\.|[^""\\])* (\\.|[^""\\])*)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ProblemCall();

    [GeneratedRegex(@"\{[A-Za-z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Interpolation();

    [GeneratedRegex(@"\{\d+[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
