using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>The sheet to fill: a row for each statement, yellow cells for levels and words, gray cells that compute.</summary>
internal static class RatingSheet
{
    /// <summary>What stands in the hidden column of the row that names each column's role, and of the row of their heads.</summary>
    public const string RoleMark = "trellis:columns";
    public const string NameMark = "trellis:names";

    private const int LongestName = 200;
    private const double StatementWidth = 62;
    private const int HeadLines = 3;

    public static void Write(OpenXmlWriter writer, WorksheetPlan plan)
    {
        var totals = RowTotals.Of(plan);
        var widths = plan.Layout.Columns.Select(c => c.IsRating ? 13.0 : 34).Concat(totals.Select(_ => 14.0));
        var frame = new SheetFrame([4, 9, StatementWidth, .. widths])
        {
            Frozen = (WorksheetPlan.Before, WorksheetPlan.NameRow),
            HidesFirst = true,
            IsFirstSeen = true,
            After = Rules(plan),
        };
        frame.Write(writer, cells =>
        {
            cells.LeavesFormulasOpen = plan.Worksheet.Filled is not null;
            Head(cells, plan, totals);
            foreach (var block in plan.Blocks)
                Write(cells, plan, block.Block, totals);
        });
    }

    private static void Head(SheetCells cells, WorksheetPlan plan, IReadOnlyList<RowTotal> totals)
    {
        cells.Begin(lines: 2);
        cells.Text(null);
        cells.Text(plan.Title, SheetStyle.Title);
        cells.End();
        cells.Begin(isHidden: true);
        foreach (var role in plan.Layout.Columns.Select(c => c.Role).Concat(totals.Select(t => "computed")).Prepend("statement").Prepend("code").Prepend(RoleMark))
            cells.Text(role);
        cells.End();
        cells.Begin(lines: HeadLines);
        var words = plan.Words;
        cells.Text(NameMark);
        cells.Text(words["Code"], SheetStyle.Heading);
        cells.Text(words["Statement"], SheetStyle.Heading);
        var of = (Cell: "", Name: "");
        foreach (var (index, column) in plan.Layout.Columns.Index())
        {
            if (column.IsFurther)
            {
                cells.NamedFrom($"IF({of.Cell}=\"\",\"\",{of.Cell}&\": \")&\"{column.Name}\"", $"{of.Name}: {column.Name}");
                continue;
            }
            of = (FormattableString.Invariant($"{WorksheetPlan.Column(index)}{WorksheetPlan.NameRow}"), column.Name);
            cells.Text(column.Name, column.IsRating ? SheetStyle.NamedHeading : SheetStyle.Heading);
        }
        foreach (var total in totals)
            cells.Text(total.Name, SheetStyle.Heading);
        cells.End();
    }

    private static void Write(SheetCells cells, WorksheetPlan plan, WorksheetBlock block, IReadOnlyList<RowTotal> totals)
    {
        cells.Begin();
        cells.Text(null);
        cells.Text(block.Notation, SheetStyle.Block);
        cells.Text(SummarySheet.Title(block, plan.Words), SheetStyle.Block);
        for (var i = 0; i < plan.Layout.Columns.Count + totals.Count; i++)
            cells.Text(null, SheetStyle.Block);
        cells.End();
        foreach (var row in block.Rows)
        {
            var text = plan.Words.Plain(row.Text);
            cells.Begin(lines: SheetCells.Lines(text, StatementWidth + 4));
            cells.Text(row.Id.ToString("D"));
            cells.Text(row.Notation, SheetStyle.Code);
            cells.Text(text, SheetStyle.Statement);
            foreach (var (index, column) in plan.Layout.Columns.Index())
            {
                if (column.IsRating && plan.Worksheet.Filled?.Of(row.Id, index) is { } level)
                    cells.Number(level, SheetStyle.Rating);
                else
                    cells.Text(null, column.IsRating ? SheetStyle.Rating : SheetStyle.Words);
            }
            foreach (var total in totals)
                cells.Formula(total.At(cells.Row), total.Style);
            cells.End();
        }
    }

    /// <summary>What may be typed: whole levels, and names that fit over a column.</summary>
    private static DataValidations Rules(WorksheetPlan plan)
    {
        var words = plan.Words;
        var (first, last) = plan.RatingSpan;
        var levels = new DataValidation
        {
            Type = DataValidationValues.Whole,
            Operator = DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowErrorMessage = true,
            ShowInputMessage = true,
            ErrorTitle = words["Not a level"],
            Error = words["Write a whole number from 0 to 4, or leave the cell empty."],
            PromptTitle = words["Level"],
            Prompt = plan.Worksheet.Kind == WorksheetKind.Employer
                ? words["A whole number from 0 to 4. The instructions say what it means in each column."]
                : words["0 none, 1 little, 2 working, 3 fairly knowledgeable, 4 expert"],
            SequenceOfReferences = new() { InnerText = string.Create(CultureInfo.InvariantCulture, $"{first}{WorksheetPlan.NameRow + 1}:{last}{plan.LastRow}") },
            Formula1 = new("0"),
            Formula2 = new("4"),
        };
        var names = new DataValidation
        {
            Type = DataValidationValues.TextLength,
            Operator = DataValidationOperatorValues.LessThanOrEqual,
            AllowBlank = true,
            ShowErrorMessage = true,
            ErrorTitle = words["Too long"],
            Error = words["A name over a column has at most {0} letters.", LongestName],
            SequenceOfReferences = new() { InnerText = string.Create(CultureInfo.InvariantCulture, $"{first}{WorksheetPlan.NameRow}:{last}{WorksheetPlan.NameRow}") },
            Formula1 = new(LongestName.ToString(CultureInfo.InvariantCulture)),
        };
        return new(levels, names) { Count = 2 };
    }
}
