using Trellis.Core.Codes;
using Trellis.Core.Occupations.Search;

namespace Trellis.Interop.Titles;

/// <summary>
/// Titles that others have coded: the direct match titles of SOC 2018 (DMTF, of BLS), and the titles of H-2B job orders (of the
/// Department of Labor), whose codes of 2010 are led to those of 2018.
/// </summary>
public static class LabelledTitles
{
    private const double LeastShare = 0.1;

    /// <summary>Titles with all SOC codes that they match directly.</summary>
    public static List<LabelledTitle> DirectMatch(string folder) =>
        [.. Table(Path.Combine(folder, "titles", "title_soc_dmtf_half_A.csv"), "title", "soc_2018_code").GroupBy(r => TitleText.Normal(r[0]))
            .Where(g => g.Key.Length > 0).Select(g => Labelled(g.First()[0], g.Select(r => r[1])))];

    /// <summary>Titles of job orders with the codes that at least a tenth of their orders carry, and their most frequent industry.</summary>
    public static List<LabelledTitle> JobOrders(string folder)
    {
        var changes = Changes(Path.Combine(folder, "crosswalks", "soc_2010_to_2018_crosswalk.xlsx"));
        var rows = Table(Path.Combine(folder, "jobs-h2b", "H-2B_Disclosure_Data_FY2019.csv"), "JOB_TITLE", "SOC_CODE", "NAICS_CODE");
        return [.. rows.Where(r => r[1].Length >= 7).GroupBy(r => TitleText.Normal(r[0])).Where(g => g.Key.Length > 0).Select(orders =>
        {
            var codes = orders.CountBy(r => r[1][..7]).Where(c => c.Value >= LeastShare * orders.Count()).SelectMany(c => changes[c.Key]);
            return Labelled(orders.First()[0], codes) with { Naics = orders.CountBy(r => r[2]).MaxBy(n => n.Value).Key };
        }).Where(t => t.Socs.Count > 0)];
    }

    private static LabelledTitle Labelled(string title, IEnumerable<string> socs) =>
        new(title, socs.ToHashSet(StringComparer.Ordinal), new HashSet<string>());

    private static ILookup<string, string> Changes(string file)
    {
        var source = new ImportSource(Path.GetFileName(file), File.ReadAllBytes(file));
        using var workbook = Workbook.Open(source, _ => { });
        return workbook.Read(workbook.Sheets.First()).Select(r => (From: Soc(r, 0), To: Soc(r, 2))).Where(c => c.From is not null && c.To is not null)
            .ToLookup(c => c.From!, c => c.To!, StringComparer.Ordinal);
    }

    private static string? Soc(SheetRow row, int column) =>
        row.Cells.TryGetValue(column, out var cell) && SocCode.TryParse(cell.Text.Trim(), out var code) ? code.Value : null;

    private static IEnumerable<string[]> Table(string file, params string[] columns)
    {
        var source = new ImportSource(Path.GetFileName(file), File.ReadAllBytes(file));
        TableHeader? header = null;
        var places = Array.Empty<int>();
        foreach (var row in CsvRows.Read(source, static _ => { }))
        {
            if (header is null)
            {
                header = new(row.Cells);
                places = Array.ConvertAll(columns, c => header.Need(source.Name, c));
            }
            else
            {
                var cells = new TableRow(source.Name, row.Number, row.Cells);
                yield return Array.ConvertAll(places, p => cells[p]);
            }
        }
    }
}
