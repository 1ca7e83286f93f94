using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload.Groups;

/// <summary>One of a group of customers: the occupation of the goal, and how the customer stands to it.</summary>
/// <param name="Goal">O*NET-SOC.</param>
public sealed record GroupMember(Guid Customer, string Goal, GapAnalysis Gap)
{
    /// <summary>Whether anything that the goal asks for was assessed.</summary>
    public bool IsAssessed => Gap.Readiness is not null;

    /// <summary>All that is missing, in weighted levels.</summary>
    public double Missing { get; } = Gap.Gaps.Sum(g => g.Requirement.Weight * g.Gap);
}

/// <summary>Something that the goals of a group ask for, and how many lack it.</summary>
/// <param name="Asked">People whose goal asks for it.</param>
/// <param name="NotAssessed">Those of them of whom nothing is known here.</param>
/// <param name="Who">Those who lack it, who lacks most first.</param>
/// <param name="MeanShortfall">By how many levels of 4 they lack it in the mean; null where nobody does.</param>
public sealed record GroupLack(string Id, LanguageText Name, int Asked, int NotAssessed, IReadOnlyList<Guid> Who, double? MeanShortfall)
{
    public int Lacking => Who.Count;

    public int Have => Asked - NotAssessed - Lacking;
}

/// <summary>An occupation that people of a group aim at.</summary>
public sealed record GroupGoal(string Code, IReadOnlyList<Guid> Who);

/// <summary>What a group of customers lacks for the goals of its people. docs/formulas.md, "What a group lacks". Pure.</summary>
/// <param name="Lacks">What most lack first; what nobody is known to lack is left out.</param>
/// <param name="Goals">The goal of most people first.</param>
public sealed record GroupGaps(IReadOnlyList<GroupLack> Lacks, IReadOnlyList<GroupGoal> Goals)
{
    public static GroupGaps Of(IReadOnlyCollection<GroupMember> members) => new(
        [
            .. members.SelectMany(m => m.Gap.Rows.Select(r => (m.Customer, Row: r))).GroupBy(r => r.Row.Requirement.Id, StringComparer.Ordinal)
                .Select(g => Lack(g.Key, [.. g])).Where(l => l.Lacking > 0)
                .OrderByDescending(l => l.Lacking).ThenByDescending(l => l.MeanShortfall).ThenBy(l => l.Id, StringComparer.Ordinal),
        ],
        [
            .. members.GroupBy(m => m.Goal, StringComparer.Ordinal).Select(g => new GroupGoal(g.Key, [.. g.Select(m => m.Customer).Order()]))
                .OrderByDescending(g => g.Who.Count).ThenBy(g => g.Code, StringComparer.Ordinal),
        ]);

    private static GroupLack Lack(string id, List<(Guid Customer, GapRow Row)> rows)
    {
        var lacking = rows.Where(r => r.Row.State is GapState.Partly or GapState.Missing).OrderByDescending(r => r.Row.Gap).ThenBy(r => r.Customer).ToList();
        return new(id, rows[0].Row.Requirement.Name, rows.Count, rows.Count(r => r.Row.State == GapState.NotAssessed), [.. lacking.Select(r => r.Customer)],
            lacking.Count == 0 ? null : lacking.Average(r => r.Row.Gap));
    }
}
