using Trellis.Core.Occupations.Coding;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The sum of evidence, worked out by hand. docs/formulas.md, "Title coding".</summary>
public sealed class CodingWeightTests
{
    private const string Table = "name,value\nnet,1\nnear,0.5\nwords,2\nknown,6\nduties-net,1\nduties-words,1\nindustry,1\nnew-slope,1\nnew-offset,0\nknown-slope,1\nknown-offset,0\nalone,0.8\n";

    [Fact]
    public void Fill_TwoOccupations_IsTheSoftmaxOfTheWeightedSum()
    {
        var evidence = new TitleEvidence(2);
        (evidence.Net[0], evidence.Near[0], evidence.Words[0], evidence.Industry[0]) = (-1, -2, 1.5f, 1);
        (evidence.Net[1], evidence.Near[1], evidence.Words[1]) = (-0.5f, -1, 1);
        var probabilities = new float[2];

        evidence.Fill(CoderWeights.Parse(Table), probabilities);

        // 1(-1) + 0.5(-2) + 2(1.5) + 1 = 2; 1(-0.5) + 0.5(-1) + 2(1) = 1; e / (e + 1) = 0.7311.
        Assert.Equal(0.7311, probabilities[0], 4);
        Assert.Equal(0.2689, probabilities[1], 4);
    }

    [Fact]
    public void Shipped_Weights_AreRead()
    {
        Assert.InRange(CoderWeights.Shipped.Alone, 0.5f, 1f);
        Assert.InRange(CoderWeights.Shipped.NewSlope, 0.3f, 2f);
    }
}
