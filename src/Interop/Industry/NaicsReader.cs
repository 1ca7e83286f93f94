using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Industry;

/// <summary>
/// Reads the North American Industry Classification System from its workbooks: the structure, whose titles end in a mark where Canada,
/// Mexico and the United States share the class, or the list of codes of two to six digits. Source: census.gov/naics.
/// </summary>
public static partial class NaicsReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.Naics, "North American Industry Classification System",
        "the workbook 2022_NAICS_Structure.xlsx or 2-6 digit_2022_Codes.xlsx of the Census Bureau", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var table = tables.Need(h => Column(h, CodeName()) >= 0 && Column(h, TitleName()) >= 0, Reader.Accepts);
        var edition = CodeName().Match(table.Header.Names[Column(table.Header, CodeName())]).Groups["year"].Value;
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ($"North American Industry Classification System {edition}", edition, edition);
        (load.Release.Publisher, load.Release.Taxonomy) = ("U.S. Census Bureau", $"NAICS {edition}");
        await load.Rows.InsertAsync(Rows(load, table), load.Stop);
    }

    private static IEnumerable<Core.LaborMarket.Industry> Rows(ReleaseLoad load, SourceTable table)
    {
        var (code, title) = (Column(table.Header, CodeName()), Column(table.Header, TitleName()));
        var isMarked = !table.Header.Has("Seq. No.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows().Where(r => r[code].Length > 0))
        {
            if (!NaicsCode.TryParse(row[code], out var naics))
                load.Report.Add(Problem.Rejected("naics-code", row.Where(table.Header.Names[code]), "\"{0}\" is no industry code of two to six digits or a range such as 31-33.", row[code]));
            else if (!seen.Add(naics.Value))
                load.Report.Add(Problem.Rejected("naics-twice", row.Where(table.Header.Names[code]), "The industry {0} stands in the table already.", naics.Value));
            else
                yield return new() { ReleaseKey = load.Rows.Key, Code = naics.Value, Title = isMarked ? Trilateral().Replace(row[title], "") : row[title], Level = naics.Level };
        }
    }

    private static int Column(TableHeader header, Regex name) => header.Names.Index().Where(n => name.IsMatch(n.Item)).Select(n => n.Index).FirstOrDefault(-1);

    [GeneratedRegex(@"^\s*(?<year>20\d\d) NAICS( US)?\s+Code\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeName();

    [GeneratedRegex(@"^\s*20\d\d NAICS( US)?\s+Title\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TitleName();

    /// <summary>The letter T behind a title says that three countries share the class; it stands right behind the last word.</summary>
    [GeneratedRegex(@"(?<=[a-z)])T$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Trilateral();
}
