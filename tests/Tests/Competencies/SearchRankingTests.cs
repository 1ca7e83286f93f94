using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;
using Xunit;
using static Trellis.Tests.Competencies.SearchTexts;

namespace Trellis.Tests.Competencies;

public sealed class SearchRankingTests
{
    [Theory]
    [InlineData("weld", "Welds pipe|Keeps welding gear clean")]
    [InlineData("WELDING pipes", "Welds pipe")]
    [InlineData("the pipe", "Welds pipe|Cuts pipe to length")]
    [InlineData("\"to length\"", "Cuts pipe to length")]
    [InlineData("\"length to\"", "")]
    [InlineData("“pipe to”", "Cuts pipe to length")]
    [InlineData("pipe -weld", "Cuts pipe to length")]
    [InlineData("pipe -\"cuts pipe\"", "Welds pipe")]
    [InlineData("gear-clean", "Keeps welding gear clean")]
    [InlineData("len*", "Cuts pipe to length")]
    [InlineData("to", "Cuts pipe to length")]
    [InlineData("-pipe", "")]
    [InlineData("\"\" - \"", "")]
    [InlineData("xylophone", "")]
    public void Query_FindsTheStatementsThatHaveIt(string query, string found)
    {
        string[] texts = ["Welds pipe", "Cuts pipe to length", "Keeps welding gear clean"];

        Assert.Equal(found, string.Join('|', Found(query, texts)));
    }

    [Fact]
    public void RarerWord_CountsMore() => Assert.Equal(
        ["Reads gauges on pumps", "Fixes pumps and belts"],
        Found("gauges belts pumps oil", "Fixes pumps and belts", "Checks belts", "Reads gauges on pumps", "Cleans belts").Take(2));

    [Fact]
    public void MoreOftenInAsManyWords_RanksHigher() => Assert.Equal(
        ["Safety first and safety last here", "Safety first and people last here"],
        Found("safety", "Safety first and people last here", "Safety first and safety last here"));

    [Fact]
    public void LongText_RanksBehindAShortOne()
    {
        var longText = "Follows safety rules " + string.Join(' ', Enumerable.Range(0, 30).Select(i => "and also word" + (char)('a' + i % 26)));

        Assert.Equal(["Follows safety rules", longText], Found("safety", longText, "Follows safety rules"));
    }

    [Fact]
    public void Heading_RanksBehindAnEqualStatement_AndLabelBeforeText()
    {
        var statement = Node("Welding");
        var heading = Node("Welding work") with { Kind = StatementKind.Block };
        var copy = Node("Welding again") with { IsCopy = true };
        var labelled = Node("Joins metal") with { Label = LanguageText.Of("en", "Welding") };
        var noted = Node("Uses a torch") with { Notes = LanguageText.Of("en", "As in welding") };

        var result = Index(noted, copy, heading, statement, labelled).Search(new() { Text = "welding" });

        Assert.Equal([labelled.Id, statement.Id, copy.Id, heading.Id, noted.Id], result.Hits.Select(h => h.Id));
    }

    [Fact]
    public void EqualStatements_StandBySlugThenByOrdinal()
    {
        var index = new StatementIndex(
        [
            Segment("zinc", [Node("Counts parts z1"), Node("Counts parts z2")]),
            Segment("alum", [Node("Counts parts a1"), Node("Counts parts a2")]),
        ]);

        var hits = index.Search(new() { Text = "counts parts" }).Hits;

        Assert.Equal(["Counts parts a1", "Counts parts a2", "Counts parts z1", "Counts parts z2"],
            hits.Select(h => new[] { "Counts parts a1", "Counts parts a2", "Counts parts z1", "Counts parts z2" }.Single(t => Node(t).Id == h.Id)));
    }

