using System.Globalization;
using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>A gray column of the rating sheet: its head, its look, and its formula with {0} for the number of the row.</summary>
internal sealed record RowTotal(string Name, SheetStyle Style, string Formula, double? Empty)
{
    public SheetFormula At(int row) => new(string.Format(CultureInfo.InvariantCulture, Formula, row), Empty);
}

/// <summary>What each row of a worksheet computes. docs/formulas.md tells the formulas under "Worksheets".</summary>
internal static class RowTotals
{
    private const int Critical = 3;

    public static IReadOnlyList<RowTotal> Of(WorksheetPlan plan)
    {
        var words = plan.Words;
        var (first, last) = plan.RatingSpan;
        var span = plan.Worksheet.Kind == WorksheetKind.Employer ? string.Join(',', plan.Ratings.Select(r => r.Letters + "{0}")) : first + "{0}:" + last + "{0}";
        return plan.Worksheet.Kind switch
        {
            WorksheetKind.Curriculum => [Users(words["Courses that teach it"], span), Most(words["Deepest level"], span)],
            WorksheetKind.Credential => [Users(words["Credentials that ask for it"], span), Most(words["Highest level"], span)],
            WorksheetKind.Employer =>
            [
                new(words["Answers"], SheetStyle.Count, $"COUNT({span})", 0),
                new(words["Average level"], SheetStyle.Average, $"IF(COUNT({span})=0,\"\",AVERAGE({span}))", null),
                new(words["Critical"], SheetStyle.Count, $"IF(COUNT({span})=0,\"\",IF(AVERAGE({span})>={Critical},\"{words["Yes"]}\",\"{words["No"]}\"))", null),
            ],
            _ => [new(words["Gap"], SheetStyle.Count, $"IF(OR({first}{{0}}=\"\",{last}{{0}}=\"\"),\"\",MAX(0,{first}{{0}}-{last}{{0}}))", null)],
        };
    }

    private static RowTotal Users(string name, string span) => new(name, SheetStyle.Count, $"COUNTIF({span},\">0\")", 0);

    private static RowTotal Most(string name, string span) => new(name, SheetStyle.Count, $"IF(COUNT({span})=0,\"\",MAX({span}))", null);
}
