using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Soc;

/// <summary>
/// Reads which code of the National Employment Matrix, and which page of the Occupational Outlook Handbook, an O*NET occupation
/// belongs to. Source: BLS, nem-onet-to-soc-crosswalk.xlsx.
/// </summary>
public static class OnetSocReader
{
    private const string Nothing = "—";

    public static ReleaseReader Reader { get; } = new(ReleaseKinds.OnetSoc, "O*NET-SOC to National Employment Matrix",
        "the workbook nem-onet-to-soc-crosswalk.xlsx of BLS", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var table = tables.Need(h => h.Has("O*NET-SOC Code") && h.Has("NEM Code"), Reader.Accepts);
        var asOf = table.Above.FirstOrDefault(t => t.StartsWith("As of ", StringComparison.OrdinalIgnoreCase))?["As of ".Length..] ?? "";
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ("O*NET-SOC to National Employment Matrix crosswalk", asOf, asOf);
        (load.Release.Publisher, load.Release.Taxonomy) = ("U.S. Bureau of Labor Statistics", "O*NET-SOC 2019");
        await load.Rows.InsertAsync(Rows(load, table), load.Stop);
    }

    private static IEnumerable<OnetSocLink> Rows(ReleaseLoad load, SourceTable table)
    {
        var header = table.Header;
        var (code, title, matrix) = (header.Find("O*NET-SOC Code"), header.Find("O*NET-SOC Title"), header.Find("NEM Code"));
        var (matrixTitle, handbook) = (header.Find("National Employment Matrix Occupational Title"), header.Find("OOH Profile Title"));
        var seen = new HashSet<(string, string)>();
        foreach (var row in table.Rows().Where(r => r[code].Length > 0))
        {
            if (!OnetSocCode.TryParse(row[code], out var onet))
                load.Report.Add(Problem.Rejected("onet-soc-code", row.Where("O*NET-SOC Code"), "\"{0}\" is no O*NET-SOC code of the form 29-1141.00.", row[code]));
            else if (row[matrix] == Nothing)
                load.Report.Add(Problem.Noted("no-matrix-code", row.Where("NEM Code"), "The matrix has no code for {0}.", onet.ToString()));
            else if (!SocCode.TryParse(row[matrix], out var known))
                load.Report.Add(Problem.Rejected("soc-code", row.Where("NEM Code"), "\"{0}\" is no occupation code of the form 29-1141.", row[matrix]));
            else if (!seen.Add((onet.ToString(), known.Value)))
                load.Report.Add(Problem.Rejected("soc-twice", row.Where("O*NET-SOC Code"), "The code {0} stands in the table already.", onet.ToString()));
            else
                yield return new() { ReleaseKey = load.Rows.Key, Code = onet.ToString(), Title = row[title], MatrixCode = known.Value, MatrixTitle = row[matrixTitle], HandbookTitle = row[handbook] is Nothing or "" ? null : row[handbook] };
        }
    }
}
