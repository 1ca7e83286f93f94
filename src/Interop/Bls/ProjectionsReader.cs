using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Bls;

/// <summary>
/// Reads the national Employment Projections from the workbook of occupations: the table of all occupations, and that of separations
/// where it is there. Tables are found by their columns; their numbers change. Source: bls.gov/emp.
/// </summary>
public static class ProjectionsReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.Projections, "Employment Projections",
        "the workbook occupation.xlsx of BLS with its tables of occupational projections and of separations and openings", ReadAsync);

    /// <summary>The classification that the matrix of a first year uses. Source: BLS, National Employment Matrix crosswalks.</summary>
    internal static string Taxonomy(int firstYear) => firstYear >= 2019 ? SocEditions.Soc2018 : firstYear >= 2010 ? SocEditions.Soc2010 : SocEditions.Soc2000;

    /// <summary>A period as BLS writes it: 2024–34.</summary>
    internal static string Period(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{start}–{(start / 100 == end / 100 ? end % 100 : end):00}");

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var occupations = tables.Need(h => new MatrixColumns(h).IsOccupations, Reader.Accepts);
        var separations = tables.Find(h => new MatrixColumns(h).IsSeparations).FirstOrDefault();
        if (separations is null)
            load.Release.Gaps = ["Occupational separations and openings"];
        var rows = new MatrixRows(load, occupations, separations);
        var period = Period(rows.Start, rows.End);
        (load.Release.Title, load.Release.Publisher, load.Release.Edition) = ($"Employment Projections {period}", "U.S. Bureau of Labor Statistics", period);
        (load.Release.Period, load.Release.Taxonomy) = (period, Taxonomy(rows.Start));
        await load.Rows.InsertAsync(rows.Read(), load.Stop);
        var nation = new ReleaseAreas();
        nation.Add(AreaCode.Nation, "United States");
        await nation.WriteAsync(load);
    }
}
