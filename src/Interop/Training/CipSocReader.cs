using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>
/// Reads which fields of study lead to which occupations. Of the workbook's sheets only the first with both codes counts: the others hold
/// the same rows by occupation, or what changed since the edition before.
/// </summary>
public static class CipSocReader
{
    private const string Cip = "CIP2020Code";
    private const string Soc = "SOC2018Code";

    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.CipSoc, "Fields of study and occupations (CIP 2020 to SOC 2018)",
        "CIP2020_SOC2018_Crosswalk.xlsx of NCES and BLS, with the columns CIP2020Code, CIP2020Title, SOC2018Code and SOC2018Title.", ReadAsync);

    /// <summary>A title as it is spoken; the source ends each with a full stop.</summary>
    internal static string Title(string text) => ListText.Line(text).TrimEnd('.');

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var file = load.Source.Files.Where(ListTable.CanRead).Order(StringComparer.OrdinalIgnoreCase).FirstOrDefault()
            ?? throw new UnusableInputException(Problem.Rejected("no-list", load.Source.Name, "There is no CSV file or workbook here."));
        var table = Find(load, file);
        var columns = new Columns(table.Header.Need(file, Cip), table.Header.Need(file, "CIP2020Title"), table.Header.Need(file, Soc), table.Header.Need(file, "SOC2018Title"));
        var release = load.Release;
        (release.Title, release.Edition, release.Period) = ("CIP 2020 to SOC 2018 Crosswalk", "2020/2018", "2020");
        (release.Publisher, release.Taxonomy) = ("National Center for Education Statistics and Bureau of Labor Statistics", "CIP 2020, SOC 2018");
        await load.Rows.InsertAsync(Read(load, table, columns), load.Stop);
    }

    private static ListTable Find(ReleaseLoad load, string file) =>
        ListTable.Sheets(load.Source, file, load.Report.Add).FirstOrDefault(t => t.Header.Has(Cip) && t.Header.Has(Soc) && t.Header.Find(Cip) < t.Header.Find(Soc))
        ?? throw new UnusableInputException(Problem.Rejected("no-crosswalk", file, "No sheet of this file begins with the columns {0} and {1}.", Cip, Soc));

    private static IEnumerable<CipSoc> Read(ReleaseLoad load, ListTable table, Columns columns)
    {
        var seen = new HashSet<(string, string)>();
        return table.Rows.Select(row => Row(load, row, columns, seen)).OfType<CipSoc>();
    }

    private static CipSoc? Row(ReleaseLoad load, TableRow row, Columns columns, HashSet<(string, string)> seen)
    {
        if (!CipCode.TryParse(row[columns.Cip], out var cip) || !cip.IsProgram)
            return Reject(load, "not-a-cip", row.Where(Cip), "'{0}' is no code of a program of study. Expected: 51.3801.", row[columns.Cip]);
        if (!SocCode.TryParse(row[columns.Soc], out var soc))
            return Reject(load, "not-a-soc", row.Where(Soc), "'{0}' is no code of an occupation. Expected: 29-1141.", row[columns.Soc]);
        if (!seen.Add((cip.Value, soc.Value)))
            return Reject(load, "repeated-match", row.Where(Cip), "That {0} leads to {1} stands above already.", cip.Value, soc.Value);
        return new()
        {
            ReleaseKey = load.Rows.Key,
            Cip = cip.Value,
            CipTitle = Title(row[columns.CipTitle]),
            Soc = soc.Value,
            SocTitle = Title(row[columns.SocTitle]),
        };
    }

    private static CipSoc? Reject(ReleaseLoad load, string code, string where, string sentence, params string[] values)
    {
        load.Report.Add(Problem.Rejected(code, where, sentence, values));
        return null;
    }

    private sealed record Columns(int Cip, int CipTitle, int Soc, int SocTitle);
}
