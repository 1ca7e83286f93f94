using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Groups;
using Trellis.Core.Text;

namespace Trellis.Interop.Groups;

/// <summary>The gap of a group as a table for spreadsheets: of each requirement how many have it, and what each person was rated.</summary>
public static class GroupTable
{
    public static OutgoingTable Of(GroupGap gap, string language)
    {
        var rows = gap.Blocks.SelectMany((b, i) => b.Rows.Select((r, j) => Row(b, r, language, gap.People.Select(p => (OutgoingCell)p.Gap.Blocks[i].Rows[j].Person?.Level))));
        return new(
            "Gap of a group",
            ["id", "block", "statement", "weight", "level asked", "assessed", "have it", "share", "mean shortfall", .. gap.People.Select(p => p.Person.Mark)],
            [.. rows, Summary("readiness", gap, r => r.Value), Summary("readiness, at least", gap, r => r.Lowest), Summary("readiness, at most", gap, r => r.Highest)]);
    }

    private static List<OutgoingCell> Row(GroupBlock block, GroupRow row, string language, IEnumerable<OutgoingCell> people) =>
    [
        row.Requirement.Id, PlainText.Of(block.Name.In(language)), PlainText.Of(row.Requirement.Name.In(language)), row.Requirement.Weight, row.Requirement.Level,
        (double)row.Assessed, (double?)(row.Assessed == 0 ? null : row.Meeting), row.Share, row.Shortfall, .. people,
    ];

    private static List<OutgoingCell> Summary(string name, GroupGap gap, Func<Readiness, double> figure)
    {
        OutgoingCell empty = default;
        return [empty, empty, name, empty, empty, empty, empty, empty, empty, .. gap.People.Select(p => (OutgoingCell)(p.Gap.Readiness is { } known ? figure(known) : (double?)null))];
    }
}
