namespace Trellis.Core.Occupations.Coding;

/// <summary>How much each kind of evidence speaks for each occupation, occupations in the order of their codes. Units differ; weights make them one.</summary>
public sealed class TitleEvidence(int occupations)
{
    public float[] Net { get; } = new float[occupations];

    public float[] Near { get; } = new float[occupations];

    public float[] Words { get; } = new float[occupations];

    public float[] Known { get; } = new float[occupations];

    public float[] DutiesNet { get; } = new float[occupations];

    public float[] DutiesWords { get; } = new float[occupations];

    public float[] Industry { get; } = new float[occupations];

    /// <summary>Whether some occupation carries this very title.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Fills in the probability of each occupation: the softmax of the weighted sum.</summary>
    public void Fill(CoderWeights weights, Span<float> probabilities)
    {
        for (var o = 0; o < probabilities.Length; o++)
        {
            probabilities[o] = weights.Net * Net[o] + weights.Near * Near[o] + weights.Words * Words[o] + weights.Known * Known[o]
                + weights.DutiesNet * DutiesNet[o] + weights.DutiesWords * DutiesWords[o] + weights.Industry * Industry[o];
        }
        NetVector.SoftMax(probabilities);
    }
}
