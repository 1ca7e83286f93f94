using System.Text.RegularExpressions;
using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>Makes CSV of what publishers of lists take for it, without guessing where a cell ends.</summary>
internal static partial class CsvRepair
{
    /// <summary>
    /// Takes away the equals sign of cells such as ="01.0101", by which a list keeps spreadsheets from dropping zeros; in files that do
    /// so, a quotation mark in the middle of a quoted text is written twice.
    /// </summary>
    public static string Of(string text, Action<Problem> note)
    {
        if (!text.Contains("=\"", StringComparison.Ordinal))
            return text;
        var plain = FormulaCell().Replace(text, "${before}\"${cell}\"");
        return plain.Length == text.Length ? text : LoneQuote().Replace(plain, mark =>
        {
            note(Problem.Noted("lone-quote", FormattableString.Invariant($"line {1 + plain.AsSpan(0, mark.Index).Count('\n')}"), "A quotation mark inside a text was taken as such; it should be written twice."));
            return "\"\"";
        });
    }

    [GeneratedRegex(@"(?<before>^|,|\n)=""(?<cell>[^""\r\n]*)""(?=,|\r|\n|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex FormulaCell();

    [GeneratedRegex(@"(?<=[^,\r\n""])""(?=[^,\r\n""])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LoneQuote();
}
