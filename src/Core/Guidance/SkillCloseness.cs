using System.Numerics;

namespace Trellis.Core.Guidance;

/// <summary>How near a person's skills are to what an occupation asks, 0 to 1, and how far that can be relied on, 0 to 1.</summary>
public readonly record struct Closeness(float Value, float Certainty);

/// <summary>Skill closeness of a person to all occupations, and of occupations to one another. docs/formulas.md, "Skill closeness". Pure.</summary>
public static class SkillCloseness
{
    /// <summary>A mean distance of so many levels is no closeness at all.</summary>
    private const float FarthestLevels = 2;

    /// <summary>So much weight of answers is needed before they count as much as the mean of all occupations.</summary>
    private const float PriorWeight = 3;

    /// <summary>How much a skill counts of which nothing is known, beside one that was rated.</summary>
    private const float UnknownWeight = 0.1f;

    /// <summary>Ratings that differ by less, as a standard deviation in levels, tell occupations apart badly.</summary>
    private const float LeastSpread = 0.5f;

    /// <summary>Of fewer ratings nobody can say that they are all alike.</summary>
    private const int LeastRated = 3;

    /// <summary>The closeness to every occupation, in the order of the table; nothing where nothing is known of the person.</summary>
    public static Closeness[] ToAll(PersonSkills person)
    {
        var table = person.Table;
        var closeness = new Closeness[table.Occupations.Count];
        if (person.Known == 0)
            return closeness;
        var (sum, count, spread) = (0f, 0, Spread(person));
        var (levels, counts) = Completed(person);
        for (var row = 0; row < closeness.Length; row++)
        {
            var known = Dot(person.Weights, table.Weights(row));
            if (known <= 0)
                continue;
            var (squares, weight) = Distance(levels, counts, table.Needs(row), table.Weights(row));
            closeness[row] = new(Math.Max(0, 1 - MathF.Sqrt(squares / weight) / FarthestLevels), spread * known / (known + PriorWeight));
            (sum, count) = (sum + closeness[row].Value, count + 1);
        }
        var mean = count == 0 ? 0 : sum / count;
        for (var row = 0; row < closeness.Length; row++)
            closeness[row] = new(mean + closeness[row].Certainty * (closeness[row].Value - mean), closeness[row].Certainty);
        return closeness;
    }

    /// <summary>How alike two occupations are: the cosine of what matters in them; null where one of them has no ratings.</summary>
    public static double? Between(SkillTable table, int one, int other)
    {
        if (one < 0 || other < 0)
            return null;
        var a = table.Importances(one);
        var b = table.Importances(other);
        var (both, left, right) = (Dot(a, b), Dot(a, a), Dot(b, b));
        return left <= 0 || right <= 0 ? null : Math.Clamp(both / Math.Sqrt((double)left * right), 0, 1);
    }

    /// <summary>The rows of the occupations that are closest, the closest first; equal ones in the order of their codes.</summary>
    public static int[] Top(Closeness[] closeness, int count) =>
        [.. Enumerable.Range(0, closeness.Length).OrderByDescending(r => closeness[r].Value).ThenBy(r => r).Take(count)];

    /// <summary>The person's levels; where nothing is known, what occupations ask for on average, which counts little.</summary>
    private static (float[] Levels, float[] Weights) Completed(PersonSkills person)
    {
        var (levels, weights) = ((float[])person.Values.Clone(), (float[])person.Weights.Clone());
        for (var column = 0; column < person.Table.Elements.Count; column++)
        {
            if (weights[column] <= 0)
                (levels[column], weights[column]) = (person.Table.Usual[column], UnknownWeight);
        }
        return (levels, weights);
    }

    private static (float Squares, float Weight) Distance(ReadOnlySpan<float> values, ReadOnlySpan<float> known, ReadOnlySpan<float> needs, ReadOnlySpan<float> weights)
    {
        var (squares, weight) = (Vector<float>.Zero, Vector<float>.Zero);
        for (var i = 0; i < values.Length; i += Vector<float>.Count)
        {
            var counts = new Vector<float>(known[i..]) * new Vector<float>(weights[i..]);
            var apart = new Vector<float>(values[i..]) - new Vector<float>(needs[i..]);
            squares += counts * apart * apart;
            weight += counts;
        }
        return (Vector.Sum(squares), Vector.Sum(weight));
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i += Vector<float>.Count)
            sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        return Vector.Sum(sum);
    }

    /// <summary>How far the levels tell occupations apart, 0 to 1: all of an estimate, and of ratings as far as they differ.</summary>
    private static float Spread(PersonSkills person)
    {
        var rated = person.Values.Where((_, i) => person.Weights[i] >= 1).ToList();
        if (rated.Count < LeastRated)
            return 1;
        var mean = rated.Average();
        var differ = Math.Min(1, MathF.Sqrt(rated.Average(v => (v - mean) * (v - mean))) / LeastSpread);
        var estimated = person.Weights.Sum() - rated.Count;
        return (estimated + rated.Count * differ) / (estimated + rated.Count);
    }
}
