using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Web.Pages.Models;
using Trellis.Web.Pages.Shared;
using Xunit;

namespace Trellis.Tests.Competencies;

public sealed class PyramidTests
{
    private static readonly List<OutlineNode> NineTiers = [.. Enumerable.Range(1, 9).Select(t => Node(t, StatementKind.Tier, tier: t))];

    [Fact]
    public void SixTierView_OfNineTiers_GathersThoseOfOccupationAndManagement()
    {
        var rows = Pyramid.Of(NineTiers, six: true);

        Assert.Equal([1, 2, 3, 4, 5, 6], rows.Select(r => r.Number));
        Assert.Equal([6, 7, 8, 9], rows[5].Tiers.Select(t => t.Tier!.Value));
        Assert.Equal([false, false, false, false, false, true], rows.Select(r => r.IsGathered));
    }

    [Fact]
    public void NineTierView_StartsAtTheBase() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9], Pyramid.Of(NineTiers.AsEnumerable().Reverse(), six: false).Select(r => r.Number));

    [Fact]
    public void Nest_OfNodesInReadingOrder_CountsCompetenciesOnly()
    {
        List<OutlineNode> nodes =
        [
            Node(0, StatementKind.Tier, size: 4), Node(1, StatementKind.Block, size: 2), Node(2, StatementKind.KeyBehavior), Node(3, StatementKind.Item),
            Node(4, StatementKind.Occupation), Node(5, StatementKind.Item),
        ];

        var tops = Outline.Nest(nodes);

        Assert.Equal([0, 5], tops.Select(t => t.Ordinal));
        Assert.Equal([1, 4], tops[0].Children.Select(c => c.Ordinal));
        Assert.Equal([2, 2, 1, 1, 0, 1], nodes.Select(n => n.Statements));
    }

    [Fact]
    public void Drawing_OfManyLongNames_KeepsEveryTextInItsBox()
    {
        string[] names = ["Responsabilidad y autocontrol", "Resolución de problemas y toma de decisiones", "Otorrinolaringología", "Ética"];

        var drawing = PyramidDrawing.Of([.. Enumerable.Range(1, 9).Select(t => new PyramidDrawing.RowText(t, "Competencias", [.. names, .. names, .. names]))]);

        Assert.Equal(9, drawing.Rows[0].Number);
        foreach (var row in drawing.Rows)
        {
            Assert.True(row.TopWidth <= row.BottomWidth);
            Assert.All(row.Cells, c => Assert.InRange(c.X, row.TopLeft, 1000 - row.TopLeft - c.Width));
            Assert.All(row.Cells, c => Assert.InRange(c.Y + c.Height, row.Y, row.Y + row.Height));
            Assert.All(row.Cells, c => Assert.All(c.Lines, l => Assert.True(SvgText.Width(l, PyramidDrawing.FontSize) <= c.Width)));
        }
    }

    [Theory]
    [InlineData("eléctrica", true)]
    [InlineData("ELECTRICA seguridad", true)]
    [InlineData("4.2", true)]
    [InlineData("electrical", false)]
    [InlineData("seguridad mecánica", false)]
    public void Filter_OfWords_IgnoresCaseAndAccents(string typed, bool expected)
    {
        var node = new OutlineNode
        {
            Id = Guid.Empty,
            Notation = "4.2",
            Text = LanguageText.From([new("en", "Electrical <b>safety</b>"), new("es", "Seguridad eléctrica")])!,
        };

        Assert.Equal(expected, StatementFilter.Parse(typed)!.Matches(node, "es"));
    }

    private static OutlineNode Node(int ordinal, StatementKind kind, int size = 0, int? tier = null) =>
        new() { Id = Guid.NewGuid(), Ordinal = ordinal, Size = size, Kind = kind, Tier = tier, Text = LanguageText.Of("en", "Text") };
}
