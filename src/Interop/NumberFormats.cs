using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Trellis.Interop;

/// <summary>What a number in a cell looks like to the person before the spreadsheet: 3.1 in the form 0.00 is 3.10, and 45000 as a date is a day.</summary>
internal sealed partial class NumberFormats(bool countsFrom1904)
{
    private const int DaysTo1904 = 1462;
    private const int MostDigits = 15;

    /// <summary>The forms that every workbook knows by number without writing them down.</summary>
    private static readonly Dictionary<int, string> BuiltIn = new() { [1] = "0", [2] = "0.00", [3] = "#,##0", [4] = "#,##0.00" };

    private static readonly SearchValues<char> PartsOfDates = SearchValues.Create("ydhsYDHS");

    private readonly Dictionary<int, string> _codes = new(BuiltIn);
    private readonly List<int> _styles = [];

    public void Read(WorkbookStylesPart? part)
    {
        if (part is null)
            return;
        using var reader = new OpenXmlPartReader(part);
        var inCells = false;
        while (reader.Read())
        {
            if (reader.ElementType == typeof(CellFormats))
                inCells = reader.IsStartElement;
            else if (!reader.IsStartElement)
                continue;
            else if (reader.ElementType == typeof(NumberingFormat) && SheetRows.Attribute(reader, "formatCode") is { } code)
                _codes[Number(reader)] = code;
            else if (inCells && reader.ElementType == typeof(CellFormat))
                _styles.Add(Number(reader));
        }
    }

    public SheetCell Show(string raw, string? style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return new(raw, CellSort.Text);
        var form = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _styles.Count ? _styles[index] : 0;
        var code = _codes.GetValueOrDefault(form, "");
        if (IsDate(form, code) && Date(value) is { } date)
            return new(date, CellSort.Date);
        return new(Plain().IsMatch(code) ? value.ToString(code, CultureInfo.InvariantCulture) : General(raw, value), CellSort.Number);
    }

    /// <summary>The number as it stands, unless it shows that the machine cannot hold 3.1 exactly.</summary>
    private static string General(string raw, double value)
    {
        if (raw.Length <= MostDigits && raw.All(c => char.IsAsciiDigit(c) || c is '.' or '-'))
            return raw;
        var shown = value.ToString("G15", CultureInfo.InvariantCulture);
        return shown.Contains('E', StringComparison.Ordinal) && Math.Abs(value) is > 1e-15 and < 1e20 && decimal.TryParse(shown, NumberStyles.Float, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : shown;
    }

    private string? Date(double value)
    {
        var days = value + (countsFrom1904 ? DaysTo1904 : 0);
        if (days is < 0 or >= 2958466)
            return null;
        var at = DateTime.FromOADate(days);
        var seconds = new DateTime((at.Ticks + TimeSpan.TicksPerSecond / 2) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        return seconds.ToString(seconds.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static bool IsDate(int form, string code) =>
        form is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58)
        || Literal().Replace(code, "").AsSpan().ContainsAny(PartsOfDates);

    private static int Number(OpenXmlReader reader) =>
        int.TryParse(SheetRows.Attribute(reader, "numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^[0#,]*[0#](\.[0#]+)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Plain();

    /// <summary>Text in quotation marks, colors and conditions in brackets, and signs that stand for themselves.</summary>
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Literal();
}
