using Trellis.Core.Guidance.Routes;
using Xunit;

namespace Trellis.Tests.Guidance.Routes;

/// <summary>docs/formulas.md, "Stepping stones": the search against every way that there is.</summary>
public sealed class RouteSearchTests
{
    private const double None = double.PositiveInfinity;

    [Fact]
    public void Best_OnRandomGraphs_IsWhatAnExhaustiveSearchFinds()
    {
        const int Graphs = 60, Wanted = 3;
        var random = new Random(11);
        var withRoutes = 0;
        for (var graph = 0; graph < Graphs; graph++)
        {
            var count = random.Next(4, 9);
            var costs = Enumerable.Range(0, count * count).Select(_ => random.Next(3) == 0 ? None : random.Next(1, 40) / 8.0).ToArray();
            var search = new RouteSearch(count, (from, to) => costs[from * count + to]);
            for (var moves = 1; moves <= SteppingStones.MostStones + 1; moves++)
            {
                var all = All(search, count, [0], count - 1, moves).OrderBy(p => p.Cost).ThenBy(p => p.Places.Count).ThenBy(p => string.Concat(p.Places)).Take(Wanted).ToList();
                var found = search.Best(0, count - 1, moves, Wanted);

                Assert.Equal(all.Select(p => p.Places), found.Select(p => p.Places));
                Assert.Equal(all.Select(p => p.Cost), found.Select(p => p.Cost));
                withRoutes += all.Count;
            }
        }
        Assert.True(withRoutes > Graphs, "The graphs have hardly any way.");
    }

    [Fact]
    public void Best_OfAStartThatIsTheGoal_IsNone() => Assert.Empty(new RouteSearch(3, (_, _) => 1).Best(1, 1, 4, 3));

    private static IEnumerable<FoundPath> All(RouteSearch search, int count, int[] way, int goal, int moves)
    {
        if (way[^1] == goal)
            return [new(way, way.Zip(way.Skip(1), search.Cost).Sum())];
        return moves == 0 ? [] : Enumerable.Range(0, count).Where(n => !way.Contains(n) && search.Cost(way[^1], n) < None).SelectMany(n => All(search, count, [.. way, n], goal, moves - 1));
    }
}
