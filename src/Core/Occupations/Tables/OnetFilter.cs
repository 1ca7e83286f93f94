using System.Globalization;

namespace Trellis.Core.Occupations.Tables;

/// <summary>
/// A condition on a column of an O*NET table as O*NET's services write it, "onetsoc_code.eq.15-1252.00"; an n before the operator
/// turns it around. Text compares without regard to case; dates are days, "2023-08-01". Source: O*NET Web Services reference, "Data rows".
/// </summary>
public sealed record OnetFilter(string Column, OnetColumnType Type, string Operator, bool IsNegated, string Value)
{
    private static readonly Dictionary<OnetColumnType, string[]> Operators = new()
    {
        [OnetColumnType.Text] = ["eq", "contains", "startswith", "endswith"],
        [OnetColumnType.Number] = ["eq", "lt", "lte", "gt", "gte"],
        [OnetColumnType.Date] = ["eq", "before", "onbefore", "after", "onafter"],
    };

    /// <summary>Whether a value is missing, for columns of every type.</summary>
    public const string Missing = "na";

    /// <summary>The filter; or null, and what is wrong with it.</summary>
    public static OnetFilter? Parse(string text, IReadOnlyList<string> columns, out string fault)
    {
        var parts = text.Split('.', 3);
        fault = $"The filter '{text}' is not of the form column.operator.value.";
        if (parts.Length < 2)
            return null;
        fault = $"There is no column '{parts[0]}'. Columns: {string.Join(", ", columns)}.";
        if (!columns.Contains(parts[0]))
            return null;
        var type = OnetNames.TypeOf(parts[0]);
        string[] known = parts.Length == 2 ? [Missing] : Operators[type];
        var isNegated = parts[1].StartsWith('n') && known.Contains(parts[1][1..]);
        var name = isNegated ? parts[1][1..] : parts[1];
        fault = $"The operator '{parts[1]}' does not go with the column '{parts[0]}'. Operators: {string.Join(", ", Operators[type])}, {Missing}; each also with n before it.";
        if (!known.Contains(name))
            return null;
        var value = parts.ElementAtOrDefault(2) ?? "";
        fault = $"'{value}' is no value of the column '{parts[0]}'.";
        return IsValue(type, name, value) ? new(parts[0], type, name, isNegated, value) : null;
    }

    public double Number => double.Parse(Value, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Whether a cell meets the condition; null is a cell without a value.</summary>
    public bool Meets(string? cell) => IsNegated != MeetsPlain(cell);

    private bool MeetsPlain(string? cell) => cell is null ? Operator == Missing : Type switch
    {
        _ when Operator == Missing => false,
        OnetColumnType.Number => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Compares(number.CompareTo(Number)),
        OnetColumnType.Date => Compares(string.CompareOrdinal(cell, Value)),
        _ => Operator switch
        {
            "eq" => cell.Equals(Value, StringComparison.OrdinalIgnoreCase),
            "contains" => cell.Contains(Value, StringComparison.OrdinalIgnoreCase),
            "startswith" => cell.StartsWith(Value, StringComparison.OrdinalIgnoreCase),
            _ => cell.EndsWith(Value, StringComparison.OrdinalIgnoreCase),
        },
    };

    private bool Compares(int order) => Operator switch
    {
        "lt" or "before" => order < 0,
        "lte" or "onbefore" => order <= 0,
        "gt" or "after" => order > 0,
        "gte" or "onafter" => order >= 0,
        _ => order == 0,
    };

    private static bool IsValue(OnetColumnType type, string name, string value) => name == Missing || type switch
    {
        OnetColumnType.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        OnetColumnType.Date => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => value.Length > 0,
    };
}

/// <summary>A column to sort the rows of an O*NET table by, "data_value.descending".</summary>
public sealed record OnetSort(string Column, bool IsDescending)
{
    private const string Descending = ".descending";

    public static OnetSort? Parse(string text, IReadOnlyList<string> columns, out string fault)
    {
        var isDescending = text.EndsWith(Descending, StringComparison.Ordinal);
        var column = isDescending ? text[..^Descending.Length] : text;
        fault = $"There is no column '{column}'. Columns: {string.Join(", ", columns)}.";
        return columns.Contains(column) ? new(column, isDescending) : null;
    }
}
