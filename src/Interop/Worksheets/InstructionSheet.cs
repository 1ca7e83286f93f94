using DocumentFormat.OpenXml;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Worksheets;

/// <summary>The first sheet: what the worksheet is for, how to fill it, and what the levels mean.</summary>
internal static class InstructionSheet
{
    public static void Write(OpenXmlWriter writer, WorksheetPlan plan, Scale scale) => new SheetFrame([8, 28, 90]) { IsLandscape = false }.Write(writer, cells =>
    {
        var (words, version) = (plan.Words, plan.Worksheet.Model.Version);
        cells.Line(plan.Title, SheetStyle.Title);
        cells.Line(words["Version {0}", version.Number]);
        if (version.Notice is { } notice)
            cells.Line(words.Plain(notice), SheetStyle.Plain);
        cells.Line(null);
        cells.Line(plan.Layout.Purpose);
        cells.Line(null);
        foreach (var (i, step) in plan.Layout.Steps.Index())
            cells.Line($"{i + 1}. {step}");
        cells.Line(words["Fill the yellow cells only. The gray cells compute themselves."]);
        cells.Line(words["Keep the rows in their order, and do not delete the hidden column and the hidden sheet: by them Trellis knows a filled worksheet again."]);
        cells.Line(null);
        Heading(cells, [words["Level"], words["Name"], words["Meaning"]]);
        foreach (var level in scale.Levels.OrderBy(l => l.Level))
        {
            cells.Begin();
            cells.Number(level.Level, SheetStyle.Count);
            cells.Text(words.Plain(level.Title), SheetStyle.Statement);
            cells.Text(words.Plain(level.Anchor), SheetStyle.Statement);
            cells.End();
        }
    });

    private static void Heading(SheetCells cells, string[] names)
    {
        cells.Begin();
        foreach (var name in names)
            cells.Text(name, SheetStyle.Heading);
        cells.End();
    }
}
