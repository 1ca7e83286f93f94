using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Starter;

/// <summary>The areas, wages, projections and industries of the starter set.</summary>
internal static class StarterLaborMarket
{
    public static IReadOnlyList<StarterKind> Kinds { get; } =
    [
        new(ReleaseKinds.OewsAreas, ["areas.csv"], WriteAreasAsync),
        new(ReleaseKinds.Oews, ["wages.csv"], (files, rows, stop) => rows.InsertAsync(files.Rows("wages.csv").Select(r => WageOf(r, rows.Key)), stop)),
        new(ReleaseKinds.Projections, ["projections.csv"], WriteProjectionsAsync),
        new(ReleaseKinds.StateProjections, ["projections.csv"], WriteProjectionsAsync),
        new(ReleaseKinds.CountyIndustry, ["industry.csv"], (files, rows, stop) => rows.InsertAsync(files.Rows("industry.csv").Select(r => Jobs(r, rows.Key)), stop)),
    ];

    /// <summary>The areas, the counties of metropolitan ones, and the regions, which belong to no release.</summary>
    private static async Task WriteAreasAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        var areas = files.Rows("areas.csv").Select(r => (Row: r, Area: AreaOf(r))).ToList();
        await AreaEditor.NoteAsync(rows, areas.Select(a => a.Area), stop);
        await rows.InsertAsync(areas.Where(a => a.Area.Kind == AreaKind.Metro).SelectMany(a => a.Row.List("counties")
            .Select(c => new AreaCounty { ReleaseKey = rows.Key, AreaCode = a.Area.Code, CountyCode = c })), stop);
        foreach (var (row, area) in areas.Where(a => a.Area.Kind == AreaKind.Region))
        {
            foreach (var county in row.List("counties"))
                await rows.ExecuteAsync($"insert into area_members (area_code, county_code) values ({area.Code}, {county}) on conflict do nothing", stop);
        }
    }

    private static Task WriteProjectionsAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop) =>
        rows.InsertAsync(files.Rows("projections.csv").Select(r => ProjectionOf(r, rows.Key)), stop);

    private static Area AreaOf(StarterRow row)
    {
        if (!AreaCode.TryParse(row["area"], out var code))
            throw new InvalidDataException($"data/starter/areas.csv: '{row["area"]}' is no area.");
        var state = code.Kind is AreaKind.County or AreaKind.Metro ? "state-" + code.Number[..2] : null;
        return new() { Code = code.ToString(), Kind = code.Kind, Name = row["name"], State = state };
    }

    private static Wage WageOf(StarterRow r, int key)
    {
        // In the order of WageFigure; the set has no shares of industries or of reporting establishments, nor an error of the mean.
        Figure[] f =
        [
            r.Figure("employment"), r.Figure("employment_rse"), r.Figure("jobs_per_1000"), r.Figure("location_quotient"), Figure.NotReported, Figure.NotReported, Figure.NotReported,
            r.Cents("hourly_mean"), r.Cents("hourly_10"), r.Cents("hourly_25"), r.Cents("hourly_50"), r.Cents("hourly_75"), r.Cents("hourly_90"),
            r.Cents("annual_mean"), r.Cents("annual_10"), r.Cents("annual_25"), r.Cents("annual_50"), r.Cents("annual_75"), r.Cents("annual_90"),
        ];
        return new()
        {
            ReleaseKey = key,
            AreaCode = r["area"],
            Soc = r["soc"],
            Title = r["title"],
            Level = Enum.Parse<OccupationLevel>(r["level"], ignoreCase: true),
            Pay = r["pay"] switch { "annual-only" => PayTerms.AnnualOnly, "hourly-only" => PayTerms.HourlyOnly, _ => PayTerms.HourlyAndAnnual },
            Employment = Whole(f[0]),
            EmploymentError = f[1].Value,
            JobsPerThousand = f[2].Value,
            LocationQuotient = f[3].Value,
            HourlyMean = Whole(f[7]),
            Hourly10 = Whole(f[8]),
            Hourly25 = Whole(f[9]),
            HourlyMedian = Whole(f[10]),
            Hourly75 = Whole(f[11]),
            Hourly90 = Whole(f[12]),
            AnnualMean = Whole(f[13]),
            Annual10 = Whole(f[14]),
            Annual25 = Whole(f[15]),
            AnnualMedian = Whole(f[16]),
            Annual75 = Whole(f[17]),
            Annual90 = Whole(f[18]),
            Marks = Marks(f),
        };
    }

    private static Projection ProjectionOf(StarterRow r, int key)
    {
        Figure[] f =
        [
            r.Figure("base_employment"), r.Figure("projected_employment"), r.Figure("change"), r.Figure("change_percent"), r.Figure("openings"), r.Figure("growth"),
            r.Figure("exits"), r.Figure("transfers"), Figure.NotReported, Figure.NotReported, Figure.NotReported, r.Cents("median_wage"),
        ];
        return new()
        {
            ReleaseKey = key,
            AreaCode = r["area"],
            Code = r["code"],
            Title = r["title"],
            IsSummary = r["type"] == "Summary",
            Depth = r.Whole("level") ?? 0,
            StartYear = r.Whole("base_year") ?? 0,
            EndYear = r.Whole("projected_year") ?? 0,
            StartEmployment = Whole(f[0]),
            EndEmployment = Whole(f[1]),
            Change = Whole(f[2]),
            ChangePercent = f[3].Value,
            Openings = Whole(f[4]),
            Growth = Whole(f[5]),
            Exits = Whole(f[6]),
            Transfers = Whole(f[7]),
            MedianWage = Whole(f[11]),
            Education = r.Text("education"),
            Experience = r.Text("experience"),
            Training = r.Text("training"),
            Marks = Marks(f),
        };
    }

    private static IndustryJobs Jobs(StarterRow r, int key)
    {
        Figure[] f = [r.Figure("establishments"), r.Figure("employment"), r.Cents("payroll")];
        return new()
        {
            ReleaseKey = key,
            AreaCode = r["area"],
            Naics = r["naics"],
            Title = r["title"],
            Ownership = r["ownership"] switch { "private" => "5", "government" => "8", _ => "0" },
            Year = r.Whole("year") ?? 0,
            Level = NaicsCode.TryParse(r["naics"], out var naics) ? naics.Level : 0,
            Establishments = f[0].Value,
            Employment = f[1].Value,
            Payroll = (long?)f[2].Value,
            Marks = Marks(f),
        };
    }

    private static int? Whole(Figure figure) => figure.Value is { } value ? (int)Math.Round(value, MidpointRounding.AwayFromZero) : null;

    private static string Marks(Figure[] figures) => FigureMarks.Write([.. figures.Select(f => f.State)]);
}
