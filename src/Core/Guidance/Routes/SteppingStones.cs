using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Core.Guidance.Routes;

/// <summary>One move of a route, with everything that its cost rests on.</summary>
public sealed record RouteMove(RouteStop From, RouteStop To, MoveCost Cost)
{
    public required IReadOnlyList<NewSkill> New { get; init; }
}

/// <summary>A way from one occupation to another, and what its moves cost together.</summary>
public sealed record SteppingRoute(IReadOnlyList<RouteMove> Moves, double Cost);

/// <summary>
/// Routes from one occupation to another over jobs in between, the easiest first. docs/formulas.md, "Stepping stones". Pure.
/// </summary>
public sealed class SteppingStones
{
    public const int MostStones = 3;

    private readonly SkillShortfall _shortfall;
    private readonly RouteStop[] _stops;
    private readonly double[] _scarcity;

    /// <summary>The occupations of a release that have ratings, with what the market of an area says of them.</summary>
    /// <param name="market">Wages and openings of the area; occupations without any stand without.</param>
    public SteppingStones(SkillShortfall shortfall, IEnumerable<DirectoryEntry> market)
    {
        _shortfall = shortfall;
        var entries = market.ToDictionary(e => e.Occupation.Code, StringComparer.Ordinal);
        _stops = [.. shortfall.Table.Occupations.Select(o => entries.TryGetValue(o.Code, out var entry)
            ? new RouteStop(o.Code, o.Title, o.JobZone, entry.MedianWage, entry.Openings)
            : new RouteStop(o.Code, o.Title, o.JobZone, Figure.NotReported, Figure.NotReported))];
        _scarcity = Scarcity([.. _stops.Select(s => s.Openings.Value)]);
    }

    /// <summary>The best routes, the easiest first; none where an occupation has no ratings or no moves within the limits lead there.</summary>
    public IReadOnlyList<SteppingRoute> Best(string from, string to, RouteLimits limits, int wanted)
    {
        var (start, goal) = (_shortfall.Table.Row(from), _shortfall.Table.Row(to));
        if (start < 0 || goal < 0)
            return [];
        var search = new RouteSearch(_stops.Length, (a, b) => Cost(a, b) is var cost && cost.Obstacle(limits) == MoveObstacle.None ? cost.Value : double.PositiveInfinity);
        return [.. search.Best(start, goal, MostStones + 1, wanted).Select(p => new SteppingRoute([.. p.Places.Zip(p.Places.Skip(1), Move)], p.Cost))];
    }

    /// <summary>The move without any stone; null where an occupation has no ratings.</summary>
    public RouteMove? Direct(string from, string to) =>
        _shortfall.Table.Row(from) is >= 0 and var start && _shortfall.Table.Row(to) is >= 0 and var goal && start != goal ? Move(start, goal) : null;

    private RouteMove Move(int from, int to) => new(_stops[from], _stops[to], Cost(from, to)) { New = _shortfall.NewSkills(from, to) };

    private MoveCost Cost(int from, int to) => new(
        _shortfall[from, to], MoveCost.ZonesUp(_stops[from].Zone, _stops[to].Zone), MoveCost.PayChange(_stops[from].Wage, _stops[to].Wage), _scarcity[to]);

    /// <summary>The share of the occupations with known openings that have more of them; half of those that have as many.</summary>
    public static double[] Scarcity(double?[] openings)
    {
        var known = openings.OfType<double>().ToList();
        return [.. openings.Select(o => o is { } own && known.Count > 1
            ? (known.Count(k => k > own) + (known.Count(k => k == own) - 1) / 2.0) / (known.Count - 1)
            : MoveCost.UnknownScarcity)];
    }
}
