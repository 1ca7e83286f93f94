namespace Trellis.Core.Guidance;

/// <summary>Where a level of a person comes from.</summary>
public enum LevelOrigin
{
    /// <summary>The person or somebody who knows them rated it.</summary>
    Rated,

    /// <summary>Estimated from the jobs they held.</summary>
    WorkHistory,

    /// <summary>Estimated from ratings of skills that it is tied to.</summary>
    RelatedSkills,
}

/// <summary>How far a person can do something, 0 to 4, and where that comes from.</summary>
public readonly record struct PersonLevel(double Level, LevelOrigin Origin);

/// <summary>
/// The levels of a person for the skills and fields of knowledge of a release: ratings where there are any, else an estimate from
/// work history. docs/formulas.md, "Levels of a person". Pure.
/// </summary>
public sealed class PersonSkills
{
    /// <summary>How much an estimate counts beside a rating.</summary>
    public const float EstimateWeight = 0.5f;

    private readonly PersonLevel?[] _levels;

    private PersonSkills(SkillTable table)
    {
        Table = table;
        _levels = new PersonLevel?[table.Elements.Count];
        Values = new float[table.Stride];
        Weights = new float[table.Stride];
    }

    public SkillTable Table { get; }

    /// <summary>Levels by column; 0 where nothing is known.</summary>
    internal float[] Values { get; }

    /// <summary>How far each level counts, by column: 0 where nothing is known.</summary>
    internal float[] Weights { get; }

    public int Known => _levels.Count(l => l is not null);

    public int Rated => _levels.Count(l => l is { Origin: LevelOrigin.Rated });

    public PersonLevel? this[int column] => column < 0 ? null : _levels[column];

    public PersonLevel? Of(string element) => this[Table.Column(element)];

    /// <summary>The levels of a person.</summary>
    /// <param name="year">The year as of which experience is old or new.</param>
    public static PersonSkills Of(SkillTable table, Profile profile, int year)
    {
        var skills = new PersonSkills(table);
        for (var column = 0; column < table.Elements.Count; column++)
        {
            if (WorkHistory.Estimate(table, profile.Jobs, column, year) is { } estimate)
                skills.Set(column, new(estimate, LevelOrigin.WorkHistory), EstimateWeight);
        }
        foreach (var ratings in profile.Ratings.GroupBy(r => table.Column(r.Target)).Where(g => g.Key >= 0))
            skills.Set(ratings.Key, new(ratings.Average(r => r.Level), LevelOrigin.Rated), 1);
        return skills;
    }

    /// <summary>Levels that were rated, and nothing else: for questions that are put one after the other.</summary>
    public static PersonSkills OfRatings(SkillTable table, IEnumerable<(int Column, double Level)> ratings)
    {
        var skills = new PersonSkills(table);
        foreach (var (column, level) in ratings)
            skills.Set(column, new(level, LevelOrigin.Rated), 1);
        return skills;
    }

    private void Set(int column, PersonLevel level, float weight) =>
        (_levels[column], Values[column], Weights[column]) = (level, (float)level.Level, weight);
}
