using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Starter;

/// <summary>The areas, projections and industries of the starter set; wages are in <see cref="StarterWages"/>.</summary>
internal static class StarterMarket
{
    private static readonly ProjectionFigure[] Projected = Enum.GetValues<ProjectionFigure>();

    public static StarterKind Areas { get; } = new(ReleaseKinds.OewsAreas, ["areas.csv"], WriteAreasAsync);

    public static StarterKind Projections { get; } = new(ReleaseKinds.Projections, ["projections.csv"], WriteProjectionsAsync);

    public static StarterKind StateProjections { get; } = new(ReleaseKinds.StateProjections, ["projections.csv"], WriteProjectionsAsync);

    public static StarterKind Industry { get; } = new(ReleaseKinds.CountyIndustry, ["industry.csv"],
        (files, rows, stop) => rows.InsertAsync(files.Rows("industry.csv").Select(r => Jobs(r, rows.Key)), stop));

    private static async Task WriteAreasAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop)
    {
        var all = files.Rows("areas.csv").Select(r => (Row: r, Code: AreaCode.TryParse(r["area"], out var code) ? code : throw new InvalidDataException($"data/starter/areas.csv: '{r["area"]}' is no area."))).ToList();
        var states = all.Where(a => a.Code.Kind == AreaKind.State).Select(a => a.Code.ToString()).ToList();
        await rows.InsertAsync(all.Where(a => a.Code.Kind is AreaKind.Metro or AreaKind.Nonmetro).SelectMany(a => a.Row.List("counties")
            .Select(county => new AreaCounty { ReleaseKey = rows.Key, AreaCode = a.Code.ToString(), CountyCode = county })), stop);
        await AreaEditor.NoteAsync(rows, all.Select(a => new Area
        {
            Code = a.Code.ToString(),
            Kind = a.Code.Kind,
            Name = a.Row["name"],
            State = a.Code.Kind is AreaKind.State || states is not [var only] ? null : only,
        }), stop);
        foreach (var (row, code) in all.Where(a => a.Code.Kind == AreaKind.Region))
            await AreaEditor.NoteMembersAsync(rows, code.ToString(), row.List("counties"), stop);
    }

    private static Task WriteProjectionsAsync(StarterFiles files, ReleaseRows rows, CancellationToken stop) => rows.InsertAsync(files.Rows("projections.csv").Select(r =>
    {
        var row = new ProjectionRow
        {
            Area = r["area"],
            Code = r["code"],
            Title = r["title"],
            IsSummary = r["type"] == "Summary",
            Depth = r.Whole("level") ?? 0,
            Start = r.Whole("base_year")!.Value,
            End = r.Whole("projected_year")!.Value,
            Education = r.Text("education"),
            Experience = r.Text("experience"),
            Training = r.Text("training"),
        };
        foreach (var figure in Projected)
            row[figure] = figure == ProjectionFigure.MedianWage ? r.Cents("median_wage") : r.Figure(Column(figure));
        return row.Of(rows.Key);
    }), stop);

    private static string Column(ProjectionFigure figure) => figure switch
    {
        ProjectionFigure.StartEmployment => "base_employment",
        ProjectionFigure.EndEmployment => "projected_employment",
        ProjectionFigure.Change => "change",
        ProjectionFigure.ChangePercent => "change_percent",
        ProjectionFigure.Openings => "openings",
        ProjectionFigure.Growth => "growth",
        ProjectionFigure.Exits => "exits",
        ProjectionFigure.Transfers => "transfers",
        // The set has no such columns, and a column that is not there is not reported.
        _ => "none",
    };

    private static IndustryJobs Jobs(StarterRow row, int releaseKey)
    {
        var (establishments, employment, payroll) = (row.Figure("establishments"), row.Figure("employment"), row.Cents("payroll"));
        return new()
        {
            ReleaseKey = releaseKey,
            AreaCode = row["area"],
            Naics = row["naics"],
            Ownership = row["ownership"] switch { "all" => "0", "private" => "5", _ => "123" },
            Year = row.Whole("year")!.Value,
            Title = row["title"],
            Level = NaicsCode.TryParse(row["naics"], out var naics) ? naics.Level : 0,
            Establishments = establishments.Value,
            Employment = employment.Value,
            Payroll = payroll.Value is { } cents ? (long)cents : null,
            Marks = FigureMarks.Write(establishments.State, employment.State, payroll.State),
        };
    }
}
