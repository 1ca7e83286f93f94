using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop;

/// <summary>A row of projections while it is read: its figures by name, from which the entity and its marks are made.</summary>
internal sealed class ProjectionRow
{
    private readonly Figure[] _figures = new Figure[Enum.GetValues<ProjectionFigure>().Length];

    public ProjectionRow() => Array.Fill(_figures, Figure.NotReported);

    public required string Area { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public bool IsSummary { get; init; }
    public int Depth { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
    public string? Education { get; init; }
    public string? Experience { get; init; }
    public string? Training { get; init; }

    public Figure this[ProjectionFigure figure]
    {
        get => _figures[(int)figure];
        set => _figures[(int)figure] = value;
    }

    public Projection Of(int releaseKey)
    {
        FillIn();
        return new()
        {
            ReleaseKey = releaseKey,
            AreaCode = Area,
            Code = Code,
            Title = Title,
            IsSummary = IsSummary,
            Depth = Depth,
            StartYear = Start,
            EndYear = End,
            StartEmployment = Whole(ProjectionFigure.StartEmployment),
            EndEmployment = Whole(ProjectionFigure.EndEmployment),
            Change = Whole(ProjectionFigure.Change),
            ChangePercent = this[ProjectionFigure.ChangePercent].Value,
            Openings = Whole(ProjectionFigure.Openings),
            Growth = Whole(ProjectionFigure.Growth),
            Exits = Whole(ProjectionFigure.Exits),
            Transfers = Whole(ProjectionFigure.Transfers),
            ExitRate = this[ProjectionFigure.ExitRate].Value,
            TransferRate = this[ProjectionFigure.TransferRate].Value,
            SelfEmployedPercent = this[ProjectionFigure.SelfEmployedPercent].Value,
            MedianWage = Whole(ProjectionFigure.MedianWage),
            Education = Education,
            Experience = Experience,
            Training = Training,
            Marks = FigureMarks.Write(Array.ConvertAll(_figures, f => f.State)),
        };
    }

    /// <summary>What follows from other figures and the source does not print: docs/formulas.md, "Job openings".</summary>
    private void FillIn()
    {
        var (start, end) = (this[ProjectionFigure.StartEmployment], this[ProjectionFigure.EndEmployment]);
        if (!this[ProjectionFigure.Growth].HasValue)
            this[ProjectionFigure.Growth] = JobOpenings.GrowthOf(start, end, End - Start);
        if (!this[ProjectionFigure.Change].HasValue && start.HasValue && end.HasValue)
            this[ProjectionFigure.Change] = Figure.Of(end.Value!.Value - start.Value!.Value);
        if (!this[ProjectionFigure.ChangePercent].HasValue && start.Value > 0 && end.HasValue)
            this[ProjectionFigure.ChangePercent] = Figure.Of(Math.Round(100 * (end.Value!.Value / start.Value!.Value - 1), 1, MidpointRounding.AwayFromZero));
    }

    private int? Whole(ProjectionFigure figure) => this[figure].Whole();
}
