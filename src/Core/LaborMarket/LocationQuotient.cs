using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>Employment of an industry in an area beside that of the whole it is a part of, in jobs of the same period and source.</summary>
public readonly record struct IndustryEmployment(Figure Industry, Figure Whole);

/// <summary>Which of the four numbers of a location quotient.</summary>
public enum LocationQuotientPart
{
    IndustryHere,
    WholeHere,
    IndustryElsewhere,
    WholeElsewhere,
}

/// <summary>
/// How much more of an area's work is in an industry than of the work of a reference area: docs/formulas.md, "Location quotient".
/// Without unit; 1 is the same share. Not applicable where the reference has no such work at all. Pure.
/// </summary>
public sealed record LocationQuotient(Figure Quotient, IReadOnlyList<MissingPart<LocationQuotientPart>> Missing)
{
    /// <summary>The quotient of one industry in one area.</summary>
    /// <param name="here">The area.</param>
    /// <param name="reference">The area it is held against, most often the nation; any area and any whole may be chosen.</param>
    public static LocationQuotient Of(IndustryEmployment here, IndustryEmployment reference)
    {
        var missing = MissingParts.Of(
            (LocationQuotientPart.IndustryHere, here.Industry),
            (LocationQuotientPart.WholeHere, here.Whole),
            (LocationQuotientPart.IndustryElsewhere, reference.Industry),
            (LocationQuotientPart.WholeElsewhere, reference.Whole));
        if (missing.Count > 0)
            return new(MissingParts.Result(missing), missing);
        if (here.Whole.Value <= 0 || reference.Industry.Value <= 0 || reference.Whole.Value <= 0)
            return new(Figure.NotApplicable, []);
        var share = here.Industry.Value!.Value / here.Whole.Value!.Value;
        return new(Figure.Of(share / (reference.Industry.Value!.Value / reference.Whole.Value!.Value)), []);
    }
}
