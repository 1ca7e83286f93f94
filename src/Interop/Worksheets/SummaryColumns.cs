using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>
/// A column of the summary. In its formula {0} and {1} are the first and last row of a part, {2} is the number of its statements.
/// <paramref name="NameFrom"/> is the cell of the rating sheet whose text stands at its head.
/// </summary>
internal sealed record SummaryColumn(string Name, SheetStyle Style, string Formula, double? Empty, string? NameFrom = null);

/// <summary>What the summary of each kind of worksheet computes.</summary>
internal static class SummaryColumns
{
    public static string Meaning(WorksheetPlan plan)
    {
        var words = plan.Words;
        return plan.Worksheet.Kind switch
        {
            WorksheetKind.Curriculum => words["Coverage: the share of statements that a course teaches at level 1 or above."],
            WorksheetKind.Credential => words["Coverage: the share of statements that a credential asks for at level 1 or above."],
            WorksheetKind.Employer => words["The average level that each employer needs, over the statements that were answered."],
            _ => words["Readiness: the share of the needed levels that the person has, over the statements where both are filled in."],
        };
    }

    public static IReadOnlyList<SummaryColumn> Of(WorksheetPlan plan) => plan.Worksheet.Kind switch
    {
        WorksheetKind.Gap => Gap(plan),
        WorksheetKind.Employer => [.. plan.Ratings.Select(r => Of(plan, r, SheetStyle.Average, "IF(COUNT(@)=0,\"\",AVERAGE(@))", null)), Critical(plan)],
        _ => [.. plan.Ratings.Select(r => Of(plan, r, SheetStyle.Share, "COUNTIF(@,\">0\")/{2}", 0)), Any(plan)],
    };

    private static SummaryColumn Of(WorksheetPlan plan, (string Letters, int Index) column, SheetStyle style, string formula, double? empty) => new(
        plan.Layout.Columns[column.Index].Name, style, formula.Replace("@", Range(plan, column.Letters), StringComparison.Ordinal), empty,
        FormattableString.Invariant($"'{plan.SheetName}'!{column.Letters}{WorksheetPlan.NameRow}"));

    /// <summary>The share of statements that at least one column covers, by the first gray column of the rating sheet.</summary>
    private static SummaryColumn Any(WorksheetPlan plan)
    {
        var words = plan.Words;
        return new(words["Covered by any"], SheetStyle.Share, $"COUNTIF({Range(plan, plan.FirstTotal)},\">0\")/{{2}}", 0);
    }

    private static SummaryColumn Critical(WorksheetPlan plan)
    {
        var words = plan.Words;
        return new(words["Critical"], SheetStyle.Count, $"COUNTIF({Range(plan, SheetCells.Letters(WorksheetPlan.Before + plan.Layout.Columns.Count + 3))},\"{words["Yes"]}\")", 0);
    }

    private static SummaryColumn[] Gap(WorksheetPlan plan)
    {
        var words = plan.Words;
        var (needed, has) = plan.RatingSpan;
        var (n, h, gap) = (Range(plan, needed), Range(plan, has), Range(plan, plan.FirstTotal));
        var sum = $"SUMIF({h},\">=0\",{n})";
        return
        [
            new(words["Filled in"], SheetStyle.Count, $"COUNT({gap})", 0),
            new(words["Statements with a gap"], SheetStyle.Count, $"COUNTIF({gap},\">0\")", 0),
            new(words["Average gap"], SheetStyle.Average, $"IF(COUNT({gap})=0,\"\",AVERAGE({gap}))", null),
            new(words["Readiness"], SheetStyle.Share, $"IF({sum}=0,\"\",1-SUM({gap})/{sum})", null),
        ];
    }

    private static string Range(WorksheetPlan plan, string column) => $"'{plan.SheetName}'!{column}{{0}}:{column}{{1}}";
}
