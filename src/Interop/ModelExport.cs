using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Case;
using Trellis.Interop.Csv;
using Trellis.Interop.Ctdl;
using Trellis.Interop.Documents;
using Trellis.Interop.Export;

namespace Trellis.Interop;

/// <summary>Writes a version of a framework as a file, piece by piece.</summary>
public static class ModelExport
{
    /// <summary>Our own CSV, which reads back to the same content; docs/model-csv.md describes it.</summary>
    public static async Task WriteCsvAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await CsvWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>Our own JSON, for programs that want everything and no standard's limits.</summary>
    public static async Task WriteJsonAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await ModelJson.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>A CASE package. Things without an address of their publisher are named below <paramref name="address"/>, where this server is public.</summary>
    public static Task WriteCaseAsync(Db db, Model model, CaseEdition edition, string address, Stream stream, CancellationToken stop) =>
        CasePackageWriter.WriteAsync(db, model, new(edition, new(address)), stream, stop);

    /// <summary>A CTDL-ASN graph. Things without an address of their publisher are named below <paramref name="address"/>, where this server is public.</summary>
    public static async Task WriteCtdlAsync(Db db, Model model, string address, Stream stream, CancellationToken stop) =>
        await CtdlGraphWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), address, stream, stop);

    /// <summary>A Word document in the language of <paramref name="words"/>, to read and to print.</summary>
    public static async Task WriteWordAsync(Db db, Model model, DocumentWords words, Stream stream, CancellationToken stop)
    {
        var outgoing = await OutgoingModel.FromAsync(db, model, stop);
        await ScratchFile.CopyAsync(scratch => FrameworkDocument.WriteAsync(outgoing, words, scratch, stop), stream, stop);
    }
}
