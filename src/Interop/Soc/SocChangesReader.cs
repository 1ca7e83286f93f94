using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Soc;

/// <summary>Reads where the occupations of SOC 2010 went in SOC 2018. Source: BLS, soc_2010_to_2018_crosswalk.xlsx.</summary>
public static class SocChangesReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.SocChanges, "SOC 2010 to SOC 2018",
        "the workbook soc_2010_to_2018_crosswalk.xlsx of BLS", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var table = tables.Need(h => h.Has("2010 SOC Code") && h.Has("2018 SOC Code"), Reader.Accepts);
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ("SOC 2010 to SOC 2018 crosswalk", "2010–2018", "2018");
        (load.Release.Publisher, load.Release.Taxonomy) = ("U.S. Bureau of Labor Statistics", "SOC 2018");
        await load.Rows.InsertAsync(Rows(load, table), load.Stop);
    }

    private static IEnumerable<SocChange> Rows(ReleaseLoad load, SourceTable table)
    {
        var header = table.Header;
        var (from, fromTitle, to, toTitle) = (header.Find("2010 SOC Code"), header.Find("2010 SOC Title"), header.Find("2018 SOC Code"), header.Find("2018 SOC Title"));
        var seen = new HashSet<(string, string)>();
        foreach (var row in table.Rows().Where(r => r[from].Length + r[to].Length > 0))
        {
            if (!SocCode.TryParse(row[from], out var old))
                load.Report.Add(Problem.Rejected("soc-code", row.Where("2010 SOC Code"), "\"{0}\" is no occupation code of the form 29-1141.", row[from]));
            else if (!SocCode.TryParse(row[to], out var now))
                load.Report.Add(Problem.Rejected("soc-code", row.Where("2018 SOC Code"), "\"{0}\" is no occupation code of the form 29-1141.", row[to]));
            else if (!seen.Add((old.Value, now.Value)))
                load.Report.Add(Problem.Rejected("soc-twice", row.Where("2010 SOC Code"), "The code {0} stands in the table already.", old.Value));
            else
                yield return new() { ReleaseKey = load.Rows.Key, FromSoc = old.Value, FromTitle = row[fromTitle], ToSoc = now.Value, ToTitle = row[toTitle] };
        }
    }
}
