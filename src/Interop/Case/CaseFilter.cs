using System.Globalization;
using System.Text.Json;

namespace Trellis.Interop.Case;

/// <summary>
/// The filter of a list of documents: one comparison, or two joined by AND or OR. Pure. Case does not count; days and instants are
/// compared as such, everything else as text in Unicode order.
/// </summary>
public sealed class CaseFilter
{
    private static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<", "~"];

    private readonly Comparison _first;
    private readonly Comparison? _second;
    private readonly bool _isBoth;

    private CaseFilter(Comparison first, Comparison? second, bool isBoth) => (_first, _second, _isBoth) = (first, second, isBoth);

    private sealed record Comparison(string[] Path, string Operator, string Value);

    /// <summary>Reads a filter over objects of a class, or throws with what is wrong with it.</summary>
    public static CaseFilter Parse(string text, CaseClass type)
    {
        var rest = text.Trim();
        var first = Next(ref rest, type);
        if (rest.Length == 0)
            return new(first, null, false);
        var isBoth = rest.StartsWith(" AND ", StringComparison.OrdinalIgnoreCase);
        if (!isBoth && !rest.StartsWith(" OR ", StringComparison.OrdinalIgnoreCase))
            throw new CaseQueryException("After a comparison the filter may go on with AND or OR and one more comparison.", "filter");
        rest = rest[(isBoth ? 5 : 4)..].TrimStart();
        var second = Next(ref rest, type);
        if (rest.Length > 0)
            throw new CaseQueryException("A filter has at most two comparisons.", "filter");
        return new(first, second, isBoth);
    }

    public bool Matches(JsonElement document)
    {
        var first = Holds(document, _first);
        return _second is null ? first : _isBoth ? first && Holds(document, _second) : first || Holds(document, _second);
    }

    private static Comparison Next(ref string text, CaseClass type)
    {
        var end = text.IndexOfAny(['=', '!', '>', '<', '~']);
        var tail = end < 0 ? "" : text[end..];
        if (Array.Find(Operators, o => tail.StartsWith(o, StringComparison.Ordinal)) is not { } sign)
            throw new CaseQueryException("A comparison is a field, one of = != > >= < <= ~ and a value in single quotes.", "filter");
        var path = text[..end].Trim().Split('.');
        CheckPath(path, type);
        var value = tail[sign.Length..].TrimStart();
        if (value.Length == 0 || value[0] != '\'')
            throw new CaseQueryException("The value of a comparison stands in single quotes.", "filter");
        var close = 1;
        while (close < value.Length && (value[close] != '\'' || (close + 1 < value.Length && value[close + 1] == '\'')))
            close += value[close] == '\'' ? 2 : 1;
        if (close >= value.Length)
            throw new CaseQueryException("The value of a comparison ends with a single quote.", "filter");
        text = value[(close + 1)..];
        return new(path, sign, value[1..close].Replace("''", "'", StringComparison.Ordinal));
    }

    private static void CheckPath(string[] path, CaseClass type)
    {
        for (var i = 0; i < path.Length; i++)
        {
            // Inside an open bag anything may stand.
            if (type.IsOpen)
                return;
            var field = type.Find(path[i]) ?? throw new CaseQueryException($"There is no field {string.Join('.', path)}.", "filter");
            if (i + 1 == path.Length)
                return;
            type = field.Class ?? throw new CaseQueryException($"The field {field.Name} has no parts.", "filter");
        }
    }

    private static bool Holds(JsonElement document, Comparison comparison)
    {
        var values = new List<string>();
        var isList = Collect(document, comparison.Path, values);
        if (values.Count == 0)
            return comparison.Operator == "!=";
        if (!isList)
            return Holds(values[0], comparison.Operator, comparison.Value);
        var wanted = comparison.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return comparison.Operator switch
        {
            "=" => Array.TrueForAll(wanted, w => values.Exists(v => Holds(v, "=", w))),
            "!=" => !Array.TrueForAll(wanted, w => values.Exists(v => Holds(v, "=", w))),
            _ => Array.Exists(wanted, w => values.Exists(v => Holds(v, comparison.Operator, w))),
        };
    }

    private static bool Holds(string value, string sign, string wanted)
    {
        if (sign == "~")
            return value.Contains(wanted, StringComparison.OrdinalIgnoreCase);
        var order = Compare(value, wanted);
        return sign switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            ">" => order > 0,
            ">=" => order >= 0,
            "<" => order < 0,
            _ => order <= 0,
        };
    }

    /// <summary>The order of two values of a field.</summary>
    internal static int Compare(string a, string b) =>
        a.Length >= 10 && b.Length >= 10 && SourceDate.Read(a) is { } first && SourceDate.Read(b) is { } second
            ? first.At.CompareTo(second.At)
            : CultureInfo.InvariantCulture.CompareInfo.Compare(a, b, CompareOptions.IgnoreCase);

    /// <summary>Finds the values at a path; true where there may be several.</summary>
    private static bool Collect(JsonElement value, ReadOnlySpan<string> path, List<string> values)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in value.EnumerateArray())
                Collect(one, path, values);
            return true;
        }
        if (path.Length > 0)
            return value.ValueKind == JsonValueKind.Object && value.TryGetProperty(path[0], out var member) && Collect(member, path[1..], values);
        values.Add(value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        return false;
    }
}

/// <summary>A query that a server of CASE cannot answer: the parameter and what is wrong with it.</summary>
public sealed class CaseQueryException(string message, string parameter) : Exception(message)
{
    public string Parameter { get; } = parameter;
}
