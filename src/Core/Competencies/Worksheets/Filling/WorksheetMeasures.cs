namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>What each kind of worksheet asks for in a column.</summary>
public static class WorksheetMeasures
{
    public static IReadOnlyList<WorksheetMeasure> Of(WorksheetKind kind) => kind switch
    {
        WorksheetKind.Curriculum => [WorksheetMeasure.Depth],
        WorksheetKind.Credential => [WorksheetMeasure.Required],
        WorksheetKind.Employer => [WorksheetMeasure.Importance, WorksheetMeasure.Level, WorksheetMeasure.Frequency],
        _ => [WorksheetMeasure.Has],
    };

    /// <summary>What the columns of the Excel file of a kind hold.</summary>
    public static WorksheetMeasure InFile(WorksheetKind kind) => kind == WorksheetKind.Employer ? WorksheetMeasure.Level : Of(kind)[0];

    /// <summary>How many columns a worksheet may have.</summary>
    public const int MostColumns = 120;
}
