using System.Globalization;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// How much each kind of evidence counts for a title's occupation, and how scores become confidence. Fitted on titles that were held
/// back from the index; data/reference/title-coder.csv. docs/formulas.md, "Title coding".
/// </summary>
public sealed record CoderWeights
{
    /// <summary>The mean logarithm of the nets' probabilities.</summary>
    public required float Net { get; init; }

    /// <summary>The logarithm of the share of votes of near titles.</summary>
    public required float Near { get; init; }

    /// <summary>The words of the title in what is written about the occupation.</summary>
    public required float Words { get; init; }

    /// <summary>The occupation carries this very title.</summary>
    public required float Known { get; init; }

    /// <summary>The net's probability given the duties.</summary>
    public required float DutiesNet { get; init; }

    /// <summary>The words of the duties in what is written about the occupation.</summary>
    public required float DutiesWords { get; init; }

    /// <summary>The industry employs people of the occupation's group.</summary>
    public required float Industry { get; init; }

    /// <summary>Confidence in a title that is not known: logistic function of slope × logit(probability) + offset.</summary>
    public required float NewSlope { get; init; }

    public required float NewOffset { get; init; }

    /// <summary>Confidence in a title that is known.</summary>
    public required float KnownSlope { get; init; }

    public required float KnownOffset { get; init; }

    /// <summary>From this confidence on the first candidate stands alone; below, several fit.</summary>
    public required float Alone { get; init; }

    public static CoderWeights Shipped { get; } = Of(ReferenceLines.Of("title-coder.csv"));

    /// <summary>Reads a table in the form of data/reference/title-coder.csv.</summary>
    public static CoderWeights Parse(string csv) => Of(ReferenceLines.Parse(csv));

    private static CoderWeights Of(IEnumerable<string[]> rows)
    {
        var values = rows.ToDictionary(r => r[0], r => float.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return new()
        {
            Net = values["net"],
            Near = values["near"],
            Words = values["words"],
            Known = values["known"],
            DutiesNet = values["duties-net"],
            DutiesWords = values["duties-words"],
            Industry = values["industry"],
            NewSlope = values["new-slope"],
            NewOffset = values["new-offset"],
            KnownSlope = values["known-slope"],
            KnownOffset = values["known-offset"],
            Alone = values["alone"],
        };
    }
}
