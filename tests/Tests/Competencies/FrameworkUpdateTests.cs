using Trellis.Core.Competencies.Updates;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>The pure parts of an update.</summary>
public sealed class FrameworkUpdateTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 6).Select(n => new Guid(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]))];

    [Theory]
    [InlineData("1.0", "1.1")]
    [InlineData("2021", "2022")]
    [InlineData("draft", "draft-2")]
    [InlineData("1", "3", "2")]
    [InlineData("", "2")]
    [InlineData("1.9", "1.10")]
    public void NextNumber_CountsTheLastFiguresUp(string number, string next, params string[] taken) => Assert.Equal(next, ModelValues.NextNumber(number, taken));

    [Theory]
    [InlineData("1,2,3", "1,2,3", "")]
    [InlineData("1,2,3", "3,1,2", "3")]
    [InlineData("1,2,3,4", "2,3,4,1", "1")]
    [InlineData("1,2,3,4", "1,6,4,2,3", "4")]
    [InlineData("1,2", "5,6", "")]
    public void Moved_AreTheFewestThatChangedTheirPlace(string before, string after, string moved) =>
        Assert.Equal(List(moved), SiblingOrder.Moved(List(before), List(after)).Order());

    [Theory]
    [InlineData("1,2,3", "1,5,2,6,3", "1,5,2,6,3")]
    [InlineData("3,1", "1,2,3,4", "3,4,1,2")]
    [InlineData("", "4,5", "4,5")]
    [InlineData("1", "4,5,1", "4,5,1")]
    public void Merge_PutsWhatIsNewBehindWhatItFollowed(string first, string second, string merged) =>
        Assert.Equal(List(merged), SiblingOrder.Merge(List(first), List(second)));

    [Theory]
    [InlineData("a", "a", "b", "b", false)]
    [InlineData("a", "b", "a", "b", false)]
    [InlineData("a", "b", "c", "b", true)]
    [InlineData("a", "b", "b", "b", false)]
    [InlineData("a", "a", null, null, false)]
    [InlineData(null, "b", "c", "b", true)]
    public void Field_ChangedOnOneSide_GoesThereAndOnBothIsAConflict(string? origin, string? now, string? file, string? kept, bool isConflict)
    {
        var (values, conflicts) = FieldMerge.Of(Of(origin), Of(now), Of(file), _ => true);

        Assert.Equal((kept, isConflict), (values.GetValueOrDefault("f"), conflicts.Count == 1));
        Assert.Equal(now, FieldMerge.Of(Of(origin), Of(now), Of(file), _ => false).Values.GetValueOrDefault("f"));
    }

    private static Dictionary<string, string> Of(string? value) => value is null ? [] : new() { ["f"] = value };

    private static Guid[] List(string numbers) => [.. numbers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(n => Ids[int.Parse(n, System.Globalization.CultureInfo.InvariantCulture) - 1])];
}
