using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Canvas;
using Trellis.Interop.Case;
using Trellis.Interop.CredentialEngine;
using Trellis.Interop.Ctdl;
using Trellis.Interop.Documents;
using Trellis.Interop.Export;
using Trellis.Interop.Moodle;
using Trellis.Interop.OpenSalt;
using Trellis.Interop.Tables;

namespace Trellis.Interop;

/// <summary>Writes a version of a framework as a file, piece by piece.</summary>
public static class ModelExport
{
    /// <summary>Our own CSV, which reads back to the same content; docs/model-csv.md describes it.</summary>
    public static async Task WriteCsvAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await CsvWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>A workbook to edit and load back, which reads back to the same content; docs/model-xlsx.md describes it.</summary>
    public static async Task WriteXlsxAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await SheetWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>Moodle's table of competencies. Models have no levels of their own, so that our default scale goes along.</summary>
    public static async Task WriteMoodleAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await MoodleWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), await ScaleAsync(db, stop), stream, stop);

    /// <summary>Canvas's table of outcomes, which are rated by our default scale.</summary>
    public static async Task WriteCanvasAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await CanvasWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), await ScaleAsync(db, stop), stream, stop);

    /// <summary>Credential Engine's table of competencies.</summary>
    public static async Task WriteEngineAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await EngineWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>OpenSALT's workbook.</summary>
    public static async Task WriteOpenSaltAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await OpenSaltWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>Our own JSON, for programs that want everything and no standard's limits.</summary>
    public static async Task WriteJsonAsync(Db db, Model model, Stream stream, CancellationToken stop) =>
        await ModelJson.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), stream, stop);

    /// <summary>A CASE package. Things without an address of their publisher are named below <paramref name="address"/>, where this server is public.</summary>
    public static Task WriteCaseAsync(Db db, Model model, CaseEdition edition, string address, Stream stream, CancellationToken stop) =>
        CasePackageWriter.WriteAsync(db, model, new(edition, new(address)), stream, null, stop);

    /// <summary>A CTDL-ASN graph. Things without an address of their publisher are named below <paramref name="address"/>, where this server is public.</summary>
    public static async Task WriteCtdlAsync(Db db, Model model, string address, Stream stream, CancellationToken stop) =>
        await CtdlGraphWriter.WriteAsync(await OutgoingModel.FromAsync(db, model, stop), address, stream, stop);

    /// <summary>A Word document in the language of <paramref name="words"/>, to read and to print.</summary>
    public static async Task WriteWordAsync(Db db, Model model, DocumentWords words, Stream stream, CancellationToken stop)
    {
        var outgoing = await OutgoingModel.FromAsync(db, model, stop);
        await ScratchFile.CopyAsync(scratch => FrameworkDocument.WriteAsync(outgoing, words, scratch, stop), stream, stop);
    }

    private static Task<Scale?> ScaleAsync(Db db, CancellationToken stop) => db.Scales.Include(s => s.Levels).FirstOrDefaultAsync(s => s.Slug == Scale.Default, stop);
}
