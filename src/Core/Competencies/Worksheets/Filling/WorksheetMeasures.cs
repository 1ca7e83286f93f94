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

    /// <summary>The same in the order of the columns of the Excel file: what the others say more of comes first.</summary>
    public static IReadOnlyList<WorksheetMeasure> InFile(WorksheetKind kind) =>
        kind == WorksheetKind.Employer ? [WorksheetMeasure.Level, WorksheetMeasure.Importance, WorksheetMeasure.Frequency] : Of(kind);

    /// <summary>What a column of the Excel file holds, by its role.</summary>
    public static WorksheetMeasure InFile(WorksheetKind kind, string role) => role switch
    {
        WorksheetColumn.Importance => WorksheetMeasure.Importance,
        WorksheetColumn.Frequency => WorksheetMeasure.Frequency,
        _ => InFile(kind)[0],
    };

    /// <summary>How many columns a worksheet may have.</summary>
    public const int MostColumns = 120;
}