    [Fact]
    public void NoStatementHasAllWords_ThoseWithHalfOfThemAreFound()
    {
        string[] texts = ["Drives a forklift", "Works in cold rooms", "Drives a forklift in cold rooms", "Sings"];
        var result = Index(texts).Search(new() { Text = "drives forklift cold safely" });

        Assert.True(result.HasSomeWordsOnly);
        Assert.Equal(["Drives a forklift in cold rooms", "Drives a forklift"], Texts(result, texts));
        Assert.False(Index(texts).Search(new() { Text = "drives forklift" }).HasSomeWordsOnly);
    }

    [Theory]
    [InlineData("2.1.3")]
    [InlineData("RL.5.1")]
    [InlineData("rl.5.1")]
    [InlineData("51-4041.00")]
    public void Notation_IsFoundExactlyAndFirst(string notation)
    {
        var nodes = new[] { "2.1.3", "2.1.30", "12.1.3", "RL.5.1", "RL.5.10", "51-4041.00" }
            .Select(n => Node("See " + notation + " in " + n) with { Notation = n }).ToArray();

        var result = Index(nodes).Search(new() { Text = notation });

        var hit = Assert.Single(result.Hits);
        Assert.Equal(notation, nodes.Single(n => n.Id == hit.Id).Notation, ignoreCase: true);
    }

    [Theory]
    [InlineData("comunicacion", "Mejora la comunicación")]
    [InlineData("comunicaciones", "Mejora la comunicación")]
    [InlineData("limpiando", "Limpia la máquina")]
    [InlineData("maquinas", "Limpia la máquina")]
    [InlineData("mejora de la comunicación", "Mejora la comunicación")]
    public void Spanish_IsFoundInAnyFormWithOrWithoutAccents(string query, string found)
    {
        string[] texts = ["Mejora la comunicación", "Limpia la máquina"];
        var index = Index([.. texts.Select(t => Node(t, "es"))]);

        Assert.Equal([found], Texts(index.Search(new() { Text = query, Language = "es" }), texts));
    }

    [Fact]
    public void WordOfOneLanguage_IsNotFoundByTheStemOfAnother()
    {
        // The Spanish stem of "care" is "car".
        Assert.Equal(["Takes care"], Found("care", "Drives cars", "Takes care"));
    }

    [Fact]
    public void TextInTwoLanguages_CountsOnce()
    {
        var both = Node("Checks the general plan") with { Text = LanguageText.From([new("en", "Checks the general plan"), new("es", "Revisa el plan general")])! };
        var one = Node("Makes a general plan");

        var hits = Index(both, one).Search(new() { Text = "general plan" }).Hits;

        Assert.Equal(2, hits.Count);
        Assert.Equal(hits[0].Score, hits[1].Score);
    }

    [Fact]
    public void MistypedWord_IsCorrectedAndSaid()
    {
        var result = Index("Follows safety rules", "Sells safes").Search(new() { Text = "saftey rules" });

        Assert.Equal([new Correction("saftey", "safety")], result.Corrections);
        Assert.Equal(Node("Follows safety rules").Id, Assert.Single(result.Hits).Id);
    }

    [Fact]
    public void Sea_IsAWordInEnglishAndNoneInSpanish()
    {
        Assert.Equal(["Works at sea"], Found("sea work", "Works at sea", "Works at home"));
        Assert.Equal(2, Index("Works at sea", "Works at home").Search(new() { Text = "sea work", Language = "es" }).Total);
    }

    [Fact]
    public void LaterPage_GoesOnWhereTheFormerEnded()
    {
        var texts = Enumerable.Range(0, 45).Select(i => FormattableString.Invariant($"Counts part number{i}")).ToArray();
        var index = Index(texts);

        var pages = Enumerable.Range(1, 4).Select(p => Texts(index.Search(new() { Text = "counts", Page = p }), texts)).ToList();

        Assert.Equal([20, 20, 5, 0], pages.Select(p => p.Count));
        Assert.Equal(texts, pages.SelectMany(p => p));
    }

    [Fact]
    public void EmptyIndex_FindsNothing()
    {
        Assert.Equal(0, StatementIndex.Empty.Search(new() { Text = "word" }).Total);
        Assert.Empty(StatementIndex.Empty.SimilarTo(Node("word"), 5));
    }
}
