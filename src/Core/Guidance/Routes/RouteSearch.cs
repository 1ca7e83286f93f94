namespace Trellis.Core.Guidance.Routes;

/// <summary>A way over numbered places, and what it costs in all.</summary>
public sealed record FoundPath(IReadOnlyList<int> Places, double Cost);

/// <summary>
/// The cheapest ways from one place to another over at most so many moves, none visiting a place twice: exact, by best-first search with
/// the cheapest rest of the way as its bound. docs/formulas.md, "Stepping stones". Pure.
/// </summary>
public sealed class RouteSearch
{
    private readonly double[] _costs;
    private readonly int _count;

    /// <summary>Works out what each move costs; infinity is a move that is not made.</summary>
    /// <param name="cost">What a move costs, above 0; infinite where there is none.</param>
    public RouteSearch(int count, Func<int, int, double> cost)
    {
        (_count, _costs) = (count, new double[count * count]);
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
                _costs[from * count + to] = from == to ? double.PositiveInfinity : cost(from, to);
        }
    }

    public double Cost(int from, int to) => _costs[from * _count + to];

    /// <summary>The best ways, the best first; equal ones with fewer moves first, then in the order of their places.</summary>
    public IReadOnlyList<FoundPath> Best(int start, int goal, int mostMoves, int wanted)
    {
        var found = new List<FoundPath>();
        if (start == goal)
            return found;
        var rest = Rest(goal, mostMoves);
        var open = new PriorityQueue<Way, Way>(Comparer<Way>.Create(Way.Compare));
        Push(open, new([start], 0, rest[mostMoves][start]));
        while (found.Count < wanted && open.TryDequeue(out var way, out _))
        {
            if (way.Places[^1] == goal)
            {
                found.Add(new(way.Places, way.Cost));
                continue;
            }
            var left = mostMoves - way.Places.Length;
            for (var next = 0; next < _count; next++)
            {
                var cost = way.Cost + Cost(way.Places[^1], next);
                if (cost < double.PositiveInfinity && !way.Places.Contains(next))
                    Push(open, new([.. way.Places, next], cost, cost + rest[left][next]));
            }
        }
        return found;
    }

    private static void Push(PriorityQueue<Way, Way> open, Way way)
    {
        if (way.AtLeast < double.PositiveInfinity)
            open.Enqueue(way, way);
    }

    /// <summary>What the rest of the way costs at least, by how many moves are left and by place.</summary>
    private double[][] Rest(int goal, int mostMoves)
    {
        var rest = new double[mostMoves + 1][];
        rest[0] = new double[_count];
        Array.Fill(rest[0], double.PositiveInfinity);
        rest[0][goal] = 0;
        for (var moves = 1; moves <= mostMoves; moves++)
        {
            var (before, now) = (rest[moves - 1], (double[])rest[moves - 1].Clone());
            for (var from = 0; from < _count; from++)
            {
                for (var to = 0; to < _count; to++)
                    now[from] = Math.Min(now[from], Cost(from, to) + before[to]);
            }
            rest[moves] = now;
        }
        return rest;
    }

    /// <summary>A way as far as it has been walked.</summary>
    /// <param name="AtLeast">What any way to the goal costs that begins so.</param>
    private sealed record Way(int[] Places, double Cost, double AtLeast)
    {
        /// <summary>Sums of the same costs in another order differ in their last digits.</summary>
        private const double Same = 1e-9;

        public static int Compare(Way? one, Way? other)
        {
            if (Math.Abs(one!.AtLeast - other!.AtLeast) > Same)
                return one.AtLeast.CompareTo(other.AtLeast);
            if (one.Places.Length != other.Places.Length)
                return one.Places.Length.CompareTo(other.Places.Length);
            return one.Places.AsSpan().SequenceCompareTo(other.Places);
        }
    }
}
