using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Interop.Training;

/// <summary>Reads the list of fields of study, CIPCode2020.csv, whose codes NCES writes as formulas: ="01.0101".</summary>
public static class CipReader
{
    public static ReleaseReader Reader { get; } = new(
        ReleaseKinds.Cip, "Fields of study (CIP 2020)", "CIPCode2020.csv of NCES, with the columns CIPCode and CIPTitle.", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        var file = load.Source.Files.Where(ListTable.CanRead).Order(StringComparer.OrdinalIgnoreCase).FirstOrDefault()
            ?? throw new UnusableInputException(Problem.Rejected("no-list", load.Source.Name, "There is no CSV file or workbook here."));
        var table = ListTable.Open(load.Source, file, load.Report.Add);
        var columns = new Columns(
            table.Header.Need(file, "CIPCode"), table.Header.Need(file, "CIPTitle"), table.Header.Find("CIPDefinition"), table.Header.Find("Action"));
        var release = load.Release;
        (release.Title, release.Edition, release.Period) = ("Classification of Instructional Programs 2020", "2020", "2020");
        (release.Publisher, release.Taxonomy) = ("National Center for Education Statistics", "CIP 2020");
        await load.Rows.InsertAsync(Read(load, table, columns), load.Stop);
    }

    private static IEnumerable<Cip> Read(ReleaseLoad load, ListTable table, Columns columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return table.Rows.Select(row => Row(load, row, columns, seen)).OfType<Cip>();
    }

    private static Cip? Row(ReleaseLoad load, TableRow row, Columns columns, HashSet<string> seen)
    {
        if (!CipCode.TryParse(row[columns.Code], out var code))
            return Reject(load, "not-a-cip", row.Where("CIPCode"), "'{0}' is no code of a field of study. Expected: 51, 51.38 or 51.3801.", row[columns.Code]);
        if (row[columns.Title].Length == 0)
            return Reject(load, "no-title", row.Where("CIPTitle"), "The field of study {0} has no name.", code.Value);
        if (!seen.Add(code.Value))
            return Reject(load, "repeated-cip", row.Where("CIPCode"), "The code {0} stands above already.", code.Value);
        return new()
        {
            ReleaseKey = load.Rows.Key,
            Code = code.Value,
            Title = CipSocReader.Title(row[columns.Title]),
            Definition = ListText.Lines(row[columns.Definition]),
            Change = row[columns.Change],
        };
    }

    private static Cip? Reject(ReleaseLoad load, string code, string where, string sentence, string value)
    {
        load.Report.Add(Problem.Rejected(code, where, sentence, value));
        return null;
    }

    private sealed record Columns(int Code, int Title, int Definition, int Change);
}
