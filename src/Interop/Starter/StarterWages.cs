using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Starter;

/// <summary>The wages of the starter set.</summary>
internal static class StarterWages
{
    private static readonly WageFigure[] All = Enum.GetValues<WageFigure>();

    public static StarterKind Kind { get; } = new(ReleaseKinds.Oews, ["wages.csv"],
        (files, rows, stop) => rows.InsertAsync(files.Rows("wages.csv").Select(r => Wage(r, rows.Key)), stop));

    private static Wage Wage(StarterRow row, int releaseKey)
    {
        var figures = Array.ConvertAll(All, f => f >= WageFigure.HourlyMean ? row.Cents(Column(f)) : row.Figure(Column(f)));
        return WageRow.Of(new(releaseKey, row["area"], row["soc"], Enum.Parse<OccupationLevel>(row["level"], ignoreCase: true)), figures, row["title"], Pay(row["pay"]));
    }

    private static PayTerms Pay(string text) => text switch
    {
        "annual-only" => PayTerms.AnnualOnly,
        "hourly-only" => PayTerms.HourlyOnly,
        _ => PayTerms.HourlyAndAnnual,
    };

    private static string Column(WageFigure figure) => figure switch
    {
        WageFigure.Employment => "employment",
        WageFigure.EmploymentError => "employment_rse",
        WageFigure.JobsPerThousand => "jobs_per_1000",
        WageFigure.LocationQuotient => "location_quotient",
        WageFigure.HourlyMean => "hourly_mean",
        WageFigure.Hourly10 => "hourly_10",
        WageFigure.Hourly25 => "hourly_25",
        WageFigure.HourlyMedian => "hourly_50",
        WageFigure.Hourly75 => "hourly_75",
        WageFigure.Hourly90 => "hourly_90",
        WageFigure.AnnualMean => "annual_mean",
        WageFigure.Annual10 => "annual_10",
        WageFigure.Annual25 => "annual_25",
        WageFigure.AnnualMedian => "annual_50",
        WageFigure.Annual75 => "annual_75",
        WageFigure.Annual90 => "annual_90",
        // The set has no such columns, and a column that is not there is not reported.
        _ => "none",
    };
}
