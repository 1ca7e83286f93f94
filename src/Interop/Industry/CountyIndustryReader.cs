using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Industry;

/// <summary>
/// Reads employment by county and industry: annual averages of the Quarterly Census of Employment and Wages as BLS gives them out, or
/// a table made from County Business Patterns with estimates for what these withhold.
/// </summary>
public static class CountyIndustryReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.CountyIndustry, "Employment by county and industry",
        "a CSV file of annual averages of the Quarterly Census of Employment and Wages (with area_fips, own_code, industry_code, agglvl_code, disclosure_code), or a table of County Business Patterns by county and NAICS code", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        if (tables.Find(QcewRows.Fits).ToList() is { Count: > 0 } annual)
            await QcewAsync(load, annual);
        else if (tables.Find(PatternRows.Fits).ToList() is { Count: > 0 } patterns)
            await PatternsAsync(load, patterns);
        else
            throw tables.Missing(Reader.Accepts);
    }

    private static async Task QcewAsync(ReleaseLoad load, List<SourceTable> tables)
    {
        var rows = new QcewRows(load);
        foreach (var table in tables)
            await load.Rows.InsertAsync(rows.Read(table), load.Stop);
        await rows.Areas.WriteAsync(load);
        var (first, last) = (rows.Years.DefaultIfEmpty().Min(), rows.Years.DefaultIfEmpty().Max());
        var years = first == last ? $"{last}" : $"{first}–{last}";
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ("Quarterly Census of Employment and Wages, annual averages", years, years);
        (load.Release.Publisher, load.Release.Taxonomy) = ("U.S. Bureau of Labor Statistics", last >= 2022 ? "NAICS 2022" : last >= 2017 ? "NAICS 2017" : "NAICS 2012");
        // Years stand side by side, so that change can be told.
        load.Release.Scope = rows.Areas.Codes.Count > 0 ? $"{rows.Areas.Scope()} {years}".TrimEnd() : "";
        rows.Note();
    }

    private static async Task PatternsAsync(ReleaseLoad load, List<SourceTable> tables)
    {
        var rows = new PatternRows(load);
        foreach (var table in tables)
            await load.Rows.InsertAsync(rows.Read(table), load.Stop);
        await rows.Areas.WriteAsync(load);
        var year = rows.Year > 0 ? $"{rows.Year}" : "";
        (load.Release.Title, load.Release.Edition, load.Release.Period) = ("County employment by industry, after County Business Patterns", year, year.Length > 0 ? year : "year not stated in the file");
        (load.Release.Publisher, load.Release.Taxonomy) = ("made from data of the U.S. Census Bureau", "NAICS 2012");
        load.Release.Scope = rows.Areas.Codes.Count > 0 ? $"{rows.Areas.Scope()} {year}".TrimEnd() : "";
        rows.Note();
    }
}
