using System.Numerics;

namespace Trellis.Core.Guidance.Routes;

/// <summary>
/// By how many levels of 4 the skills of one occupation fall short of what another asks, on average; what one has more of does not make
/// up for it. docs/formulas.md, "Cost of a move". Never changes; safe for several threads. Pure.
/// </summary>
public sealed class SkillShortfall
{
    /// <summary>The share of what is asked that is taken to lack where the other occupation is not rated.</summary>
    private const float Unrated = 1 / 3f;

    private readonly float[] _levels;

    public SkillShortfall(SkillTable table)
    {
        Table = table;
        var count = table.Occupations.Count;
        _levels = new float[count * count];
        for (var to = 0; to < count; to++)
        {
            for (var from = 0; from < count; from++)
                _levels[from * count + to] = Mean(table, from, to);
        }
    }

    public SkillTable Table { get; }

    /// <summary>0 to 4; 4 where the occupation aimed at is rated by nothing of importance.</summary>
    public float this[int from, int to] => _levels[from * Table.Occupations.Count + to];

    /// <summary>What the second occupation asks and the first does not, what weighs most first.</summary>
    public IReadOnlyList<NewSkill> NewSkills(int from, int to)
    {
        const float LeastImportance = 0.375f, LeastLevels = 0.5f;
        return [.. Enumerable.Range(0, Table.Elements.Count)
            .Where(c => Table.IsRated(to, c) && Table.Importance(to, c) >= LeastImportance)
            .Select(c => (Skill: new NewSkill(Table.Elements[c].Id, Table.Elements[c].Name, Table.Need(to, c) - Had(from, c)), Importance: Table.Importance(to, c)))
            .Where(s => s.Skill.Levels >= LeastLevels)
            .OrderByDescending(s => s.Importance * s.Skill.Levels).ThenBy(s => s.Skill.Element, StringComparer.Ordinal).Select(s => s.Skill)];
    }

    private float Had(int row, int column) => Table.IsRated(row, column) ? Table.Need(row, column) : 0;

    private static float Mean(SkillTable table, int from, int to)
    {
        var had = table.Needs(from);
        var rated = table.Weights(from);
        var asked = table.Needs(to);
        var importance = table.Importances(to);
        var (sum, weight) = (Vector<float>.Zero, Vector<float>.Zero);
        for (var i = 0; i < had.Length; i += Vector<float>.Count)
        {
            var counts = new Vector<float>(importance[i..]);
            var needs = new Vector<float>(asked[i..]);
            var lacks = Vector.Max(Vector<float>.Zero, needs - new Vector<float>(had[i..]));
            sum += counts * Vector.ConditionalSelect(Vector.GreaterThan(new Vector<float>(rated[i..]), Vector<float>.Zero), lacks, needs * Unrated);
            weight += counts;
        }
        return Vector.Sum(weight) is > 0 and var all ? Vector.Sum(sum) / all : SkillRating.Highest;
    }
}

/// <summary>A skill or field of knowledge that a move asks for, and by how many levels of 4 more than the job before.</summary>
public sealed record NewSkill(string Element, string Name, double Levels);

/// <summary>The shortfalls of the table that was last asked for, as one process holds them. Safe for use from several threads.</summary>
public sealed class SkillShortfalls
{
    private volatile SkillShortfall? _last;

    public SkillShortfall Of(SkillTable table) => _last is { } last && ReferenceEquals(last.Table, table) ? last : _last = new(table);
}
