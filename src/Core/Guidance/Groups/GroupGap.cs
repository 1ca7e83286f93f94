using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Groups;

/// <summary>Somebody of a group, known by initials or a number alone, with the levels that were rated, 0 to 4, by the id of the requirement.</summary>
public sealed record GroupPerson(int Number, string Mark, IReadOnlyDictionary<string, int> Levels);

/// <summary>Somebody of a group beside what is asked for.</summary>
public sealed record PersonGap(GroupPerson Person, GapAnalysis Gap);

/// <summary>How a group stands to one requirement.</summary>
/// <param name="Requirement">What is asked for.</param>
/// <param name="Assessed">How many people were rated in it.</param>
/// <param name="Meeting">How many of them have it.</param>
/// <param name="Shortfall">The mean of the levels that lack, of those who were rated; null where nobody was.</param>
public sealed record GroupRow(Requirement Requirement, int Assessed, int Meeting, double? Shortfall)
{
    public double? Share => Assessed == 0 ? null : (double)Meeting / Assessed;

    public int Lacking => Assessed - Meeting;
}

/// <summary>How a group stands to the requirements of one block.</summary>
/// <param name="Name">The block.</param>
/// <param name="Rows">Its requirements.</param>
/// <param name="People">Each person's readiness in it, in the order of the group; null where nothing of it was rated.</param>
public sealed record GroupBlock(LanguageText Name, IReadOnlyList<GroupRow> Rows, IReadOnlyList<Readiness?> People)
{
    public int Assessed => People.Count(p => p is not null);

    /// <summary>The mean over the people who were rated in it; null where nobody was.</summary>
    public double? Readiness => People.Average(p => p?.Value);
}

/// <summary>What a group of people has and lacks of what a job asks for. docs/formulas.md, "Gap of a group". Pure.</summary>
public sealed record GroupGap(IReadOnlyList<PersonGap> People, IReadOnlyList<GroupBlock> Blocks)
{
    public IEnumerable<GroupRow> Rows => Blocks.SelectMany(b => b.Rows);

    /// <summary>The mean readiness of those who were assessed; null where nobody was.</summary>
    public double? Readiness => People.Average(p => p.Gap.Readiness?.Value);

    /// <summary>What the group lacks most: by weight times the mean of the levels that lack; equal ones by their ids.</summary>
    public IEnumerable<GroupRow> MostLacking => Rows.Where(r => r.Lacking > 0)
        .OrderByDescending(r => r.Requirement.Weight * r.Shortfall).ThenBy(r => r.Requirement.Id, StringComparer.Ordinal);

    public static GroupGap Of(IReadOnlyList<Requirement> requirements, IReadOnlyList<GroupPerson> people)
    {
        var gaps = people.Select(p => new PersonGap(p, GapAnalysis.Of(requirements, r => LevelOf(p, r)))).ToList();
        // Nobody's analysis is read where the group is empty; the blocks are the same for all.
        var blocks = GapAnalysis.Of(requirements, _ => null).Blocks;
        return new(gaps, [.. blocks.Select((b, i) => new GroupBlock(
            b.Name, [.. b.Rows.Select((r, j) => Row(r.Requirement, gaps.ConvertAll(g => g.Gap.Blocks[i].Rows[j])))], [.. gaps.Select(g => g.Gap.Blocks[i].Readiness)]))]);
    }

    private static GroupRow Row(Requirement requirement, List<GapRow> people)
    {
        var assessed = people.FindAll(p => p.Person is not null);
        return new(requirement, assessed.Count, assessed.Count(p => p.State == GapState.Have), assessed.Count == 0 ? null : assessed.Average(p => p.Gap));
    }

    private static PersonLevel? LevelOf(GroupPerson person, Requirement requirement) =>
        person.Levels.TryGetValue(requirement.Id, out var level) ? new(level, LevelOrigin.Rated) : null;
}
