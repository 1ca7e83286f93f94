using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What must be right before a draft can be published; advice on its wording comes from <see cref="WritingCheck"/>. Pure.</summary>
public static class PublishCheck
{
    public static List<Problem> Hindrances(FrameworkContent content)
    {
        var problems = new List<Problem>();
        if (!content.Statements.Exists(s => s.Kind.StatesCompetency()))
            problems.Add(Problem.Rejected("no-statement", "draft", "The draft has no statement yet."));
        if (string.IsNullOrWhiteSpace(content.Framework.Publisher))
            problems.Add(Problem.Rejected("no-publisher", "publisher", "Say who publishes the model."));
        var empty = content.Statements.Where(s => s is { Kind: StatementKind.Block, Size: 0 }).ToList();
        if (empty.Count > 0)
        {
            problems.Add(Problem.Rejected("empty-blocks", "draft", "{0} blocks have nothing in them, the first is \"{1}\". Fill or remove them.",
                empty.Count.ToString(CultureInfo.InvariantCulture), (empty[0].Label ?? empty[0].Text).ToString()));
        }
        foreach (var tier in content.Statements.Where(s => s is { Kind: StatementKind.Tier, ParentId: not null }))
            problems.Add(Problem.Rejected("tier-inside", "draft", "The tier \"{0}\" stands inside another node. Move it to the top.", tier.Text.ToString()));
        foreach (var twice in content.Statements.Where(s => s.Kind == StatementKind.Tier).GroupBy(s => s.Tier).Where(g => g.Count() > 1))
        {
            problems.Add(Problem.Rejected("tier-twice", "draft", "There are {0} tiers with the number {1}. Merge them or give one another number.",
                twice.Count().ToString(CultureInfo.InvariantCulture), twice.Key?.ToString(CultureInfo.InvariantCulture) ?? "–"));
        }
        return problems;
    }
}
