using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Soc;

/// <summary>
/// Reads the Standard Occupational Classification from its two workbooks, of which either is enough: the structure has every code with
/// its level, the definitions have their texts too. Source: bls.gov/soc.
/// </summary>
public static partial class SocReader
{
    private static readonly string[] Levels = ["Major Group", "Minor Group", "Broad Group", "Detailed Occupation"];

    public static ReleaseReader Reader { get; } = new(ReleaseKinds.Soc, "Standard Occupational Classification",
        "the workbooks soc_structure_2018.xlsx or soc_2018_definitions.xlsx of BLS, or a folder or ZIP archive with both", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var definitions = tables.Find(h => h.Has("SOC Code") && h.Has("SOC Definition") && h.Has("SOC Group")).FirstOrDefault();
        var structure = tables.Find(h => Array.TrueForAll(Levels, l => h.Has(l))).FirstOrDefault();
        var table = definitions ?? structure ?? throw tables.Missing(Reader.Accepts);
        var edition = table.Above.Append(table.Name).Select(t => SocYear().Match(t)).FirstOrDefault(m => m.Success)?.Groups["year"].Value
            ?? throw new UnusableInputException(Problem.Rejected("no-edition", table.Name, "Nothing above the table names the edition of the classification, as \"2018 SOC\"."));
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ($"Standard Occupational Classification {edition}", edition, edition);
        (load.Release.Publisher, load.Release.Taxonomy) = ("U.S. Bureau of Labor Statistics", $"SOC {edition}");
        if (definitions is null)
            load.Release.Gaps = ["Definitions"];
        await load.Rows.InsertAsync(Rows(load, definitions is null ? Structure(structure!) : Definitions(definitions)), load.Stop);
    }

    private static IEnumerable<(TableRow Row, string Code, string Title, string Level, string Definition)> Definitions(SourceTable table)
    {
        var (level, code, title, text) = (table.Header.Find("SOC Group"), table.Header.Find("SOC Code"), table.Header.Find("SOC Title"), table.Header.Find("SOC Definition"));
        return table.Rows().Select(r => (r, r[code], r[title], r[level], r[text]));
    }

    /// <summary>Each code stands in the column of its level; the title behind all of them has no header.</summary>
    private static IEnumerable<(TableRow Row, string Code, string Title, string Level, string Definition)> Structure(SourceTable table)
    {
        var places = Levels.Select(l => table.Header.Find(l)).ToList();
        foreach (var row in table.Rows())
        {
            if (places.FindIndex(p => row[p].Length > 0) is >= 0 and var level)
                yield return (row, row[places[level]], row[places.Max() + 1], Levels[level].Split(' ')[0], "");
        }
    }

    private static IEnumerable<SocOccupation> Rows(ReleaseLoad load, IEnumerable<(TableRow Row, string Code, string Title, string Level, string Definition)> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, text, title, level, definition) in rows.Where(r => r.Code.Length > 0))
        {
            if (!SocCode.TryParse(text, out var code))
                load.Report.Add(Problem.Rejected("soc-code", row.Where("SOC Code"), "\"{0}\" is no occupation code of the form 29-1141.", text));
            else if (!Enum.TryParse<SocLevel>(level, out var known))
                load.Report.Add(Problem.Rejected("soc-level", row.Where("SOC Group"), "\"{0}\" is no level of the classification: Major, Minor, Broad or Detailed is expected.", level));
            else if (!seen.Add(code.Value))
                load.Report.Add(Problem.Rejected("soc-twice", row.Where("SOC Code"), "The code {0} stands in the table already.", code.Value));
            else
                yield return new() { ReleaseKey = load.Rows.Key, Soc = code.Value, Title = title, Level = known, Definition = definition };
        }
    }

    [GeneratedRegex(@"\b(?<year>20\d\d) (SOC|Structure)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SocYear();
}
