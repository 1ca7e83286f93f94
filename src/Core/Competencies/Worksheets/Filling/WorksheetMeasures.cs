namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>What each kind of worksheet asks for in a column.</summary>
public static class WorksheetMeasures
{
    public static IReadOnlyList<WorksheetMeasure> Of(WorksheetKind kind) => kind switch
    {
        WorksheetKind.Curriculum => [WorksheetMeasure.Depth],
        WorksheetKind.Credential => [WorksheetMeasure.Required],
        WorksheetKind.Employer => [WorksheetMeasure.Importance, WorksheetMeasure.Level, WorksheetMeasure.Frequency],
        _ => [WorksheetMeasure.Level, WorksheetMeasure.Has],
    };

    /// <summary>How many columns a worksheet may have.</summary>
    public const int MostColumns = 120;
}
