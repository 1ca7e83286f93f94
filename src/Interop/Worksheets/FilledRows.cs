using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;

namespace Trellis.Interop.Worksheets;

/// <summary>Gathers what the rows of a filled worksheet say, row by row.</summary>
internal sealed class FilledRows(ProblemList problems)
{
    private const int MostRatings = 3 * WorksheetMeasures.MostColumns;
    private const int LongestName = 200;
    private const int LongestText = 4000;
    private const int MostLevel = 4;

    private readonly Dictionary<int, WorksheetColumn> _columns = [];
    private readonly Dictionary<int, Dictionary<Guid, int>> _levels = [];
    private readonly HashSet<Guid> _seen = [];

    public bool HasRoles { get; private set; }

    public List<Guid> Statements { get; } = [];

    public List<FilledWords> Words { get; } = [];

    public void Take(SheetRow row)
    {
        var mark = row.Cells.GetValueOrDefault(0).Text;
        if (mark == RatingSheet.RoleMark)
            TakeRoles(row);
        else if (mark == RatingSheet.NameMark)
            TakeNames(row);
        else if (Guid.TryParse(mark, out var id))
            TakeStatement(row, id);
        else if (_columns.Any(c => c.Value.IsRating && row.Cells.TryGetValue(c.Key, out var cell) && !cell.IsFormula))
            problems.Add(Problem.Rejected("no-statement", row.Where(0), "This row has levels, but no identifier of a statement; it was left out."));
    }

    /// <summary>The columns in which, or in those that say more of them, somebody wrote a number.</summary>
    public List<FilledColumn> Columns()
    {
        var columns = new List<FilledColumn>();
        foreach (var (place, column) in _columns.Where(c => c.Value.IsRating).OrderBy(c => c.Key))
        {
            var levels = _levels.GetValueOrDefault(place) ?? [];
            if (!column.IsFurther)
                columns.Add(new(column.Role, column.Name, levels));
            else if (columns.Count > 0 && levels.Count > 0)
                columns[^1] = columns[^1] with { Further = new Dictionary<string, IReadOnlyDictionary<Guid, int>>(columns[^1].Further) { [column.Role] = levels } };
        }
        return columns.FindAll(c => c.Levels.Count > 0 || c.Further.Count > 0);
    }

    private void TakeRoles(SheetRow row)
    {
        HasRoles = true;
        foreach (var (place, cell) in row.Cells.OrderBy(c => c.Key).Skip(1))
        {
            var column = new WorksheetColumn(cell.Text, "");
            if (column.IsRating || cell.Text is "evidence" or "training" or "notes")
                _columns[place] = column;
        }
        if (_columns.Count > MostRatings)
            throw new UnusableInputException(Problem.Rejected("too-many-columns", row.Where(0), "The worksheet has {0} columns to fill; {1} are read at most.", $"{_columns.Count}", $"{MostRatings}"));
    }

    private void TakeNames(SheetRow row)
    {
        foreach (var place in _columns.Keys.ToList())
        {
            var name = row.Cells.GetValueOrDefault(place).Text?.Trim() ?? "";
            if (name.Length > LongestName)
                problems.Add(Problem.Repaired("long-name", row.Where(place), "A name over a column has at most {0} letters; the rest was cut off.", $"{LongestName}"));
            _columns[place] = _columns[place] with { Name = name.Length > LongestName ? name[..LongestName] : name };
        }
    }

    private void TakeStatement(SheetRow row, Guid id)
    {
        if (!_seen.Add(id))
        {
            problems.Add(Problem.Rejected("duplicate-id", row.Where(0), "The statement of this row stands in an earlier row too; this one was left out."));
            return;
        }
        Statements.Add(id);
        foreach (var (place, column) in _columns)
        {
            if (!row.Cells.TryGetValue(place, out var cell))
                continue;
            if (column.IsRating)
                TakeLevel(row, place, cell, id);
            else
                TakeWords(row, place, cell, id);
        }
    }

    private void TakeLevel(SheetRow row, int place, SheetCell cell, Guid id)
    {
        if (double.TryParse(cell.Text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var level)
            && level is >= 0 and <= MostLevel && level == Math.Floor(level) && cell.Sort is CellSort.Number or CellSort.Text)
        {
            if (!_levels.TryGetValue(place, out var levels))
                _levels[place] = levels = [];
            levels[id] = (int)level;
            return;
        }
        var shown = cell.Text.Length > 40 ? cell.Text[..40] + "…" : cell.Text;
        problems.Add(Problem.Rejected("no-level", row.Where(place), "'{0}' is no level. A level is a whole number from 0 to 4; this cell was left out.", shown));
    }

    private void TakeWords(SheetRow row, int place, SheetCell cell, Guid id)
    {
        var text = cell.Text.Trim();
        if (text.Length > LongestText)
        {
            problems.Add(Problem.Repaired("long-text", row.Where(place), "The text has more than {0} letters; the rest was cut off.", $"{LongestText}"));
            text = text[..LongestText];
        }
        if (text.Length > 0)
            Words.Add(new(id, _columns[place].Role, text));
    }
}
