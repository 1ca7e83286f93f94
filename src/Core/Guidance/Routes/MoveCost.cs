using Trellis.Core.Codes;

namespace Trellis.Core.Guidance.Routes;

/// <summary>What is known of an occupation as a stop of a route.</summary>
/// <param name="Zone">Its job zone, 1 to 5; null where it has none.</param>
/// <param name="Wage">The yearly median in the area, in cents.</param>
/// <param name="Openings">Openings a year in the area or, where it has none of its own, in the nation.</param>
public sealed record RouteStop(string Code, string Title, int? Zone, Figure Wage, Figure Openings);

/// <summary>What moves a person takes part in.</summary>
public sealed record RouteLimits
{
    /// <summary>By how many levels the skills may fall short, on average.</summary>
    public double MostShortfall { get; init; } = 0.6;

    /// <summary>How many job zones a move may go up.</summary>
    public int MostZones { get; init; } = 1;

    /// <summary>By what share the pay may fall in one move; 1 allows any fall.</summary>
    public double MostFall { get; init; } = 0.1;
}

/// <summary>Why a move is not one that a route may take.</summary>
public enum MoveObstacle
{
    None,
    Skills,
    Preparation,
    Pay,
}

/// <summary>
/// How hard it is to move from one occupation to another, and whether it can be done in one step. docs/formulas.md, "Cost of a move". Pure.
/// </summary>
/// <param name="Shortfall">By how many levels skills fall short on average, 0 to 4.</param>
/// <param name="Zones">How many job zones it goes up, 0 where it does not; null where one of them is not known.</param>
/// <param name="Pay">The change of pay as a share of the pay before; null where one of them is not known.</param>
/// <param name="Scarcity">0 where no occupation has more openings, 1 where none has fewer.</param>
public readonly record struct MoveCost(double Shortfall, int? Zones, double? Pay, double Scarcity)
{
    /// <summary>Any change of job is a burden, so that no stop is made for nothing.</summary>
    public const double EachMove = 0.1;

    /// <summary>Taken where a figure is not known.</summary>
    public const double UnknownScarcity = 0.5, UnknownZones = 0.5;

    private const double ShortfallUnit = 0.5, ZoneWeight = 0.25, FallWeight = 2, ScarcityWeight = 0.2;

    public double Value => EachMove + Square(Shortfall / ShortfallUnit) + ZoneWeight * Square(Zones ?? UnknownZones)
        + FallWeight * Math.Max(0, -(Pay ?? 0)) + ScarcityWeight * Scarcity;

    /// <summary>What stands in the way first; figures that are not known stand in nobody's way.</summary>
    public MoveObstacle Obstacle(RouteLimits limits) =>
        Shortfall > limits.MostShortfall ? MoveObstacle.Skills
        : Zones > limits.MostZones ? MoveObstacle.Preparation
        : -Pay > limits.MostFall ? MoveObstacle.Pay
        : MoveObstacle.None;

    /// <summary>Job zones that a move goes up; newer releases know no zone 1, what it was is part of 2.</summary>
    public static int? ZonesUp(int? from, int? to) => from is { } a && to is { } b ? Math.Max(0, Math.Max(2, b) - Math.Max(2, a)) : null;

    public static double? PayChange(Figure from, Figure to) => from.Value is > 0 and var before && to.Value is { } after ? after / before - 1 : null;

    private static double Square(double x) => x * x;
}
