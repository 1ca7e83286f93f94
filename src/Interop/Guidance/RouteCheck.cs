using System.Diagnostics;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Routes;

namespace Trellis.Interop.Guidance;

/// <summary>
/// Compares routes over stepping stones with every way that there is on the full graph of a release; skills alone count, as the release
/// has no wages. docs/formulas.md, "Stepping stones".
/// </summary>
/// <param name="Pairs">Pairs of occupations that were compared.</param>
/// <param name="Routed">Pairs with any route within the limits.</param>
/// <param name="Worse">Routes that cost more than the cheapest of all ways; 0 where the search is exact.</param>
/// <param name="Milliseconds">The time that the search takes for one pair, on average.</param>
public sealed record RouteCheck(int Pairs, int Routed, int Worse, double Milliseconds)
{
    private const double Same = 1e-9;

    internal static RouteCheck Of(SkillTable table)
    {
        const int Compared = 12;
        var shortfall = new SkillShortfall(table);
        var limits = new RouteLimits();
        var count = table.Occupations.Count;
        var search = new RouteSearch(count, (from, to) => new MoveCost(shortfall[from, to], 0, null, MoveCost.UnknownScarcity) is var cost && cost.Obstacle(limits) == MoveObstacle.None
            ? cost.Value : double.PositiveInfinity);
        var (routed, worse, time, random) = (0, 0, TimeSpan.Zero, new Random(3));
        for (var pair = 0; pair < Compared; pair++)
        {
            var (start, goal) = (random.Next(count), random.Next(count));
            var began = Stopwatch.GetTimestamp();
            var found = search.Best(start, goal, SteppingStones.MostStones + 1, 1);
            time += Stopwatch.GetElapsedTime(began);
            var cheapest = start == goal ? double.PositiveInfinity : Cheapest(search, count, start, goal);
            routed += found.Count;
            worse += Math.Abs((found.Count == 0 ? double.PositiveInfinity : found[0].Cost) - cheapest) is > Same ? 1 : 0;
        }
        return new(Compared, routed, worse, time.TotalMilliseconds / Compared);
    }

    /// <summary>The cheapest of all ways over up to three stones, each of them tried.</summary>
    private static double Cheapest(RouteSearch search, int count, int start, int goal)
    {
        var best = search.Cost(start, goal);
        for (var a = 0; a < count; a++)
        {
            var first = search.Cost(start, a);
            if (first == double.PositiveInfinity || a == goal)
                continue;
            best = Math.Min(best, first + search.Cost(a, goal));
            for (var b = 0; b < count; b++)
            {
                var second = first + search.Cost(a, b);
                if (second == double.PositiveInfinity || b == goal || b == start)
                    continue;
                best = Math.Min(best, second + search.Cost(b, goal));
                for (var c = 0; c < count; c++)
                    best = Math.Min(best, second + search.Cost(b, c) + search.Cost(c, goal));
            }
        }
        return best;
    }
}
