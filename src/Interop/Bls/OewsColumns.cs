using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop.Bls;

/// <summary>Where a table of wages has what: the official columns in upper or lower case, or those that a mapping names.</summary>
internal sealed record OewsColumns
{
    private static readonly Dictionary<WageFigure, string[]> Official = new()
    {
        [WageFigure.Employment] = ["TOT_EMP"],
        [WageFigure.EmploymentError] = ["EMP_PRSE"],
        [WageFigure.JobsPerThousand] = ["JOBS_1000", "JOBS_1000_ORIG"],
        [WageFigure.LocationQuotient] = ["LOC_QUOTIENT", "LOC_Q"],
        [WageFigure.IndustryPercent] = ["PCT_TOTAL", "PCT_TOT"],
        [WageFigure.ReportingPercent] = ["PCT_RPT"],
        [WageFigure.WageError] = ["MEAN_PRSE"],
        [WageFigure.HourlyMean] = ["H_MEAN"],
        [WageFigure.Hourly10] = ["H_PCT10", "H_WPCT10"],
        [WageFigure.Hourly25] = ["H_PCT25", "H_WPCT25"],
        [WageFigure.HourlyMedian] = ["H_MEDIAN"],
        [WageFigure.Hourly75] = ["H_PCT75", "H_WPCT75"],
        [WageFigure.Hourly90] = ["H_PCT90", "H_WPCT90"],
        [WageFigure.AnnualMean] = ["A_MEAN"],
        [WageFigure.Annual10] = ["A_PCT10", "A_WPCT10"],
        [WageFigure.Annual25] = ["A_PCT25", "A_WPCT25"],
        [WageFigure.AnnualMedian] = ["A_MEDIAN"],
        [WageFigure.Annual75] = ["A_PCT75", "A_WPCT75"],
        [WageFigure.Annual90] = ["A_PCT90", "A_WPCT90"],
    };

    private static readonly Dictionary<WageFigure, string> Mapped = new()
    {
        [WageFigure.Employment] = "employment",
        [WageFigure.JobsPerThousand] = "jobs-per-thousand",
        [WageFigure.LocationQuotient] = "location-quotient",
        [WageFigure.HourlyMean] = "hourly-mean",
        [WageFigure.Hourly10] = "hourly10",
        [WageFigure.Hourly25] = "hourly25",
        [WageFigure.HourlyMedian] = "hourly-median",
        [WageFigure.Hourly75] = "hourly75",
        [WageFigure.Hourly90] = "hourly90",
        [WageFigure.AnnualMean] = "annual-mean",
        [WageFigure.Annual10] = "annual10",
        [WageFigure.Annual25] = "annual25",
        [WageFigure.AnnualMedian] = "annual-median",
        [WageFigure.Annual75] = "annual75",
        [WageFigure.Annual90] = "annual90",
    };

    public required int Occupation { get; init; }
    public required int Title { get; init; }
    public required int Area { get; init; }
    public required int AreaName { get; init; }
    public int AreaType { get; init; } = -1;
    public int State { get; init; } = -1;
    public int Level { get; init; } = -1;
    public int Naics { get; init; } = -1;
    public int IndustryLevel { get; init; } = -1;
    public int Ownership { get; init; } = -1;
    public int AnnualOnly { get; init; } = -1;
    public int HourlyOnly { get; init; } = -1;
    public int Year { get; init; } = -1;

    /// <summary>The place of each figure, -1 where the table has none; and what the column is called.</summary>
    public required IReadOnlyList<int> Figures { get; init; }
    public required IReadOnlyList<string> Names { get; init; }
    public required string AreaForm { get; init; }
    public required IReadOnlyDictionary<string, FigureState> Signs { get; init; }

    public static bool IsOfficial(TableHeader header) => header.Has("OCC_CODE") && header.Has("TOT_EMP") && header.Has("A_MEDIAN");

    public static OewsColumns Of(TableHeader header) => new()
    {
        Occupation = header.Find("OCC_CODE"),
        Title = header.Find("OCC_TITLE", "OCC_TITL"),
        Area = header.Find("AREA"),
        AreaName = header.Find("AREA_TITLE", "AREA_NAME"),
        AreaType = header.Find("AREA_TYPE"),
        State = header.Find("PRIM_STATE", "ST"),
        Level = header.Find("O_GROUP", "OCC_GROUP", "GROUP"),
        Naics = header.Find("NAICS"),
        IndustryLevel = header.Find("I_GROUP"),
        Ownership = header.Find("OWN_CODE"),
        AnnualOnly = header.Find("ANNUAL"),
        HourlyOnly = header.Find("HOURLY"),
        Figures = [.. Enum.GetValues<WageFigure>().Select(f => header.Find(Official[f]))],
        Names = [.. Enum.GetValues<WageFigure>().Select(f => Official[f][0])],
        AreaForm = "oews",
        Signs = OfficialSigns,
    };

    public static OewsColumns Of(TableHeader header, TableMapping mapping) => new()
    {
        Occupation = mapping.Place(header, "occupation"),
        Title = mapping.Place(header, "title"),
        Area = mapping.Place(header, "area"),
        AreaName = mapping.Place(header, "area-name"),
        Level = mapping.Place(header, "level"),
        Year = mapping.Place(header, "year"),
        Figures = [.. Enum.GetValues<WageFigure>().Select(f => Mapped.TryGetValue(f, out var name) ? mapping.Place(header, name) : -1)],
        Names = [.. Enum.GetValues<WageFigure>().Select(f => Mapped.TryGetValue(f, out var name) && mapping.Columns.TryGetValue(name, out var columns) ? columns[0] : "")],
        AreaForm = mapping.Areas,
        Signs = mapping.Signs,
    };

    /// <summary>
    /// An empty cell is a figure that tables of this sort do not have. A wage or number of jobs that is not given out was estimated and is
    /// held back as too uncertain. "~" is a share of establishments below half a per cent.
    /// </summary>
    private static readonly Dictionary<string, FigureState> OfficialSigns = new()
    {
        [""] = FigureState.NotReported,
        ["*"] = FigureState.Suppressed,
        ["**"] = FigureState.Suppressed,
        ["~"] = FigureState.Suppressed,
    };
}
