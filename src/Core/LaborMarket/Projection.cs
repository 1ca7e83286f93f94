using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>The figures of a row of projections, in the order of its marks.</summary>
public enum ProjectionFigure
{
    /// <summary>Jobs in the first year, the self-employed with them.</summary>
    StartEmployment,
    EndEmployment,
    Change,

    /// <summary>In per cent of the first year, over all years.</summary>
    ChangePercent,

    /// <summary>In an average year.</summary>
    Openings,

    /// <summary>Of the openings of a year: new jobs; below zero where jobs go.</summary>
    Growth,

    /// <summary>Of the openings of a year: workers who leave the labor force.</summary>
    Exits,

    /// <summary>Of the openings of a year: workers who change to another occupation.</summary>
    Transfers,

    /// <summary>Exits in per cent of the jobs.</summary>
    ExitRate,
    TransferRate,
    SelfEmployedPercent,

    /// <summary>Median wage of a year, in cents.</summary>
    MedianWage,
}

/// <summary>
/// How employment of an occupation in an area is projected to change. Counts are jobs and openings, not thousands of them. Source:
/// BLS, Employment Projections, and the states' own projections.
/// </summary>
public sealed class Projection
{
    public required int ReleaseKey { get; init; }
    public required string AreaCode { get; init; }

    /// <summary>A code of the National Employment Matrix: a SOC code, or one of a group that only the matrix has; 00-0000 for all.</summary>
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>Whether finer rows stand below it; such rows overlap and are never added.</summary>
    public required bool IsSummary { get; init; }

    /// <summary>How far below the total it stands; 0 where the source does not tell.</summary>
    public int Depth { get; init; }
    public required int StartYear { get; init; }
    public required int EndYear { get; init; }
    public int? StartEmployment { get; init; }
    public int? EndEmployment { get; init; }
    public int? Change { get; init; }
    public double? ChangePercent { get; init; }
    public int? Openings { get; init; }
    public int? Growth { get; init; }
    public int? Exits { get; init; }
    public int? Transfers { get; init; }
    public double? ExitRate { get; init; }
    public double? TransferRate { get; init; }
    public double? SelfEmployedPercent { get; init; }
    public int? MedianWage { get; init; }

    /// <summary>What people typically need to enter, in the words of the source; null where it says nothing.</summary>
    public string? Education { get; init; }
    public string? Experience { get; init; }
    public string? Training { get; init; }
    public required string Marks { get; init; }

    public int Years => EndYear - StartYear;

    /// <summary>A figure with its state.</summary>
    public Figure Of(ProjectionFigure figure) => Figure.From(Column(figure), FigureMarks.At(Marks, (int)figure));

    private double? Column(ProjectionFigure figure) => figure switch
    {
        ProjectionFigure.StartEmployment => StartEmployment,
        ProjectionFigure.EndEmployment => EndEmployment,
        ProjectionFigure.Change => Change,
        ProjectionFigure.ChangePercent => ChangePercent,
        ProjectionFigure.Openings => Openings,
        ProjectionFigure.Growth => Growth,
        ProjectionFigure.Exits => Exits,
        ProjectionFigure.Transfers => Transfers,
        ProjectionFigure.ExitRate => ExitRate,
        ProjectionFigure.TransferRate => TransferRate,
        ProjectionFigure.SelfEmployedPercent => SelfEmployedPercent,
        _ => MedianWage,
    };
}
