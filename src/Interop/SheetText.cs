using System.Text;
using System.Text.RegularExpressions;

namespace Trellis.Interop;

/// <summary>
/// How a value stands in the cells of a workbook of ours; docs/model-xlsx.md tells it to users. The cells are typed as text, so that
/// nothing runs as a formula; an apostrophe is needed only where a value is empty or begins with white space or an apostrophe. A
/// value that is longer than a cell may be goes on in further columns.
/// </summary>
internal static partial class SheetText
{
    public const int LongestCell = 32_767;

    /// <summary>A cell holds 32,767 characters; some programs count those that are written as escapes.</summary>
    public const int LongestPiece = 32_000;

    public static string? Guard(string? value) => value switch
    {
        null => null,
        "" => "'",
        ['\'', ..] => "'" + value,
        _ when char.IsWhiteSpace(value[0]) => "'" + value,
        _ => value,
    };

    /// <summary>Whether a spreadsheet program would make a formula of it once somebody types it anew.</summary>
    public static bool LooksLikeFormula(string text) => text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    /// <summary>The pieces of a guarded value, each for a cell of its own. All but the first begin with an apostrophe, so that none is empty or white.</summary>
    public static List<string> Divide(string guarded)
    {
        var pieces = new List<string>();
        for (var at = 0; at < guarded.Length;)
        {
            var length = Math.Min(LongestPiece, guarded.Length - at);
            if (at + length < guarded.Length && char.IsHighSurrogate(guarded[at + length - 1]))
                length--;
            pieces.Add(string.Concat(at == 0 ? "" : "'", guarded.AsSpan(at, length)));
            at += length;
        }
        return pieces;
    }

    /// <summary>With the characters that XML does not take or would change in the form that workbooks have for them, "_x000D_" for one.</summary>
    public static string Escape(string text)
    {
        if (!text.Contains("_x", StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAny('\uFFFE', '\uFFFF'))
            return text;
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in LooksEscaped().Replace(text, "_x005F_"))
        {
            if (c is < ' ' and not ('\t' or '\n') or '\uFFFE' or '\uFFFF')
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"_x{(int)c:X4}_");
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LooksEscaped();
}
