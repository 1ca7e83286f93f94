using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Interop.Documents;
using Trellis.Interop.Models;
using Trellis.Interop.Worksheets;

namespace Trellis.Interop;

/// <summary>Writes a worksheet as an Excel or Word file, with the scale that ships.</summary>
public static class WorksheetExport
{
    public static Task WriteExcelAsync(Worksheet worksheet, DocumentWords words, Stream stream, CancellationToken stop) => ScratchFile.CopyAsync(
        scratch =>
        {
            WorksheetWorkbook.Write(worksheet, Scale, words, scratch);
            return Task.CompletedTask;
        },
        stream, stop);

    public static Task WriteWordAsync(Worksheet worksheet, DocumentWords words, Stream stream, CancellationToken stop) =>
        ScratchFile.CopyAsync(scratch => WorksheetDocument.WriteAsync(worksheet, Scale, words, scratch), stream, stop);

    private static Scale Scale => ShippedScales.Default(ShippedModels.DataFolder);
}
