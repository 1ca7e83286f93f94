using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Drafting;

/// <summary>The pure rules of drafts against values worked out by hand.</summary>
public sealed class DraftRuleTests
{
    private static readonly Guid Draft = Guid.NewGuid();

    [Fact]
    public void Numbers_ByPlace_CountThroughTheHeadingsOfABlock()
    {
        var tier = Node(null, StatementKind.Tier, "Workplace") with { Tier = 3 };
        var block = Node(tier, StatementKind.Block, "Teamwork");
        var one = Node(block, StatementKind.BehaviorGroup, "Together");
        var two = Node(block, StatementKind.BehaviorGroup, "Apart");
        var first = Node(one, StatementKind.KeyBehavior, "Listens");
        var second = Node(two, StatementKind.KeyBehavior, "Speaks");
        var below = Node(second, StatementKind.KeyBehavior, "Speaks up");

        var tree = DraftTree.Of([tier, block, one, two, first, second, below], Numbering.Automatic);

        Assert.Equal(["3", "3.1", null, "3.1.1", null, "3.1.2", "3.1.2.1"], tree.All.Select(n => n.Number));
        Assert.All(tree.All, n => Assert.Equal(3, n.Tier));
    }

    [Theory]
    [InlineData(null, null, DraftRank.Space)]
    [InlineData(10L, null, 10 + DraftRank.Space)]
    [InlineData(null, 10L, 10 - DraftRank.Space)]
    [InlineData(10L, 20L, 15L)]
    [InlineData(10L, 11L, null)]
    public void Rank_BetweenTwo_IsBetweenThem(long? before, long? after, long? expected) => Assert.Equal(expected, DraftRank.Between(before, after));

    [Theory]
    [InlineData(10, 1000)]
    [InlineData(11, 2000)]
    [InlineData(31, 3000)]
    [InlineData(21, 2500)]
    [InlineData(16, 2250)]
    [InlineData(7, 997)]
    [InlineData(35, 3004)]
    public void Rank_CarriedThroughASpacing_StaysBetweenTheSameTwo(long rank, long expected) =>
        Assert.Equal(expected, DraftRank.Carry(rank, [new(10, 1000), new(11, 2000), new(31, 3000)]));

    [Fact]
    public void PastedText_ByIndent_BecomesAnOutline()
    {
        var read = PastedOutline.Read("1. Safety\n\t- Wears gloves\n\t• Keeps aisles clear\n\t    a) Stores hoses\n\n2. Tools\nUses a level", "en", TestModel.Change.When);

        Assert.Equal(
            ["0 Block Safety", "1 Item Wears gloves", "1 BehaviorGroup Keeps aisles clear", "2 Item Stores hoses", "0 Item Tools", "0 Item Uses a level"],
            read.Select(s => $"{s.Depth} {s.Kind} {s.Text}"));
    }

    // docs/formulas.md, "Reading level".
    [Theory]
    // 10 words, 1 sentence, 12 syllables: 0.39 x 10 + 11.8 x 1.2 - 15.59 = 2.47.
    [InlineData("en", "The cat sat on the mat and saw the window open.", 11, 13, 1, 2.6)]
    // 10 words, 1 sentence, 33 syllables: 3.9 + 38.94 - 15.59 = 27.25, at most 20.
    [InlineData("en", "Communicates organizational requirements effectively, demonstrating appropriate interpersonal sensitivity alongside considerable professionalism.", 12, 0, 1, 20.0)]
    public void ReadingLevel_OfEnglish_IsTheGrade(string language, string text, int words, int syllables, int sentences, double expected)
    {
        if (syllables > 0)
            Assert.Equal(expected, Math.Round(0.39 * words / sentences + 11.8 * syllables / words - 15.59, 1));
        Assert.Equal(expected, ReadingLevel.Of(text, language));
    }

    [Fact]
    public void ReadingLevel_OfFewWordsOrAnotherLanguage_IsUnknown()
    {
        Assert.Null(ReadingLevel.Of("Reads drawings.", "en"));
        Assert.Null(ReadingLevel.Of("Der Hund läuft schnell über die große grüne Wiese am Fluss entlang.", "de"));
    }

