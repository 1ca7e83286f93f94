using Trellis.Core.Competencies.Comparison;
using Xunit;

namespace Trellis.Tests.Competencies;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("Reads a map.", "Reads a map.", "=Reads a map.")]
    [InlineData("Reads a map.", "Reads the old map.", "=Reads |-a |+the old |=map.")]
    [InlineData("Reads a map", "", "-Reads a map|+")]
    [InlineData("Reads", "reads", "=reads")]
    [InlineData("…", "Reads", "-…|+Reads")]
    public void Difference_WordByWord_KeepsTheLongestCommonRun(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join('|', WordDifference.Between(before, after)
            .Select(r => (r.Kind switch { DifferenceKind.Kept => '=', DifferenceKind.Removed => '-', _ => '+' }) + r.Text)));

    [Fact]
    public void Difference_WithoutWhatWasAdded_IsTheFirstText()
    {
        const string Before = "Checks, signs and files the log; then leaves.";
        const string After = "Signs the daily log, then files it.";

        var runs = WordDifference.Between(Before, After);

        Assert.Equal(NormalText.Of(Before), NormalText.Of(string.Concat(runs.Where(r => r.Kind != DifferenceKind.Added).Select(r => r.Text + " "))));
        Assert.Equal(NormalText.Of(After), NormalText.Of(string.Concat(runs.Where(r => r.Kind != DifferenceKind.Removed).Select(r => r.Text + " "))));
    }
}
