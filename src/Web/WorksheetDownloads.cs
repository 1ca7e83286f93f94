using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Worksheets;

namespace Trellis.Web;

/// <summary>Worksheets over models as files, for anybody.</summary>
public static class WorksheetDownloads
{
    public static void MapWorksheetDownloads(this WebApplication app) =>
        app.MapGet("/models/{slug}/worksheet", SendAsync).AllowAnonymous();

    private static async Task<IResult> SendAsync([AsParameters] WorksheetRequest request, Db db, HttpContext http)
    {
        var model = await ModelCatalog.FindAsync(db, request.Slug, string.IsNullOrEmpty(request.V) ? null : request.V, http.RequestAborted);
        if (model is null || Worksheet.Named(request.Kind) is not { } kind || request.Format is not (null or "xlsx" or "docx"))
            return Results.NotFound();
        try
        {
            var worksheet = await WorksheetChoice.ReadAsync(db, model, kind, request.Block ?? [], http.RequestAborted);
            return File(worksheet, request.Format ?? "xlsx", DocumentWords.In(request.Lang ?? Startup.Language), http);
        }
        catch (UnusableInputException e)
        {
            return Refusal.Of(e, http);
        }
    }

    private static IResult File(Worksheet worksheet, string format, DocumentWords words, HttpContext http)
    {
        var name = Downloads.FileName(worksheet.Model, $"{Worksheet.Name(worksheet.Kind)}.{format}");
        return format == "docx"
            ? Results.Stream(stream => WorksheetExport.WriteWordAsync(worksheet, words, stream, http.RequestAborted), ModelDocuments.WordType, name)
            : Results.Stream(stream => WorksheetExport.WriteExcelAsync(worksheet, words, stream, http.RequestAborted), WorksheetWorkbook.MediaType, name);
    }
}

/// <summary>Which worksheet a reader wants: over which version ("v"), of which parts ("block"), as which file.</summary>
internal sealed record WorksheetRequest(string Slug, string? V, string? Kind, string? Format, string[]? Block, string? Lang);