    [Theory]
    [InlineData("Understands safety rules", "en", "vague-verb:Understands")]
    [InlineData("Uses hammers, saws, etc.", "en", "open-end:etc")]
    [InlineData("Etches metal", "en", "")]
    [InlineData("Conoce las reglas", "es", "vague-verb:Conoce")]
    [InlineData("Selects tools for a job", "en", "")]
    public void WritingCheck_OfWords_FindsWhatTheRulesName(string text, string language, string expected) => Assert.Equal(
        expected, string.Join(' ', WritingCheck.OfWords(Guid.Empty, StatementKind.Item, LanguageText.Of(language, text)).Select(f => $"{f.Rule.Code}:{f.Value}")));

    [Fact]
    public void WritingCheck_OfADraft_FindsTwinsEmptyBlocksAndMissingDefinitions()
    {
        var block = Node(null, StatementKind.Block, "Safety");
        var empty = Node(null, StatementKind.Block, "Empty") with { Label = LanguageText.Of("en", "Nothing") };
        var one = Node(block, StatementKind.Item, "Wears protective equipment at work");
        var two = Node(block, StatementKind.Item, "wears protective equipment, at work!");

        var found = WritingCheck.Of(DraftTree.Of([block, empty, one, two], Numbering.Kept), [(one.Id, "X")], "en");

        Assert.Equal(
            ["no-definition", "unresolved", "duplicate", "empty-block"], found.Select(f => f.Rule.Code));
        Assert.Equal("It says the same as \"Wears protective equipment at work\". Merge the two or take one out.", found[2].Explain("en"));
        Assert.All(WritingRule.Shipped.Values, r => Assert.NotEqual(r.Explanation("en"), r.Explanation("es")));
    }

    // docs/formulas.md, "Agreement of reviewers".
    [Fact]
    public void FleissKappa_OfThreeRatersAndFourStatements_IsWorkedOutByHand()
    {
        // Within: 1, 1/3, 1/3, 1; mean 2/3. Shares: keep 5/12, change 3/12, drop 4/12; squares 25/144 + 9/144 + 16/144 = 50/144.
        // (2/3 - 50/144) / (1 - 50/144) = 46/94.
        Assert.Equal(46.0 / 94, FleissKappa.Of([[3, 0, 0], [2, 1, 0], [0, 2, 1], [0, 0, 3]])!.Value, 12);
    }

    [Fact]
    public void FleissKappa_OfUnequalNumbersOfRaters_LeavesOutWhatOneAloneRated()
    {
        // Within: 1/3 of three raters, 1 of two; mean 2/3. Shares: 2/5, 3/5; squares 13/25. (2/3 - 13/25) / (12/25) = 11/36.
        Assert.Equal(11.0 / 36, FleissKappa.Of([[2, 1], [0, 2], [1, 0]])!.Value, 12);
        Assert.Null(FleissKappa.Of([[3, 0], [2, 0]]));
        Assert.Null(FleissKappa.Of([[1, 0]]));
    }

    [Fact]
    public void Agreement_OfNumbers_HasShareMeanAndSpread()
    {
        var agreement = Agreement.OfNumbers([5, 5, 4, 2])!;

        // Mean 4; deviations 1, 1, 0, -2; the mean of their squares 6/4.
        Assert.Equal((4, 0.5, 4.0), (agreement.Raters, agreement.Share, agreement.Mean!.Value));
        Assert.Equal(Math.Sqrt(1.5), agreement.Spread!.Value, 12);
        Assert.Null(Agreement.OfNumbers([]));
    }

    [Fact]
    public void VersionDifference_TellsWhatBecameOfEachStatement()
    {
        var (a, b, c) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

        var changes = VersionDifference.Of([Made(a, "A"), Made(b, "B")], [Made(b, "B1"), Made(c, "C")]);

        Assert.Equal(["B>B1", ">C", "A>"], changes.Select(x => $"{x.Before?.Text}>{x.After?.Text}"));
        Assert.True(changes[0].IsReworded && !changes[0].IsMoved);
    }

    private static Statement Made(Guid id, string text) => new() { Id = id, Text = LanguageText.Of("en", text) };

    private int _made;

    private DraftStatement Node(DraftStatement? parent, StatementKind kind, string text) => new()
    {
        DraftId = Draft,
        Id = Guid.NewGuid(),
        ParentId = parent?.Id,
        Rank = ++_made,
        Kind = kind,
        Text = LanguageText.Of("en", text),
    };
}
