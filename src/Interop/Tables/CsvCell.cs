using System.Buffers;
using System.Text;

namespace Trellis.Interop.Tables;

/// <summary>
/// How a value stands in a cell of a file of ours; docs/model-csv.md tells it to users. A value that a spreadsheet program would
/// take for a formula gets an apostrophe in front, as does one that begins with an apostrophe; a value that is there but
/// empty is one apostrophe alone. Several values in one cell are divided by |, and \ makes the sign after it an ordinary one.
/// </summary>
public static class CsvCell
{
    private static readonly SearchValues<char> AskForQuotes = SearchValues.Create("\",;\t\r\n");

    public static string Guard(string? value) => value switch
    {
        null => "",
        "" => "'",
        ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\'' or '＝' or '＋' or '－' or '＠', ..] => "'" + value,
        _ => value,
    };

    public static string? Unguard(string cell) => cell switch
    {
        "" => null,
        ['\'', .. var value] => value,
        _ => cell,
    };

    public static string Quote(string cell)
    {
        var plain = !cell.AsSpan().ContainsAny(AskForQuotes) && (cell.Length == 0 || !(char.IsWhiteSpace(cell[0]) || char.IsWhiteSpace(cell[^1]) || cell[0] == '#'));
        return plain ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    public static string Join(IEnumerable<string> values) => string.Join('|', values.Select(
        v => v.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)));

    /// <summary>The values of a cell. In a file that is not ours a backslash is a backslash.</summary>
    public static List<string> Split(string cell, bool escapes)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '|')
            {
                values.Add(value.ToString());
                value.Clear();
                continue;
            }
            if (escapes && cell[i] == '\\' && i + 1 < cell.Length)
                i++;
            value.Append(cell[i]);
        }
        values.Add(value.ToString());
        values.RemoveAll(string.IsNullOrWhiteSpace);
        return values;
    }
}
