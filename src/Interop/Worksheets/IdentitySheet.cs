using System.Globalization;
using DocumentFormat.OpenXml;
using Trellis.Core.Competencies.Worksheets;

namespace Trellis.Interop.Worksheets;

/// <summary>The hidden sheet by which a filled worksheet is known again. Its words are for programs and the same in every language.</summary>
internal static class IdentitySheet
{
    public const string Name = "trellis";

    /// <summary>Raised when a file is laid out so that older readers would take it wrongly.</summary>
    public const int Layout = 1;

    public static void Write(OpenXmlWriter writer, WorksheetPlan plan) => new SheetFrame([16, 60]).Write(writer, cells =>
    {
        var model = plan.Worksheet.Model;
        Pair(cells, "layout", Layout.ToString(CultureInfo.InvariantCulture));
        Pair(cells, "kind", Worksheet.Name(plan.Worksheet.Kind));
        Pair(cells, "framework", model.Framework.Id.ToString("D"));
        Pair(cells, "version", model.Version.Number);
        Pair(cells, "sheet", plan.SheetName);
        Pair(cells, "language", plan.Words.Language);
    });

    private static void Pair(SheetCells cells, string name, string value)
    {
        cells.Begin();
        cells.Text(name);
        cells.Text(value);
        cells.End();
    }
}
