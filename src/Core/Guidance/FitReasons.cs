using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Core.Guidance;

/// <summary>Says why an occupation fits a person and what speaks against it: docs/formulas.md, "Fit of an occupation". Pure.</summary>
public sealed class FitReasons(Profile profile, PersonSkills skills, int? zone)
{
    /// <summary>Less important skills are not worth a word.</summary>
    private const float Important = 0.5f;

    /// <summary>A level this far below what is asked is short.</summary>
    private const double Short = 1;

    private const int MostSkills = 3;

    /// <summary>Correlations from here on are alike, below its negative apart; nearness from here on is near, below the other far.</summary>
    private const double Alike = 0.7, Apart = 0.4, Near = 0.85, Far = 0.6;

    public List<FitPoint> Of(FitMarket market, int row, IReadOnlyList<double?> values) =>
    [
        .. Skills(row), .. Interests(row, values[(int)FitCriterion.Interests]), .. Pay(market.Entry.MedianWage), .. Demand(market.Label),
        .. Prepared(market.Entry.Occupation.JobZone), .. Nearness(values[(int)FitCriterion.Nearness]),
    ];

    private IEnumerable<FitPoint> Skills(int row)
    {
        if (row < 0)
            return [new(FitPointKind.SkillsUnknown, false)];
        var table = skills.Table;
        var compared = Enumerable.Range(0, table.Elements.Count).Where(c => table.IsRated(row, c) && table.Importance(row, c) >= Important && skills[c] is not null)
            .Select(c => (Name: table.Elements[c].Name, Importance: table.Importance(row, c), Need: table.Need(row, c), Apart: skills[c]!.Value.Level - table.Need(row, c))).ToList();
        return compared.Where(c => c.Apart >= -Short / 2 && c.Need >= 1).OrderByDescending(c => c.Importance).ThenByDescending(c => c.Apart).Take(MostSkills)
            .Select(c => new FitPoint(FitPointKind.SkillHeld, true, c.Name))
            .Concat(compared.Where(c => c.Apart <= -Short).OrderBy(c => c.Apart * c.Importance).Take(MostSkills)
                .Select(c => new FitPoint(FitPointKind.SkillShort, false, c.Name) { Figure = Figure.Of(-c.Apart) }));
    }

    private IEnumerable<FitPoint> Interests(int row, double? value)
    {
        if (InterestFit.Scores(profile.Interests) is null)
            yield break;
        if (row < 0 || skills.Table.Interests(row).IsEmpty)
            yield return new(FitPointKind.InterestsUnknown, false);
        else if (value >= Alike)
            yield return new(FitPointKind.InterestsAlike, true, InterestFit.Code(skills.Table.Interests(row)));
        else if (value < Apart)
            yield return new(FitPointKind.InterestsApart, false, InterestFit.Code(skills.Table.Interests(row)));
    }

    private IEnumerable<FitPoint> Pay(Figure wage)
    {
        if (!wage.HasValue)
            yield return new(FitPointKind.PayUnknown, false) { Figure = wage };
        else if (profile.Constraints.PayNeeded is { } needed)
            yield return wage.Value >= needed ? new(FitPointKind.PayEnough, true) { Figure = wage } : new(FitPointKind.PayShort, false) { Figure = Figure.Of(needed - wage.Value!.Value) };
    }

    private static IEnumerable<FitPoint> Demand(DemandLabel? label) => label switch
    {
        DemandLabel.InDemand => [new(FitPointKind.InDemand, true)],
        DemandLabel.NotInDemand => [new(FitPointKind.NotInDemand, false)],
        null => [new(FitPointKind.DemandUnknown, false)],
        _ => [],
    };

    private IEnumerable<FitPoint> Prepared(int? needed)
    {
        if (zone is not { } own)
            yield break;
        if (needed is not { } zoneNeeded)
            yield return new(FitPointKind.PreparationUnknown, false);
        else if (zoneNeeded > Math.Max(2, own))
            yield return new(FitPointKind.PreparationMore, false) { Figure = Figure.Of(zoneNeeded) };
        else
            yield return new(FitPointKind.PreparationHeld, true);
    }

    private static IEnumerable<FitPoint> Nearness(double? value) => value switch
    {
        >= Near => [new(FitPointKind.NearJob, true)],
        < Far => [new(FitPointKind.FarFromJob, false)],
        _ => [],
    };
}
