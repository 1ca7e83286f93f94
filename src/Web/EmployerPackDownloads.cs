using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;

namespace Trellis.Web;

/// <summary>An employer's documents for a job as a file, for anybody.</summary>
public static class EmployerPackDownloads
{
    public static void MapEmployerPackDownloads(this WebApplication app) =>
        app.MapGet("/models/{slug}/employer-pack.docx", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync([AsParameters] EmployerPackQuery query, Db db, HttpContext http)
    {
        var model = await ModelCatalog.FindAsync(db, query.Slug, string.IsNullOrEmpty(query.V) ? null : query.V, http.RequestAborted);
        if (model is null)
            return Results.NotFound();
        var words = DocumentWords.In(query.Lang ?? Startup.Language);
        try
        {
            var pack = await query.ReadAsync(db, model, words, http.RequestAborted);
            return Results.Stream(
                stream => EmployerPackExport.WriteWordAsync(pack, model, words, stream, http.RequestAborted), ModelDocuments.WordType, Downloads.FileName(model, "employer-pack.docx"));
        }
        catch (UnusableInputException e)
        {
            return Refusal.Of(e, http);
        }
    }
}

/// <summary>What an employer's documents are about: the version ("v"), the statements or parts ("block"), the job and the employer.</summary>
internal sealed record EmployerPackQuery(string Slug, string? V, string[]? Block, string? Title, string? Employer, string? Lang)
{
    /// <summary>The documents; throws with every reason where they cannot be made.</summary>
    public async Task<EmployerPack> ReadAsync(Db db, Model model, DocumentWords words, CancellationToken stop)
    {
        // Nothing chosen would mean the whole model elsewhere.
        var blocks = Block is { Length: > 0 } ? await WorksheetChoice.BlocksAsync(db, model, Block, stop) : [];
        return EmployerPack.Of(new EmployerPackRequest(Title?.Trim() ?? "", Employer?.Trim() ?? "", blocks).Checked(), words);
    }
}
