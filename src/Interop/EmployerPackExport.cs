using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop.Documents;

namespace Trellis.Interop;

/// <summary>Writes an employer's documents for a job as a Word file.</summary>
public static class EmployerPackExport
{
    public static Task WriteWordAsync(EmployerPack pack, Model model, DocumentWords words, Stream stream, CancellationToken stop) =>
        ScratchFile.CopyAsync(scratch => EmployerPackDocument.WriteAsync(pack, model, words, scratch), stream, stop);
}
