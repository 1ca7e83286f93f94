using Sylvan.Data.Csv;
using Trellis.Core.Codes;

namespace Trellis.Interop.Comparisons;

/// <summary>Two statements and what a person said of their meaning, read from the labelled set.</summary>
public sealed record LabelledPair(int Row, string Split, string Source, PairLabel Label, string Trap, string Language, LabelledStatement Left, LabelledStatement Right)
{
    /// <summary>Whether the two say the same, so that a comparison should match them.</summary>
    public bool IsMatch => Means(Label);

    /// <summary>What the two who labelled it said, each without knowing of the other; the label is what they agreed on.</summary>
    public (PairLabel First, PairLabel Second)? ByTwo { get; init; }

    /// <summary>Whether statements with this label say the same.</summary>
    public static bool Means(PairLabel label) => label is PairLabel.Same or PairLabel.Reworded;

    /// <summary>Reads tests/Tests/Golden/compare-pairs.csv or a file of its form.</summary>
    public static List<LabelledPair> Read(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var pairs = new List<LabelledPair>();
        while (reader.Read())
        {
            pairs.Add(new(
                reader.RowNumber + 1, reader.GetString(0), reader.GetString(1), ReadLabel(reader, 2), reader.GetString(3), reader.GetString(4),
                new(reader.GetString(5), reader.GetString(6)), new(reader.GetString(7), reader.GetString(8)))
            {
                ByTwo = reader.FieldCount > 10 && reader.GetString(10).Length > 0 ? (ReadLabel(reader, 9), ReadLabel(reader, 10)) : null,
            });
        }
        return pairs;
    }

    private static PairLabel ReadLabel(CsvDataReader reader, int column) => Enum.TryParse<PairLabel>(reader.GetString(column), ignoreCase: true, out var label)
        ? label
        : throw new UnusableInputException(Problem.Rejected("unknown-label", $"row {reader.RowNumber + 1}", "The label {0} is not same, reworded, related or different.", reader.GetString(column)));
}

/// <summary>How two statements relate, by a person's judgment of their meaning.</summary>
public enum PairLabel
{
    Same,

    /// <summary>A steward would merge the two without losing a requirement.</summary>
    Reworded,

    /// <summary>About the same matter, but a person may do the one and not the other.</summary>
    Related,
    Different,
}

/// <summary>
/// A statement of the labelled set: "slug/block.statement" of a shipped model, "file#identifier" of a real release, or nothing
/// where the text was written for the set; and the text as it was labelled, empty for a real release.
/// </summary>
public sealed record LabelledStatement(string Reference, string Text)
{
    public bool IsWritten => Reference.Length == 0;

    public bool IsReal => Reference.Contains('#', StringComparison.Ordinal);
}
