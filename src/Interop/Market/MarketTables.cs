using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Market;

/// <summary>Tables of the labor market for spreadsheet programs. Each row says of which area, release and period its figures are.</summary>
public static class MarketTables
{
    private const double CentsPerDollar = 100;

    private static readonly (string Heading, WageFigure Figure)[] WageColumns =
    [
        ("Employment", WageFigure.Employment), ("Employment RSE %", WageFigure.EmploymentError), ("Jobs per 1,000", WageFigure.JobsPerThousand), ("Location quotient", WageFigure.LocationQuotient),
        ("Hourly mean", WageFigure.HourlyMean), ("Hourly 10th", WageFigure.Hourly10), ("Hourly 25th", WageFigure.Hourly25), ("Hourly median", WageFigure.HourlyMedian),
        ("Hourly 75th", WageFigure.Hourly75), ("Hourly 90th", WageFigure.Hourly90), ("Annual mean", WageFigure.AnnualMean), ("Annual 10th", WageFigure.Annual10),
        ("Annual 25th", WageFigure.Annual25), ("Annual median", WageFigure.AnnualMedian), ("Annual 75th", WageFigure.Annual75), ("Annual 90th", WageFigure.Annual90),
    ];

    private static readonly (string Heading, ProjectionFigure Figure)[] ProjectionColumns =
    [
        ("Employment at start", ProjectionFigure.StartEmployment), ("Employment at end", ProjectionFigure.EndEmployment), ("Change", ProjectionFigure.Change),
        ("Change %", ProjectionFigure.ChangePercent), ("Openings a year", ProjectionFigure.Openings), ("New jobs a year", ProjectionFigure.Growth),
        ("Exits a year", ProjectionFigure.Exits), ("Transfers a year", ProjectionFigure.Transfers),
    ];

    public static OutgoingTable Of(IEnumerable<Wage> wages, Area area, DataRelease release) => new("Wages",
        ["Area", "Area name", "SOC", "Occupation", .. WageColumns.Select(c => c.Heading), .. Source],
        [.. wages.Select(w => (IReadOnlyList<OutgoingCell>)[area.Code, area.Name, w.Soc, w.Title, .. WageColumns.Select(c => OutgoingCell.Of(w.Of(c.Figure), c.Figure >= WageFigure.HourlyMean ? CentsPerDollar : 1)), .. Cells(release)])]);

    public static OutgoingTable Of(IEnumerable<Projection> projections, Area area, DataRelease release) => new("Projections",
        ["Area", "Area name", "Code", "Occupation", "Start year", "End year", .. ProjectionColumns.Select(c => c.Heading), "Education", "Experience", "Training", .. Source],
        [.. projections.Select(p => (IReadOnlyList<OutgoingCell>)
            [area.Code, area.Name, p.Code, p.Title, (double?)p.StartYear, (double?)p.EndYear, .. ProjectionColumns.Select(c => OutgoingCell.Of(p.Of(c.Figure))), p.Education, p.Experience, p.Training, .. Cells(release)])]);

    public static OutgoingTable Of(AreaSectors sectors, Area area) => new("Industries",
        ["Area", "Area name", "NAICS", "Industry", "Year", "Jobs", "Estimated", "Location quotient", "Reference area", "Start year", "Change", "National share", "Industry mix", "Local share", .. Source],
        [.. sectors.Rows.Select(r => (IReadOnlyList<OutgoingCell>)
            [
                area.Code, area.Name, r.Naics, r.Title, (double?)sectors.Year, OutgoingCell.Of(r.Employment), r.IsEstimated ? "yes" : "no", OutgoingCell.Of(r.Quotient.Quotient), sectors.Reference?.Code,
                (double?)sectors.StartYear, Part(r.Shift?.Change), Part(r.Shift?.NationalShare), Part(r.Shift?.IndustryMix), Part(r.Shift?.LocalShare), .. Cells(sectors.Releases[0]),
            ])]);

    private static readonly string[] Source = ["Source", "Release", "Period"];

    private static OutgoingCell[] Cells(DataRelease release) => [release.Publisher, release.Title, release.Period];

    private static OutgoingCell Part(Figure? part) => part is { } figure ? OutgoingCell.Of(figure) : (string?)null;
}
