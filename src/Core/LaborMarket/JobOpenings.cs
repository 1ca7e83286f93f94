using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>Which of the three sources of openings.</summary>
public enum OpeningsPart
{
    Growth,
    Exits,
    Transfers,
}

/// <summary>
/// Openings of an occupation in an average year, by where they come from: jobs that are new, workers who leave the labor force,
/// workers who change to other occupations. docs/formulas.md, "Job openings". Growth is below zero where jobs go. Pure.
/// </summary>
public sealed record JobOpenings(Figure Growth, Figure Exits, Figure Transfers)
{
    /// <summary>All openings of a year; never below zero.</summary>
    public Figure Total { get; } = Sum(Growth, Exits, Transfers);

    public IReadOnlyList<MissingPart<OpeningsPart>> Missing { get; } = Lacking(Growth, Exits, Transfers);

    /// <summary>New jobs a year from employment at the two ends of a projection.</summary>
    public static Figure GrowthOf(Figure start, Figure end, double years)
    {
        var missing = MissingParts.Of(("start", start), ("end", end));
        return missing.Count > 0 ? MissingParts.Result(missing)
            : years <= 0 ? Figure.NotApplicable
            : Figure.Of((end.Value!.Value - start.Value!.Value) / years);
    }

    private static Figure Sum(Figure growth, Figure exits, Figure transfers)
    {
        var missing = Lacking(growth, exits, transfers);
        return missing.Count > 0
            ? MissingParts.Result(missing)
            : Figure.Of(Math.Max(0, growth.Value!.Value + exits.Value!.Value + transfers.Value!.Value));
    }

    private static List<MissingPart<OpeningsPart>> Lacking(Figure growth, Figure exits, Figure transfers) =>
        MissingParts.Of((OpeningsPart.Growth, growth), (OpeningsPart.Exits, exits), (OpeningsPart.Transfers, transfers));
}
