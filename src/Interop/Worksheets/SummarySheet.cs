using System.Globalization;
using DocumentFormat.OpenXml;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;

namespace Trellis.Interop.Worksheets;

/// <summary>The sheet of figures by block, and over all. docs/formulas.md tells the formulas under "Worksheets".</summary>
internal static class SummarySheet
{
    public static string Title(WorksheetBlock block, DocumentWords words) => block.Title is { } title ? words.Plain(title) : words["Other statements"];

    public static void Write(OpenXmlWriter writer, WorksheetPlan plan)
    {
        var columns = SummaryColumns.Of(plan);
        new SheetFrame([9, 50, 12, .. columns.Select(_ => 14.0)]) { Frozen = (2, 3) }.Write(writer, cells =>
        {
            cells.LeavesFormulasOpen = plan.Worksheet.Filled is not null;
            cells.Line(plan.Title, SheetStyle.Title);
            cells.Line(SummaryColumns.Meaning(plan));
            Head(cells, plan, columns);
            foreach (var (block, first, last) in plan.Blocks)
                Row(cells, columns, new(block.Notation, Title(block, plan.Words), block.Rows.Count), (first, last));
            var words = plan.Words;
            Row(cells, columns, new(null, words["All statements"], plan.Worksheet.Count), (WorksheetPlan.NameRow + 1, plan.LastRow));
        });
    }

    private static void Head(SheetCells cells, WorksheetPlan plan, IReadOnlyList<SummaryColumn> columns)
    {
        var words = plan.Words;
        cells.Begin(lines: 2);
        cells.Text(words["Code"], SheetStyle.Heading);
        cells.Text(words["Part of the model"], SheetStyle.Heading);
        cells.Text(words["Statements"], SheetStyle.Heading);
        foreach (var column in columns)
        {
            if (column.NameFrom is { } cell)
                cells.NamedFrom(cell, column.Name);
            else
                cells.Text(column.Name, SheetStyle.Heading);
        }
        cells.End();
    }

    private static void Row(SheetCells cells, IReadOnlyList<SummaryColumn> columns, RowHead head, (int First, int Last) rows)
    {
        cells.Begin();
        cells.Text(head.Code, SheetStyle.Code);
        cells.Text(head.Title, head.Code is null ? SheetStyle.Block : SheetStyle.Statement);
        cells.Number(head.Statements, SheetStyle.Count);
        foreach (var column in columns)
        {
            cells.Formula(
                new(string.Format(CultureInfo.InvariantCulture, column.Formula, rows.First, rows.Last, head.Statements), column.Empty), column.Style);
        }
        cells.End();
    }

    private sealed record RowHead(string? Code, string Title, int Statements);
}
