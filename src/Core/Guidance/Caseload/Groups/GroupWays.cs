using Trellis.Core.Codes;
using Trellis.Core.Guidance.Closing;

namespace Trellis.Core.Guidance.Caseload.Groups;

/// <summary>What a program teaches towards each goal of a group.</summary>
/// <param name="Program">Its number on the list.</param>
/// <param name="Cost">In cents.</param>
public sealed record GroupOffer(string Program, Figure Cost)
{
    /// <summary>By the goal, and by the id of what it asks for.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, IReadOnlyList<TaughtLevel>>> Taught { get; init; }
}

/// <summary>A program that serves several people of a group.</summary>
/// <param name="Who">Whom it serves, whom it serves best first.</param>
/// <param name="MeanShare">The share of what they lack that it closes in the mean, 0 to 1.</param>
public sealed record GroupProgram(string Program, Figure Cost, IReadOnlyList<Guid> Who, double MeanShare);

/// <summary>Which programs serve several people of a group. docs/formulas.md, "Programs for a group". Pure.</summary>
public static class GroupWays
{
    /// <summary>A program serves somebody of whose gaps it closes at least this share by worth: set by judgment.</summary>
    public const double LeastShare = 0.1;

    /// <summary>What serves one alone is found under the ways to close that person's gap.</summary>
    public const int LeastPeople = 2;

    /// <summary>What serves most people first; then what closes most in the mean, what costs least, unknown cost last, and the number.</summary>
    public static IReadOnlyList<GroupProgram> Of(IReadOnlyCollection<GroupMember> members, IEnumerable<GroupOffer> offers) =>
    [
        .. offers.Select(o => Program(members, o)).OfType<GroupProgram>()
            .OrderByDescending(p => p.Who.Count).ThenByDescending(p => p.MeanShare).ThenBy(p => p.Cost.Value ?? double.MaxValue).ThenBy(p => p.Program, StringComparer.Ordinal),
    ];

    /// <summary>The share of what somebody lacks that a program closes, by worth: 0 to 1.</summary>
    public static double Share(GroupMember member, GroupOffer offer)
    {
        if (member.Missing <= 0 || !offer.Taught.TryGetValue(member.Goal, out var taught))
            return 0;
        return member.Gap.Gaps.Sum(g => GapCover.Best(g, taught.GetValueOrDefault(g.Requirement.Id) ?? [])?.Value ?? 0) / member.Missing;
    }

    private static GroupProgram? Program(IReadOnlyCollection<GroupMember> members, GroupOffer offer)
    {
        var served = members.Select(m => (m.Customer, Share: Share(m, offer))).Where(m => m.Share >= LeastShare).OrderByDescending(m => m.Share).ThenBy(m => m.Customer).ToList();
        return served.Count < LeastPeople ? null : new(offer.Program, offer.Cost, [.. served.Select(m => m.Customer)], served.Average(m => m.Share));
    }
}
