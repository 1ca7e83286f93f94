using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Bls;

/// <summary>
/// Reads Occupational Employment and Wage Statistics: the workbooks of BLS for nation, states and areas, of all years, and tables in
/// the same columns or in those of a mapping. Source: bls.gov/oes.
/// </summary>
public static class OewsReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.Oews, "Occupational Employment and Wage Statistics",
        "a workbook of BLS such as national_M2024_dl.xlsx, state_M2024_dl.xlsx, MSA_M2024_dl.xlsx or all_data_M_2024.xlsx, a table with its columns, or one that a mapping describes", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var official = tables.Find(OewsColumns.IsOfficial).ToList();
        var areas = new ReleaseAreas();
        var isByIndustry = true;
        foreach (var table in official)
        {
            var period = OewsPeriod.Of(load, table);
            Describe(load.Release, period, "Occupational Employment and Wage Statistics", "U.S. Bureau of Labor Statistics");
            load.Release.Taxonomy = SocEditions.OfWages(period.Year);
            var rows = new OewsRows(load, table, OewsColumns.Of(table.Header), period) { Areas = areas };
            await load.Rows.InsertAsync(rows.Read(), load.Stop);
            isByIndustry &= rows.IsByIndustry;
        }
        if (official.Count > 0)
            load.Release.Scope = areas.Scope() + (isByIndustry ? " by industry" : "");
        else
            await MappedAsync(load, tables, areas);
        await areas.WriteAsync(load);
    }

    private static async Task MappedAsync(ReleaseLoad load, SourceTables tables, ReleaseAreas areas)
    {
        foreach (var mapping in TableMapping.Of(load, ReleaseKinds.Oews))
        {
            if (tables.Find(mapping.Fits).FirstOrDefault() is not { } table)
                continue;
            var columns = OewsColumns.Of(table.Header, mapping);
            var period = OewsPeriod.OfYear(mapping.Month ?? "May", Year(table, columns));
            Describe(load.Release, period, mapping.Title, mapping.Publisher);
            load.Release.Taxonomy = mapping.Taxonomy;
            await load.Rows.InsertAsync(new OewsRows(load, table, columns, period) { Areas = areas }.Read(), load.Stop);
            load.Release.Scope = mapping.Scope ?? areas.Scope();
            return;
        }
        throw tables.Missing(Reader.Accepts);
    }

    private static void Describe(DataRelease release, OewsPeriod period, string title, string publisher) =>
        (release.Title, release.Publisher, release.Edition, release.Period) = (title, publisher, period.Text, period.Text);

    private static int Year(SourceTable table, OewsColumns columns)
    {
        var first = table.Rows().FirstOrDefault();
        return int.TryParse(first[columns.Year], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year
            : throw new UnusableInputException(Problem.Rejected("no-period", first.Where("year"), "\"{0}\" is no year.", first[columns.Year]));
    }
}
