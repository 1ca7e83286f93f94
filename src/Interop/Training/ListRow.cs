using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>A row of a list by the fields of its mapping, with the dirt of real lists taken off and every doubt noted.</summary>
internal sealed class ListRow(ListMapping mapping, ListColumns columns, TableRow row, Action<Problem> note)
{
    private const double MostMoney = 20_000_000;
    private const int CentsPerDollar = 100;

    public ListMapping Mapping => mapping;

    public string Where(string field) => row.Where(field);

    /// <summary>Whether the list has a column for the field at all.</summary>
    public bool Has(string field) => columns.Of(field).Count > 0;

    public void Note(Problem problem) => note(problem);

    /// <summary>The field on one line; null where it is empty or holds a mark for nothing.</summary>
    public string? Text(string field) => Cell(field) is { } cell && ListText.Line(cell) is { Length: > 0 } text ? text : null;

    /// <summary>The field with its lines.</summary>
    public string? Lines(string field) => Cell(field) is { } cell && ListText.Lines(cell) is { Length: > 0 } text ? text : null;

    /// <summary>What each of the field's columns says, without repeats: where a list spreads over several what we keep as one.</summary>
    public IReadOnlyList<string> All(string field) =>
        [.. columns.Of(field).Select(Value).Select(c => c is null ? "" : ListText.Line(c)).Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    public bool? Flag(string field)
    {
        if (Cell(field) is not { } cell)
            return null;
        if (mapping.Yes.Contains(cell, StringComparer.OrdinalIgnoreCase))
            return true;
        if (!mapping.No.Contains(cell, StringComparer.OrdinalIgnoreCase))
            note(Problem.Repaired("unknown-flag", row.Where(field), "'{0}' is neither yes nor no here; it was taken for not reported. Known: {1}.", cell, string.Join(", ", mapping.Yes.Concat(mapping.No))));
        return mapping.No.Contains(cell, StringComparer.OrdinalIgnoreCase) ? false : null;
    }

    public bool IsCompetencyBased(string field) => columns.Of(field).Any(p => mapping.CompetencyBased.Contains(row[p]));

    /// <summary>A number that cannot be below zero, or why there is none.</summary>
    public Figure Number(string field)
    {
        if (columns.Of(field).Any(p => mapping.Suppressed.Contains(row[p])))
            return Figure.Suppressed;
        if (Cell(field) is not { } cell)
            return Figure.NotReported;
        if (double.TryParse(cell.TrimStart('$').TrimEnd('%'), NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < int.MaxValue)
            return Figure.Of(number);
        note(Problem.Repaired("not-a-number", row.Where(field), "'{0}' is no number that can stand here; it was taken for not reported.", cell));
        return Figure.NotReported;
    }

    /// <summary>A number of people.</summary>
    public Figure Count(string field)
    {
        var count = Number(field);
        if (count.Value is not { } number || number == Math.Floor(number))
            return count;
        note(Problem.Repaired("not-a-count", row.Where(field), "'{0}' is no whole number of people; it was taken for not reported.", Text(field) ?? ""));
        return Figure.NotReported;
    }

    /// <summary>Dollars in the file, whole cents here.</summary>
    public Figure Money(string field)
    {
        var money = Number(field);
        if (money.Value is not { } dollars)
            return money;
        if (dollars <= MostMoney)
            return Figure.Of(Math.Round(dollars * CentsPerDollar, MidpointRounding.AwayFromZero));
        note(Problem.Repaired("too-much-money", row.Where(field), "{0} dollars cannot be; the figure was taken for not reported.", Text(field) ?? ""));
        return Figure.NotReported;
    }

    /// <summary>A share from 0 to 1.</summary>
    public Figure Rate(string field)
    {
        var rate = Number(field);
        if (rate.Value is null or <= 1)
            return rate;
        note(Problem.Repaired("not-a-rate", row.Where(field), "'{0}' is more than all; it was taken for not reported. Expected: a share from 0 to 1.", Text(field) ?? ""));
        return Figure.NotReported;
    }

    public DateOnly? Day(string field)
    {
        if (Cell(field) is not { } cell)
            return null;
        // Spreadsheets count days; some files hold the count instead of the day.
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 20_000 and < 80_000)
            return DateOnly.FromDateTime(DateTime.FromOADate(days));
        if (DateTime.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var day) && day.Year > 1900)
            return DateOnly.FromDateTime(day);
        note(Problem.Repaired("not-a-day", row.Where(field), "'{0}' is no day; it was left out. Expected: 2024-06-30.", cell));
        return null;
    }

    /// <summary>The first of the field's columns that says something.</summary>
    private string? Cell(string field)
    {
        foreach (var place in columns.Of(field))
        {
            if (Value(place) is { } value)
                return value;
        }
        return columns.Table.Constants.GetValueOrDefault(field);
    }

    private string? Value(int place)
    {
        var cell = columns.Meaning(place, row[place]);
        return cell.Length == 0 || mapping.Missing.Contains(cell, StringComparer.OrdinalIgnoreCase) || mapping.Suppressed.Contains(cell) ? null : cell;
    }
}
