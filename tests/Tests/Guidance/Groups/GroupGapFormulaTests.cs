using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Groups;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Guidance.Groups;

/// <summary>docs/formulas.md, "Gap of a group". Numbers are worked out by hand.</summary>
public sealed class GroupGapFormulaTests
{
    private static readonly LanguageText First = LanguageText.Of("en", "First"), Second = LanguageText.Of("en", "Second");

    private static readonly Requirement[] Asked = [new("a", First, First, 1, 4), new("b", First, First, 0.5, 2), new("c", Second, Second, 0.5, 3)];

    [Fact]
    public void Rows_OfAGroup_CountThoseWhoWereRated()
    {
        var group = GroupGap.Of(Asked, [Person("1", ("a", 4), ("b", 2)), Person("2", ("a", 2), ("b", 0)), Person("3", ("a", 1)), Person("4")]);

        var row = group.Rows.First();
        Assert.Equal((3, 1, 2), (row.Assessed, row.Meeting, row.Lacking));
        Assert.Equal(1.0 / 3, row.Share!.Value, 12);
        Assert.Equal(5.0 / 3, row.Shortfall!.Value, 12);
        Assert.Null(group.Blocks[1].Rows[0].Share);
        Assert.Null(group.Blocks[1].Rows[0].Shortfall);
        // 1 × 5/3 and 0.5 × 1; nobody was rated in the third.
        Assert.Equal(["a", "b"], group.MostLacking.Select(r => r.Requirement.Id));
    }

    [Fact]
    public void Readiness_OfAGroup_IsTheMeanOfThoseAssessed()
    {
        var group = GroupGap.Of(Asked, [Person("1", ("a", 4), ("b", 2)), Person("2", ("a", 2), ("b", 0)), Person("3")]);

        // The first is ready; the second meets 1 × 0.5 + 0.5 × 0 of 1.5.
        Assert.Equal([1, 1.0 / 3, -1], group.People.Select(p => p.Gap.Readiness?.Value ?? -1), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(2.0 / 3, group.Readiness!.Value, 9);
        Assert.Equal(2, group.Blocks[0].Assessed);
        Assert.Equal(2.0 / 3, group.Blocks[0].Readiness!.Value, 9);
        Assert.Equal(0, group.Blocks[1].Assessed);
        Assert.Null(group.Blocks[1].Readiness);
    }

    [Fact]
    public void Group_WithoutPeople_IsNotReadyAndNotUnready()
    {
        var group = GroupGap.Of(Asked, []);

        Assert.Equal(2, group.Blocks.Count);
        Assert.Null(group.Readiness);
        Assert.Empty(group.MostLacking);
    }

    private static GroupPerson Person(string mark, params (string Id, int Level)[] levels) => new(int.Parse(mark, System.Globalization.CultureInfo.InvariantCulture), mark, levels.ToDictionary(l => l.Id, l => l.Level));
}
