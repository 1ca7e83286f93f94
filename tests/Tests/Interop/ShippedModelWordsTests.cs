using System.Text.RegularExpressions;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>How the statements of the shipped models are worded: in which languages, how long, how plainly, and none twice.</summary>
public sealed partial class ShippedModelWordsTests
{
    /// <summary>Common words of two statements, as a share of the words of either, from which they say nearly the same.</summary>
    private const double NearlyTheSame = 0.6;

    private const int MostWords = 35;

    [Fact]
    public void BuildingBlocks_Complete_InSpanish()
    {
        var content = ShippedModelFiles.Content("building-blocks.yaml");

        Assert.All(content.Statements, s => Assert.True(s.Text.Has("es") && (s.Label?.Has("es") ?? true), s.Text.In("en")));
        Assert.InRange(ShippedModelFiles.Competencies(content).Count(), 250, 400);
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Headings_OfEveryModel_AreInBothLanguages(string name)
    {
        var content = ShippedModelFiles.Content(name);
        var headings = content.Statements.Where(s => !s.Kind.StatesCompetency() && s.Kind != StatementKind.Occupation).ToList();

        Assert.True(headings.Count > 40);
        Assert.All(headings, s => Assert.True(s.Text.Has("es") && (s.Label?.Has("es") ?? true), s.Text.In("en")));
        Assert.All([content.Version.Title, content.Version.Description!, content.Version.Notice!], t => Assert.Equal(["en", "es"], t.Languages));
        Assert.All(headings.Where(s => s.Kind == StatementKind.Block), s => Assert.NotNull(s.Label));
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Statements_OfOneModel_AreNoNearDuplicates(string name)
    {
        foreach (var language in new[] { "en", "es" })
        {
            var statements = ShippedModelFiles.Competencies(ShippedModelFiles.Content(name)).Where(s => s.Text.Has(language))
                .Select(s => (Text: s.Text.In(language), Words: Words(s.Text.In(language), language))).ToList();
            Assert.True(statements.Count > 50);
            for (var i = 0; i < statements.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    var share = Jaccard(statements[i].Words, statements[j].Words);
                    Assert.True(share < NearlyTheSame, $"{share:0.00}: \"{statements[j].Text}\" and \"{statements[i].Text}\"");
                }
            }
        }
    }

    [Theory]
    [InlineData("Checks the oil level.", "Checks the level of oil.", 1)]
    [InlineData("Checks the oil level.", "Sweeps the floor.", 0)]
    [InlineData("Checks oil and water.", "Checks oil and sand.", 0.5)]
    public void Jaccard_OfTwoTexts_CountsStemsWithoutStopWords(string a, string b, double share) =>
        Assert.Equal(share, Jaccard(Words(a, "en"), Words(b, "en")));

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void Statements_OfEveryModel_ArePlainAndShort(string name)
    {
        var statements = ShippedModelFiles.Competencies(ShippedModelFiles.Content(name)).ToList();

        Assert.NotEmpty(statements);
        Assert.All(statements, s =>
        {
            var text = s.Text.In("en");
            Assert.False(Vague().IsMatch(text), $"vague: {text}");
            Assert.InRange(text.Split(' ').Length, 3, MostWords);
            Assert.True(char.IsUpper(text[0]) || char.IsDigit(text[0]), text);
            Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void KeyBehaviors_OfEveryModel_BeginWithAVerbAndEndWithAPeriod(string name)
    {
        var behaviors = ShippedModelFiles.Content(name).Statements.Where(s => s.Kind == StatementKind.KeyBehavior).ToList();

        Assert.NotEmpty(behaviors);
        Assert.All(behaviors, s => Assert.Matches(@"^[A-Z][a-z-]*s\b.*\.$", s.Text.In("en")));
    }

    private static HashSet<string> Words(string text, string language) => [.. WordSplitter.Split(text)
        .Select(w => w.In(text).ToString()).Where(w => !StopWords.Contains(w.ToLowerInvariant(), language)).Select(w => Stems.Of(w, language))];

    private static double Jaccard(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }

    [GeneratedRegex(@"\b(understands?|understanding|(be|is) aware of|awareness of|various|etc|and so on|and/or|as (needed|appropriate|necessary)|appropriately|"
        + @"effectively|efficiently|properly|utili[sz]es?|leverag(es|ing)|best practices|knowledge of|familiar(ity)? with|ability to)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Vague();
}
