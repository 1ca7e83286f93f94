using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop.Tables;

/// <summary>
/// The tree of a table that says of each row how deep it stands: its parent is the last row above it that is one level higher, so
/// that people move a statement by moving its row. Where the rows do not make a tree, as when somebody sorted them, the parents
/// that the rows name count.
/// </summary>
internal static class CsvLevels
{
    public static void Place(List<CsvStatement> rows, string column, ImportReport report)
    {
        var levels = Levels(rows, column, report);
        for (var i = 0; i < levels.Count; i++)
        {
            var most = i == 0 ? 1 : levels[i - 1] + 1;
            if (levels[i] >= 1 && levels[i] <= most)
                continue;
            report.Add(Problem.Repaired("level-out-of-order", rows[i].Row.Where(column),
                "The level {0} cannot stand here, {1} at most; the rows are not in the order of a tree. Parents were taken from the column parent.",
                levels[i].ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture)));
            return;
        }
        var path = new List<Guid>();
        for (var i = 0; i < rows.Count; i++)
        {
            path.RemoveRange(levels[i] - 1, path.Count - levels[i] + 1);
            rows[i].Statement.ParentId = path.Count == 0 ? null : path[^1];
            path.Add(rows[i].Statement.Id);
            rows[i] = rows[i] with { Parent = null, Level = null, Sequence = null };
        }
    }

    /// <summary>A row without a level stands beside the one above it.</summary>
    private static List<int> Levels(List<CsvStatement> rows, string column, ImportReport report)
    {
        var levels = new List<int>(rows.Count);
        foreach (var row in rows)
        {
            if (row.Depth is null)
                report.Add(Problem.Noted("no-level", row.Row.Where(column), "The row has no level; it was put beside the row above it."));
            levels.Add(row.Depth ?? (levels.Count == 0 ? 1 : levels[^1]));
        }
        return levels;
    }
}
