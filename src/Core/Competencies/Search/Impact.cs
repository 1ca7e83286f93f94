namespace Trellis.Core.Competencies.Search;

/// <summary>
/// How much a node is about a word: the part of BM25 that does not depend on other nodes, as a whole number from 1 to 255. The
/// usual length is a fixed one, so that loading one framework never changes the order within another.
/// </summary>
internal static class Impact
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.4f;
    private const float UsualLength = 12;
    private const float HeadingFactor = 0.8f;
    private const float CopyFactor = 0.85f;

    private static readonly float[] Weights = [1, 1.5f, 1, 0.3f, 1, 4];

    public static float WeightOf(SearchField field) => Weights[(int)field];

    /// <summary>Headings rank behind statements, and copies behind the statement whose words they took.</summary>
    public static float FactorOf(IndexedStatement s) =>
        (s.Kind.StatesCompetency() ? 1 : HeadingFactor) * (s.IsCopy ? CopyFactor : 1);

    /// <summary>The impact of a word on a node, 1 to 255.</summary>
    /// <param name="weight">How often the node has the word, each time with the weight of its field.</param>
    /// <param name="length">How many words the text of the node has; a text shorter than usual gains nothing by it.</param>
    /// <param name="factor">From <see cref="FactorOf"/>.</param>
    public static byte Of(float weight, int length, float factor)
    {
        var relative = Math.Max(length, UsualLength) / UsualLength;
        var impact = weight / (weight + Saturation * (1 - LengthShare + LengthShare * relative));
        return (byte)Math.Clamp(MathF.Round(255 * factor * impact), 1, 255);
    }
}
