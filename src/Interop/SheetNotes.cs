using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Gathers what has to be said of the cells of a sheet that are not plain texts: errors, numbers, dates and formulas.</summary>
internal sealed class SheetNotes(Action<Problem> add, Func<int, bool> isDate, Func<int, bool> isNumber)
{
    private readonly SortedDictionary<int, (string Where, string Text, int Count)> _numbers = [];
    private (string Where, int Count) _formulas;

    public void Look(SheetRow row)
    {
        foreach (var (index, cell) in row.Cells)
        {
            if (cell.IsFormula)
                _formulas = (_formulas.Where ?? row.Where(index), _formulas.Count + 1);
            if (cell.Sort == CellSort.Fault)
                add(Problem.Repaired("bad-cell", row.Where(index), "The cell shows the error {0}, or a text that is not in the file; it was taken as empty.", cell.Text));
            else if (cell.Sort == CellSort.Number && !isNumber(index))
                _numbers[index] = _numbers.TryGetValue(index, out var seen) ? seen with { Count = seen.Count + 1 } : (row.Where(index), cell.Text, 1);
            else if (cell.Sort == CellSort.Date && !isDate(index))
                add(Problem.Noted("date-as-text", row.Where(index), "The cell holds a date, perhaps made from a code such as 1-2; it was read as {0}.", cell.Text));
        }
    }

    public void Finish()
    {
        foreach (var (where, text, count) in _numbers.Values)
        {
            add(Problem.Noted("number-as-text", where,
                "From here on this column holds a number in {0} of its cells; each was read as the text that it shows, such as {1}. Write codes such as 3.10 in cells for text.",
                count.ToString(CultureInfo.InvariantCulture), text));
        }
        if (_formulas.Count > 0)
        {
            add(Problem.Noted("formula-cell", _formulas.Where, "From here on this sheet holds a formula in {0} of its cells; what each last showed was taken.",
                _formulas.Count.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
