using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;
using Xunit;
using static Trellis.Tests.Competencies.SearchTexts;

namespace Trellis.Tests.Competencies;

public sealed class SearchSimilarityTests
{
    private static readonly string[] Others =
        ["Sings in tune", "Bakes bread", "Cuts hair", "Reads maps", "Plants trees", "Fixes pumps", "Paints walls", "Files papers"];

    [Fact]
    public void SimilarTo_StandsByCommonRareWords_WithTheWordsAsReason()
    {
        string[] texts = ["Inspects welds for cracks", "Checks finished welds for cracks and rust", "Inspects papers", .. Others];

        var likes = Index(texts).SimilarTo(Node("Inspects a weld to find cracks"), 5);

        Assert.Equal(Node(texts[0]).Id, likes[0].Node.Id);
        Assert.Equal(Node(texts[1]).Id, likes[1].Node.Id);
        Assert.Equal(["cracks", "inspects", "weld"], likes[0].SharedWords.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(likes, l => l.Node.Id == Node("Inspects papers").Id);
    }

    [Fact]
    public void SameWords_HaveScoreOne_AndTheStatementItselfIsLeftOut()
    {
        var self = Node("Inspects welds for cracks");
        var twin = Node("Inspects welds for cracks.");

        var likes = Index([self, twin, .. Others.Select(o => Node(o))]).SimilarTo(self, 5);

        var like = Assert.Single(likes);
        Assert.Equal(twin.Id, like.Node.Id);
        Assert.Equal(1, like.Node.Score, 3);
    }

    [Fact]
    public void Statement_IsNotComparedWithHeadings()
    {
        var heading = Node("Inspects welds and cracks") with { Kind = StatementKind.Block };

        Assert.Empty(Index([heading, .. Others.Select(o => Node(o))]).SimilarTo(Node("Inspects welds for cracks"), 5));
    }

    [Fact]
    public void SpanishOnly_IsComparedInSpanish()
    {
        var index = Index([Node("Revisa las soldaduras", "es"), Node("Canta bien", "es"), .. Others.Select(o => Node(o))]);

        var like = Assert.Single(index.SimilarTo(Node("Revisa una soldadura", "es"), 5));

        Assert.Equal(Node("Revisa las soldaduras", "es").Id, like.Node.Id);
    }

    [Fact]
    public void SecondLanguage_DoesNotLowerTheScore()
    {
        var both = Node("Inspects welds for cracks") with { Text = LanguageText.From([new("en", "Inspects welds for cracks"), new("es", "Revisa grietas en soldaduras")])! };

        Assert.Equal(1, Assert.Single(Index([both, .. Others.Select(o => Node(o))]).SimilarTo(Node("inspect weld cracks"), 5)).Node.Score, 3);
    }
}
