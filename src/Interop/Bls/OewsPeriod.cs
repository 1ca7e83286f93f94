using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Codes;

namespace Trellis.Interop.Bls;

/// <summary>The month that a table of wages speaks of, and the wage from which on its year publishes only a bound.</summary>
internal sealed partial record OewsPeriod(string Month, int Year)
{
    /// <summary>Bounds are whole cents by the hour and the year; null where neither the file nor data/reference/oews-top-codes.csv tells.</summary>
    public (int Hourly, int Annual)? Top { get; private init; }

    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Month} {Year}");

    /// <summary>From what the user said, else from the notes in the workbook, else from the name of the file or sheet.</summary>
    public static OewsPeriod Of(ReleaseLoad load, SourceTable table)
    {
        var notes = table.Book is { } book ? book.Sheets.Where(s => s != table.Name).SelectMany(s => book.Read(s).Take(200).SelectMany(r => r.Cells.Values.Select(c => c.Text))).ToList() : [];
        var period = Said(load.Options.GetValueOrDefault("period") ?? "")
            ?? table.Above.Append(table.Name).Concat(notes).Select(Said).FirstOrDefault(p => p is not null)
            ?? Named(table.Name) ?? Named(table.File) ?? Named(load.Source.Name)
            ?? throw new UnusableInputException(Problem.Rejected("no-period", table.File,
                "The file does not tell the month that its figures speak of. Name it as its publisher does (state_M2024_dl.xlsx), or give the option {0}.", "period=May 2024"));
        return period with { Top = Noted(notes) ?? Known(period.Year) };
    }

    public static OewsPeriod OfYear(string month, int year) => new(month, year) { Top = Known(year) };

    private static OewsPeriod? Said(string text) =>
        MonthYear().Match(text) is { Success: true } match ? new(match.Groups["month"].Value, Number(match.Groups["year"])) : null;

    private static OewsPeriod? Named(string name) => FileYear().Match(name) is { Success: true } match ? new("May", Number(match.Groups["year"])) : null;

    private static (int, int)? Noted(List<string> notes) => notes.Select(n => Bound().Match(n)).FirstOrDefault(m => m.Success) is { } match
        ? (Cents(match.Groups["hour"].Value), Cents(match.Groups["annual"].Value)) : null;

    private static (int, int)? Known(int year) => ShippedData.Rows("oews-top-codes.csv").Where(cell => cell("year") == year.ToString(CultureInfo.InvariantCulture))
        .Select(cell => ((int, int)?)(Cents(cell("hourly")), Cents(cell("annual")))).FirstOrDefault();

    private static int Cents(string dollars) => (int)Math.Round(100 * double.Parse(dollars, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture));

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<month>May|November) (?<year>(19|20)\d\d)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"_M_?(?<year>20\d\d)(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FileYear();

    [GeneratedRegex(@"equal to or greater than \$(?<hour>[\d,.]*\d) per hour or \$(?<annual>[\d,.]*\d) per year", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bound();
}
