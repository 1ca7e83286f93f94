using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>Employment in jobs at the start and at the end of the same period.</summary>
public readonly record struct EmploymentChange(Figure Start, Figure End);

/// <summary>Which of the six numbers of a shift-share analysis.</summary>
public enum ShiftSharePart
{
    LocalStart,
    LocalEnd,
    NationalIndustryStart,
    NationalIndustryEnd,
    NationalStart,
    NationalEnd,
}

/// <summary>
/// Why employment of an industry in an area changed, in jobs: with the nation, with its industry, by the area's own doing. The three
/// add to the change. docs/formulas.md, "Shift-share". All three are missing where one number is. Pure.
/// </summary>
public sealed record ShiftShare(
    Figure NationalShare, Figure IndustryMix, Figure LocalShare, Figure Change, IReadOnlyList<MissingPart<ShiftSharePart>> Missing)
{
    /// <summary>The parts of the change of one industry in one area.</summary>
    /// <param name="local">The industry in the area.</param>
    /// <param name="industry">The industry in the nation, or in the area that is taken for the whole.</param>
    /// <param name="nation">All industries there.</param>
    public static ShiftShare Of(EmploymentChange local, EmploymentChange industry, EmploymentChange nation)
    {
        var missing = MissingParts.Of(
            (ShiftSharePart.LocalStart, local.Start), (ShiftSharePart.LocalEnd, local.End),
            (ShiftSharePart.NationalIndustryStart, industry.Start), (ShiftSharePart.NationalIndustryEnd, industry.End),
            (ShiftSharePart.NationalStart, nation.Start), (ShiftSharePart.NationalEnd, nation.End));
        var unknown = missing.FindAll(m => m.Part is ShiftSharePart.LocalStart or ShiftSharePart.LocalEnd);
        var change = unknown.Count > 0 ? MissingParts.Result(unknown) : Figure.Of(local.End.Value!.Value - local.Start.Value!.Value);
        if (missing.Count > 0)
            return Without(MissingParts.Result(missing), change, missing);
        if (industry.Start.Value <= 0 || nation.Start.Value <= 0)
            return Without(Figure.NotApplicable, change, missing);
        var start = local.Start.Value!.Value;
        var national = start * Growth(nation);
        // Written without the local rate, which an industry new to the area does not have.
        var mix = start * Growth(industry) - national;
        return new(Figure.Of(national), Figure.Of(mix), Figure.Of(change.Value!.Value - start * Growth(industry)), change, missing);
    }

    /// <summary>In whole jobs. The local share is what the other two leave of the change, so that the three still add to it.</summary>
    public ShiftShare Rounded()
    {
        if (NationalShare.Value is not { } national || IndustryMix.Value is not { } mix || Change.Value is not { } change)
            return this;
        (national, mix, change) = (Whole(national), Whole(mix), Whole(change));
        return new(Figure.Of(national), Figure.Of(mix), Figure.Of(change - national - mix), Figure.Of(change), Missing);
    }

    private static ShiftShare Without(Figure parts, Figure change, List<MissingPart<ShiftSharePart>> missing) => new(parts, parts, parts, change, missing);

    private static double Growth(EmploymentChange of) => of.End.Value!.Value / of.Start.Value!.Value - 1;

    private static double Whole(double jobs) => Math.Round(jobs, MidpointRounding.AwayFromZero);
}
