using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>How employment of an occupation in an area is projected to change. Openings are those of an average year; growth a year is a rate, 0.02 for 2 percent.</summary>
public sealed record ProjectionResource(string Code, string Title, string Area, int StartYear, int EndYear)
{
    private static readonly (string Heading, ProjectionFigure Figure)[] Columns =
    [
        ("start employment", ProjectionFigure.StartEmployment), ("end employment", ProjectionFigure.EndEmployment), ("change", ProjectionFigure.Change),
        ("change percent", ProjectionFigure.ChangePercent), ("openings a year", ProjectionFigure.Openings), ("exits a year", ProjectionFigure.Exits),
        ("transfers a year", ProjectionFigure.Transfers),
    ];

    public required FigureResource StartEmployment { get; init; }
    public required FigureResource EndEmployment { get; init; }
    public required FigureResource ChangePercent { get; init; }
    public required FigureResource AnnualGrowth { get; init; }
    public required FigureResource AnnualOpenings { get; init; }
    public required FigureResource Exits { get; init; }
    public required FigureResource Transfers { get; init; }
    public string? Education { get; init; }
    public required SourceResource Source { get; init; }

    public static ProjectionResource Of(Projection projection, DataRelease release)
    {
        return new(projection.Code, projection.Title, projection.AreaCode, projection.StartYear, projection.EndYear)
        {
            StartEmployment = Figure(ProjectionFigure.StartEmployment),
            EndEmployment = Figure(ProjectionFigure.EndEmployment),
            ChangePercent = Figure(ProjectionFigure.ChangePercent),
            AnnualGrowth = FigureResource.Of(GrowthRate.Annual(projection.Of(ProjectionFigure.StartEmployment), projection.Of(ProjectionFigure.EndEmployment), projection.Years)),
            AnnualOpenings = Figure(ProjectionFigure.Openings),
            Exits = Figure(ProjectionFigure.Exits),
            Transfers = Figure(ProjectionFigure.Transfers),
            Education = projection.Education,
            Source = SourceResource.Of(release),
        };

        FigureResource Figure(ProjectionFigure figure) => FigureResource.Of(projection.Of(figure));
    }

    public static OutgoingTable Table(IEnumerable<Projection> projections, DataRelease release) => new(
        "Projections", ["code", "title", "area", "from", "to", .. Columns.Select(c => c.Heading), "education", "source"],
        [.. projections.Select(p => (IReadOnlyList<OutgoingCell>)[p.Code, p.Title, p.AreaCode, (double)p.StartYear, (double)p.EndYear, .. Columns.Select(c => OutgoingCell.Of(p.Of(c.Figure))), p.Education, $"{release.Title}, {release.Period}"])]);
}
