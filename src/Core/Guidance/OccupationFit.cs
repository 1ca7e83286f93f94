using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Core.Guidance;

/// <summary>What is known of one occupation in the person's area when occupations are ranked.</summary>
/// <param name="Label">What the area's rule calls it; null where it could not be judged.</param>
public sealed record FitMarket(DirectoryEntry Entry, DemandLabel? Label);

/// <summary>How one criterion came out for an occupation, 0 to 1; null where it could not be told.</summary>
public sealed record FitPart(FitCriterion Criterion, double? Value, int Weight);

/// <summary>An occupation in the ranking, with everything that led there.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Certainty">How far the closeness of skills can be relied on, 0 to 1.</param>
public sealed record FitRow(DirectoryEntry Entry, double Score, double Certainty, IReadOnlyList<FitPart> Parts)
{
    public required IReadOnlyList<FitPoint> For { get; init; }

    public required IReadOnlyList<FitPoint> Against { get; init; }

    public DemandLabel? Label { get; init; }

    public double? Part(FitCriterion criterion) => Parts.First(p => p.Criterion == criterion).Value;
}

/// <summary>The occupations that fit a person, the best first, and how many the person's own limits left out.</summary>
/// <param name="NotCounted">Criteria that tell nothing of this person, as interests before any were asked.</param>
public sealed record FitRanking(IReadOnlyList<FitRow> Rows, int LeftOut, IReadOnlyList<FitCriterion> NotCounted);

/// <summary>Ranks occupations for a person: docs/formulas.md, "Fit of an occupation". Pure.</summary>
public sealed class OccupationFit
{
    /// <summary>Counted where an occupation lacks a figure that others have: neither for nor against it.</summary>
    public const double Unknown = 0.5;

    private readonly Profile _profile;
    private readonly PersonSkills _skills;
    private readonly SkillTable _table;
    private readonly Closeness[] _closeness;
    private readonly float[]? _interests;
    private readonly int? _zone;
    private readonly int _current;
    private readonly double[] _wages;

    /// <summary>Takes in what is known of the person and of the area.</summary>
    public OccupationFit(Profile profile, PersonSkills skills, IReadOnlyList<FitMarket> market)
    {
        (_profile, _skills, _table, Market) = (profile, skills, skills.Table, market);
        _closeness = SkillCloseness.ToAll(skills);
        _interests = InterestFit.Scores(profile.Interests);
        _zone = Preparation.ZoneOf(profile, _table);
        _current = (profile.Jobs.Find(j => j.IsCurrent && _table.Row(j.OnetSoc) >= 0) ?? profile.Jobs.Find(j => _table.Row(j.OnetSoc) >= 0)) is { } job ? _table.Row(job.OnetSoc) : -1;
        _wages = [.. market.Select(m => m.Entry.MedianWage.Value).OfType<double>().Order()];
    }

    public IReadOnlyList<FitMarket> Market { get; }

    /// <summary>The title of the job that nearness is measured from; null where there is none.</summary>
    public string? Current => _current < 0 ? null : _table.Occupations[_current].Title;

    public FitRanking Rank()
    {
        var rows = Market.Select(m => (Market: m, Values: Values(m))).ToList();
        var silent = Enum.GetValues<FitCriterion>().Where(c => rows.TrueForAll(r => r.Values[(int)c] is null)).ToList();
        var fitting = rows.Where(r => IsWithinLimits(r.Market.Entry)).ToList();
        var ranked = fitting.Select(r => Row(r.Market, r.Values, silent)).OrderByDescending(r => r.Score).ThenBy(r => r.Entry.Occupation.Code, StringComparer.Ordinal);
        return new([.. ranked], rows.Count - fitting.Count, silent);
    }

    private bool IsWithinLimits(DirectoryEntry entry) =>
        (_profile.Fit.MostZone is not { } most || entry.Occupation.JobZone is not { } zone || zone <= most)
        && (!_profile.Fit.OnlyEnoughPay || _profile.Constraints.PayNeeded is not { } needed || entry.MedianWage is not { Value: { } wage } || wage >= needed);

    private FitRow Row(FitMarket market, double?[] values, List<FitCriterion> silent)
    {
        var parts = Enum.GetValues<FitCriterion>().Select(c => new FitPart(c, values[(int)c], silent.Contains(c) ? 0 : _profile.Fit.Weight(c))).ToList();
        var weight = parts.Sum(p => p.Weight);
        var score = weight == 0 ? 0 : parts.Sum(p => p.Weight * (p.Value ?? Unknown)) / weight;
        var row = _table.Row(market.Entry.Occupation.Code);
        var points = new FitReasons(_profile, _skills, _zone).Of(market, row, values);
        return new(market.Entry, score, row < 0 ? 0 : _closeness[row].Certainty, parts)
        {
            For = [.. points.Where(p => p.IsFor)],
            Against = [.. points.Where(p => !p.IsFor)],
            Label = market.Label,
        };
    }

    private double?[] Values(FitMarket market)
    {
        var row = _table.Row(market.Entry.Occupation.Code);
        return
        [
            row < 0 || _closeness[row].Certainty <= 0 ? null : _closeness[row].Value,
            row < 0 || InterestFit.Correlation(_interests, _table.Interests(row)) is not { } correlation ? null : (correlation + 1) / 2,
            market.Entry.MedianWage.Value is { } wage ? ShareBelow(wage) : null,
            market.Label switch { DemandLabel.InDemand => 1, DemandLabel.Balanced => Unknown, DemandLabel.NotInDemand => 0, _ => null },
            Preparation.Fit(_zone, market.Entry.Occupation.JobZone),
            SkillCloseness.Between(_table, _current, row),
        ];
    }

    /// <summary>The share of the area's occupations that pay less; of those that pay the same, half.</summary>
    private double ShareBelow(double wage)
    {
        var (below, same) = (0, 0);
        foreach (var other in _wages)
            (below, same) = (below + (other < wage ? 1 : 0), same + (other == wage ? 1 : 0));
        return (below + same / 2.0) / _wages.Length;
    }
}

/// <summary>One thing that speaks for or against an occupation.</summary>
/// <param name="Subject">The name of a skill, or the letters of interests; empty where the kind says all.</param>
public sealed record FitPoint(FitPointKind Kind, bool IsFor, string Subject = "")
{
    /// <summary>The figure it rests on: cents, zones or levels.</summary>
    public Figure Figure { get; init; } = Figure.NotApplicable;
}

/// <summary>What a point is about.</summary>
public enum FitPointKind
{
    SkillHeld,
    SkillShort,
    InterestsAlike,
    InterestsApart,
    PayEnough,
    PayShort,
    PayUnknown,
    InDemand,
    NotInDemand,
    DemandUnknown,
    PreparationHeld,
    PreparationMore,
    PreparationUnknown,
    NearJob,
    FarFromJob,
    SkillsUnknown,
    InterestsUnknown,
}
