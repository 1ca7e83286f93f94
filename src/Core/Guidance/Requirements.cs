using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance;

/// <summary>What a goal asks for, and the skills that each of its lines is tied to.</summary>
/// <param name="Ties">Elements of the O*NET content model by the id of the requirement.</param>
public sealed record Requirements(LanguageText Title, IReadOnlyList<Requirement> Items, IReadOnlyDictionary<string, IReadOnlyList<string>> Ties)
{
    /// <summary>Elements that matter less in an occupation are not asked for.</summary>
    private const float LeastImportance = 0.375f;

    private const float LeastLevel = 0.5f;

    /// <summary>What an occupation asks for; null where it has no ratings. Group names are those of the parts of the content model.</summary>
    public static Requirements? OfOccupation(SkillTable table, string code, Func<ElementGroup, LanguageText> groupName)
    {
        var row = table.Row(code);
        if (row < 0)
            return null;
        var items = Enumerable.Range(0, table.Elements.Count)
            .Where(c => table.IsRated(row, c) && table.Importance(row, c) >= LeastImportance && table.Need(row, c) >= LeastLevel)
            .Select(c => new Requirement(table.Elements[c].Id, LanguageText.Of("en", table.Elements[c].Name),
                groupName(ElementGroups.Of(table.Elements[c].Id)!.Value), table.Importance(row, c), table.Need(row, c)));
        return new(LanguageText.Of("en", table.Occupations[row].Title), [.. items], new Dictionary<string, IReadOnlyList<string>>());
    }

    /// <summary>What a competency model asks for, at the highest level: models carry none of their own. Its blocks are the groups; the text of the reader's model counts once.</summary>
    internal static async Task<Requirements> OfModelAsync(Db db, Model model, CancellationToken stop)
    {
        var statements = await ModelCatalog.StatementsAsync(db, model.Version, stop);
        var byId = statements.ToDictionary(s => s.Id);
        var leaves = statements.Where(s => s.Kind.StatesCompetency() && s.Size == 0);
        return new(model.Version.Title,
            [.. leaves.Select(s => new Requirement(s.Id.ToString("D"), s.Text, BlockNames.Of(s, byId), 1, SkillRating.Highest))],
            await TiesAsync(db, model.Version.Key, stop));
    }

    /// <summary>What a requirement profile or a job order asks for, weighted by importance: docs/formulas.md, "Gap against a requirement profile".</summary>
    public static async Task<Requirements> OfProfileAsync(Db db, RequirementContent content, CancellationToken stop = default) => new(
        LanguageText.Of(LanguageText.Unknown, content.Profile.Title), OfProfile(content), await TiesAsync(db, content.Model.Version.Key, stop));

    /// <summary>The statements of a profile as requirements, in the order of its model.</summary>
    public static List<Requirement> OfProfile(RequirementContent content)
    {
        var unsaid = content.Lines.Average(l => Weight(l.Item)) ?? 1;
        return [.. content.Lines.Select(l => new Requirement(l.Statement.Id.ToString("D"), l.Statement.Text, l.Block, Weight(l.Item) ?? unsaid, l.Item.Level))];
    }

    private static double? Weight(RequirementItem item) => (double?)item.Importance / SkillRating.Highest;

    /// <summary>The elements of the O*NET content model that the statements of a version are tied to.</summary>
    private static async Task<Dictionary<string, IReadOnlyList<string>>> TiesAsync(Db db, int version, CancellationToken stop)
    {
        var links = await db.Alignments.Where(a => a.VersionKey == version && a.Destination.Scheme == NodeSchemes.OnetElement)
            .Select(a => new { Origin = a.Origin.Id, Element = a.Destination.Id }).ToListAsync(stop);
        return links.GroupBy(l => l.Origin).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(l => l.Element).Distinct()], StringComparer.Ordinal);
    }

    /// <summary>The same things asked for at one level.</summary>
    public Requirements At(double level) => this with { Items = [.. Items.Select(i => i with { Level = level })] };

    /// <summary>
    /// The person's level for a requirement: a rating of it, else what is known of the element, else the mean of the elements that it is
    /// tied to. docs/formulas.md, "Levels of a person".
    /// </summary>
    public PersonLevel? LevelOf(Requirement requirement, Profile profile, PersonSkills skills)
    {
        var rated = profile.Ratings.Where(r => r.Target == requirement.Id).ToList();
        if (rated.Count > 0)
            return new(rated.Average(r => r.Level), LevelOrigin.Rated);
        if (skills.Of(requirement.Id) is { } known)
            return known;
        var tied = (Ties.GetValueOrDefault(requirement.Id) ?? []).Select(skills.Of).OfType<PersonLevel>().ToList();
        return tied.Count == 0 ? null : new(tied.Average(t => t.Level), LevelOrigin.RelatedSkills);
    }
}
