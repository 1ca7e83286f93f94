using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>Employment and wages of an occupation in an area. Money is dollars; the entry wage is an estimate of ours.</summary>
public sealed record WageResource(string Soc, string Title, string Area)
{
    private const int CentsPerDollar = 100;

    private static readonly (string Heading, WageFigure Figure, bool IsMoney)[] Columns =
    [
        ("employment", WageFigure.Employment, false), ("location quotient", WageFigure.LocationQuotient, false), ("hourly mean", WageFigure.HourlyMean, true),
        ("hourly median", WageFigure.HourlyMedian, true), ("annual mean", WageFigure.AnnualMean, true), ("annual 10", WageFigure.Annual10, true),
        ("annual 25", WageFigure.Annual25, true), ("annual median", WageFigure.AnnualMedian, true), ("annual 75", WageFigure.Annual75, true), ("annual 90", WageFigure.Annual90, true),
    ];

    public required FigureResource Employment { get; init; }
    public required FigureResource LocationQuotient { get; init; }
    public required WagesResource Hourly { get; init; }
    public required WagesResource Annual { get; init; }
    public required FigureResource AnnualEntry { get; init; }
    public required SourceResource Source { get; init; }

    public static WageResource Of(Wage wage, DataRelease release)
    {
        return new(wage.Soc, wage.Title, wage.AreaCode)
        {
            Employment = FigureResource.Of(wage.Of(WageFigure.Employment)),
            LocationQuotient = FigureResource.Of(wage.Of(WageFigure.LocationQuotient)),
            Hourly = new(Dollars(WageFigure.HourlyMean), Dollars(WageFigure.Hourly10), Dollars(WageFigure.Hourly25), Dollars(WageFigure.HourlyMedian), Dollars(WageFigure.Hourly75), Dollars(WageFigure.Hourly90)),
            Annual = new(Dollars(WageFigure.AnnualMean), Dollars(WageFigure.Annual10), Dollars(WageFigure.Annual25), Dollars(WageFigure.AnnualMedian), Dollars(WageFigure.Annual75), Dollars(WageFigure.Annual90)),
            AnnualEntry = FigureResource.Dollars(EntryWage.Estimate(wage.Of(WageFigure.Annual10), wage.Of(WageFigure.Annual25), wage.Of(WageFigure.AnnualMedian))),
            Source = SourceResource.Of(release),
        };

        FigureResource Dollars(WageFigure figure) => FigureResource.Dollars(wage.Of(figure));
    }

    public static OutgoingTable Table(IEnumerable<Wage> wages, DataRelease release) => new(
        "Wages", ["soc", "title", "area", .. Columns.Select(c => c.Heading), "source"],
        [.. wages.Select(w => (IReadOnlyList<OutgoingCell>)[w.Soc, w.Title, w.AreaCode, .. Columns.Select(c => OutgoingCell.Of(w.Of(c.Figure), c.IsMoney ? CentsPerDollar : 1)), $"{release.Title}, {release.Period}"])]);
}

/// <summary>The mean, and the wages below which 10, 25, 50, 75 and 90 of a hundred workers are.</summary>
public sealed record WagesResource(FigureResource Mean, FigureResource P10, FigureResource P25, FigureResource Median, FigureResource P75, FigureResource P90);
