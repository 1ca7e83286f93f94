using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Bls;

/// <summary>
/// Reads which counties the areas of the wage statistics are made of: the definitions of BLS with FIPS codes, or the list of the Office
/// of Foreign Labor Certification with names. In New England areas are made of towns, whose county the list does not tell.
/// </summary>
public static class OewsAreasReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.OewsAreas, "Areas of the wage statistics",
        "the workbook area_definitions_m2024.xlsx of BLS, or Geography.csv of the Foreign Labor Certification Data Center (with Area, AreaName, StateAb, CountyTownName)", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var official = tables.Find(AreaDefinitionRows.Fits).FirstOrDefault();
        var table = official ?? tables.Find(GeographyRows.Fits).FirstOrDefault() ?? throw tables.Missing(Reader.Accepts);
        var year = load.Options.GetValueOrDefault("period") ?? (official is null ? "" : AreaDefinitionRows.Period(official.Header));
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ("Areas of the wage statistics and their counties", year, year.Length > 0 ? year : "not stated in the file");
        load.Release.Publisher = official is null ? "U.S. Department of Labor, Office of Foreign Labor Certification" : "U.S. Bureau of Labor Statistics";
        var areas = new ReleaseAreas();
        await load.Rows.InsertAsync(Distinct(load, official is null ? GeographyRows.Read(load, table, areas) : AreaDefinitionRows.Read(load, table, areas)), load.Stop);
        await areas.WriteAsync(load);
    }

    private static IEnumerable<AreaCounty> Distinct(ReleaseLoad load, IEnumerable<(TableRow Row, AreaCounty County)> rows)
    {
        var seen = new HashSet<(string, string, string)>();
        var towns = 0;
        foreach (var (row, county) in rows)
        {
            towns += county.CountyCode.Length == 0 ? 1 : 0;
            if (seen.Add((county.AreaCode, county.CountyCode, county.Part)))
                yield return county;
            else
                load.Report.Add(Problem.Rejected("area-county-twice", row.Where("Area"), "This county or town stands in the table for {0} already.", county.AreaCode));
        }
        if (towns > 0)
            load.Report.Add(Problem.Noted("area-towns", load.Source.Name, "{0} rows name towns; the file does not tell their counties.", towns.ToString(CultureInfo.InvariantCulture)));
    }
}

/// <summary>The list of the Office of Foreign Labor Certification: areas with the names of their counties or towns.</summary>
internal static class GeographyRows
{
    public static bool Fits(TableHeader header) => header.Has("Area") && header.Has("AreaName") && header.Has("StateAb") && header.Has("CountyTownName");

    public static IEnumerable<(TableRow Row, AreaCounty County)> Read(ReleaseLoad load, SourceTable table, ReleaseAreas areas)
    {
        var (area, name, state, county) = (table.Header.Find("Area"), table.Header.Find("AreaName"), table.Header.Find("StateAb"), table.Header.Find("CountyTownName"));
        foreach (var row in table.Rows())
        {
            if (AreaForm.Read("oews", row[area]) is not { Kind: AreaKind.Metro or AreaKind.Nonmetro } code)
            {
                load.Report.Add(Problem.Rejected("oews-area", row.Where("Area"), "\"{0}\" is no area of the type \"{1}\".", row[area], ""));
            }
            else if (StateNames.Find(row[state]) is not { } known)
            {
                load.Report.Add(Problem.Rejected("unknown-state", row.Where("StateAb"), "\"{0}\" is no state or territory.", row[state]));
            }
            else
            {
                areas.Add(code, row[name]);
                var found = CountyNames.Find(known, row[county]);
                yield return (row, new() { ReleaseKey = load.Rows.Key, AreaCode = code.ToString(), CountyCode = found?.ToString() ?? "", Part = found is null ? $"{row[county]}, {row[state]}" : "" });
            }
        }
    }
}

/// <summary>The definitions of BLS: areas with the FIPS codes of their counties, and of towns in New England.</summary>
internal static class AreaDefinitionRows
{
    public static bool Fits(TableHeader header) => header.Has("FIPS code") && header.Has("County code") && Column(header, "MSA code") >= 0;

    /// <summary>The month that stands before the codes of the areas, "May 2024 MSA code"; empty where none does.</summary>
    public static string Period(TableHeader header) => header.Names[Column(header, "MSA code")].Replace("MSA code", "", StringComparison.OrdinalIgnoreCase).Trim();

    public static IEnumerable<(TableRow Row, AreaCounty County)> Read(ReleaseLoad load, SourceTable table, ReleaseAreas areas)
    {
        var header = table.Header;
        var (state, area, name) = (header.Find("FIPS code"), Column(header, "MSA code"), Column(header, "MSA name"));
        var (county, town, title) = (header.Find("County code"), header.Find("Township code"), Column(header, "County name"));
        foreach (var row in table.Rows().Where(r => r[area].Length > 0))
        {
            if (AreaForm.Read("oews", row[area]) is not { Kind: AreaKind.Metro or AreaKind.Nonmetro } code)
            {
                load.Report.Add(Problem.Rejected("oews-area", row.Where("MSA code"), "\"{0}\" is no area of the type \"{1}\".", row[area], ""));
            }
            else if (row.Number32(state) is not (> 0 and < 100 and var fips) || row.Number32(county) is not (> 0 and < 1000 and var number))
            {
                load.Report.Add(Problem.Rejected("pattern-county", row.Where("County code"), "\"{0}\" is no county of the state \"{1}\".", row[county], row[state]));
            }
            else
            {
                areas.Add(code, row[name]);
                var isTown = row[town].Trim('0').Length > 0;
                yield return (row, new() { ReleaseKey = load.Rows.Key, AreaCode = code.ToString(), CountyCode = AreaCode.County(string.Create(CultureInfo.InvariantCulture, $"{fips:00}{number:000}")).ToString(), Part = isTown ? row[title] : "" });
            }
        }
    }

    private static int Column(TableHeader header, string part) => header.Names.Index().Where(n => n.Item.Contains(part, StringComparison.OrdinalIgnoreCase)).Select(n => n.Index).FirstOrDefault(-1);
}
