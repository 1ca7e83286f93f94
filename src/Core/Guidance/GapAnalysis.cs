using Trellis.Core.Text;

namespace Trellis.Core.Guidance;

/// <summary>One thing that a goal asks for: an element of an occupation, a statement of a model, a line of a job order.</summary>
/// <param name="Group">The block or part that it stands in.</param>
/// <param name="Weight">How much it matters, above 0 to 1.</param>
/// <param name="Level">The level asked for, above 0 to 4.</param>
public sealed record Requirement(string Id, LanguageText Name, LanguageText Group, double Weight, double Level);

/// <summary>How a person stands to one requirement.</summary>
public enum GapState
{
    Have,
    Partly,
    Missing,
    NotAssessed,
}

/// <summary>A requirement with the person's level.</summary>
/// <param name="Person">Null where nothing is known of the person here.</param>
public sealed record GapRow(Requirement Requirement, PersonLevel? Person)
{
    /// <summary>A level this near to the one asked for is enough: nobody rates finer.</summary>
    public const double Near = 0.25;

    public double Gap => Person is { } person ? Math.Max(0, Requirement.Level - person.Level) : Requirement.Level;

    /// <summary>How far the requirement is met, 0 to 1; more than is asked adds nothing.</summary>
    public double Met => Person is { } person ? Math.Min(1, person.Level / Requirement.Level) : 0;

    public GapState State => Person switch
    {
        null => GapState.NotAssessed,
        { } p when p.Level >= Requirement.Level - Near => GapState.Have,
        { } p when p.Level >= Requirement.Level / 2 => GapState.Partly,
        _ => GapState.Missing,
    };
}

/// <summary>A share from 0 to 1 and the bounds that it may lie within.</summary>
public sealed record Readiness(double Value, double Lowest, double Highest);

/// <summary>The requirements of one block, and how ready the person is in it; null where nothing of it was assessed.</summary>
public sealed record GapBlock(LanguageText Name, IReadOnlyList<GapRow> Rows, Readiness? Readiness)
{
    public int Count(GapState state) => Rows.Count(r => r.State == state);
}

/// <summary>What a person has, partly has and lacks of what a goal asks for. docs/formulas.md, "Gap analysis". Pure.</summary>
/// <param name="Readiness">Null where nothing was assessed.</param>
public sealed record GapAnalysis(IReadOnlyList<GapBlock> Blocks, Readiness? Readiness)
{
    /// <summary>How far a rating and an estimate stray from the truth, as a standard deviation in levels.</summary>
    private const double RatingError = 0.5, EstimateError = 1;

    /// <summary>Nine of ten true values lie within so many standard deviations.</summary>
    private const double NineOfTen = 1.645;

    public IEnumerable<GapRow> Rows => Blocks.SelectMany(b => b.Rows);

    /// <summary>What is missing most: by weight times the levels that lack; equal ones by their ids.</summary>
    public IEnumerable<GapRow> Gaps => Rows.Where(r => r.State is GapState.Partly or GapState.Missing)
        .OrderByDescending(r => r.Requirement.Weight * r.Gap).ThenBy(r => r.Requirement.Id, StringComparer.Ordinal);

    /// <summary>What the person brings along, the most important first.</summary>
    public IEnumerable<GapRow> Strengths => Rows.Where(r => r.State == GapState.Have)
        .OrderByDescending(r => r.Requirement.Weight * r.Requirement.Level).ThenBy(r => r.Requirement.Id, StringComparer.Ordinal);

    public int Count(GapState state) => Rows.Count(r => r.State == state);

    public static GapAnalysis Of(IEnumerable<Requirement> requirements, Func<Requirement, PersonLevel?> person)
    {
        var rows = requirements.Where(r => r is { Weight: > 0, Level: > 0 }).Select(r => new GapRow(r, person(r))).ToList();
        return new([.. rows.GroupBy(r => r.Requirement.Group).Select(g => new GapBlock(g.Key, [.. g], ReadinessOf([.. g])))], ReadinessOf(rows));
    }

    /// <summary>The weighted share that is met of what was assessed; what was not widens the bounds to the full.</summary>
    public static Readiness? ReadinessOf(IReadOnlyList<GapRow> rows)
    {
        var assessed = rows.Where(r => r.Person is not null).ToList();
        var weight = assessed.Sum(r => r.Requirement.Weight);
        if (weight <= 0)
            return null;
        var all = rows.Sum(r => r.Requirement.Weight);
        var met = assessed.Sum(r => r.Requirement.Weight * r.Met);
        var error = NineOfTen * Math.Sqrt(assessed.Sum(r => Math.Pow(r.Requirement.Weight * Error(r), 2)));
        return new(met / weight, Math.Max(0, met - error) / all, (Math.Min(weight, met + error) + all - weight) / all);
    }

    private static double Error(GapRow row) => (row.Person!.Value.Origin == LevelOrigin.Rated ? RatingError : EstimateError) / row.Requirement.Level;
}
