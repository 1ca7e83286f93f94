using Microsoft.Net.Http.Headers;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Web.Printing;

namespace Trellis.Web;

/// <summary>Models as documents, for anybody: in the language of the reader, or in the one that "lang" in the address names.</summary>
public static class ModelDocuments
{
    public const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapModelDocuments(this WebApplication app)
    {
        app.MapMethods("/models/{slug}.docx", Methods, (string slug, string? lang, Db db, HttpContext http) => WordAsync(new(slug, null, lang), db, http)).AllowAnonymous();
        app.MapMethods("/models/{slug}/v/{number}.docx", Methods, (string slug, string number, string? lang, Db db, HttpContext http) =>
            WordAsync(new(slug, number, lang), db, http)).AllowAnonymous();
        app.MapMethods("/models/{slug}.pdf", Methods, (string slug, string? lang, Db db, HttpContext http) => PdfAsync(new(slug, null, lang), db, http)).AllowAnonymous();
        app.MapMethods("/models/{slug}/v/{number}.pdf", Methods, (string slug, string number, string? lang, Db db, HttpContext http) =>
            PdfAsync(new(slug, number, lang), db, http)).AllowAnonymous();
    }

    private static async Task<IResult> PdfAsync(DocumentRequest request, Db db, HttpContext http)
    {
        var model = await ModelCatalog.FindAsync(db, request.Slug, request.Number, http.RequestAborted);
        var printed = http.RequestServices.GetRequiredService<PrintedModels>();
        if (model is null || !printed.Offers(model))
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        if (await printed.FileAsync(model, request.Words.Language, http.RequestAborted) is { } file)
            return Results.File(file, "application/pdf", Downloads.FileName(model, "pdf"), enableRangeProcessing: true);
        http.Response.Headers.RetryAfter = "60";
        return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> WordAsync(DocumentRequest request, Db db, HttpContext http)
    {
        var model = await ModelCatalog.FindAsync(db, request.Slug, request.Number, http.RequestAborted);
        if (model is null)
            return Results.NotFound();
        var words = request.Words;
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.Headers.Vary = "Accept-Language, Cookie";
        return Results.Stream(
            stream => ModelExport.WriteWordAsync(db, model, words, stream, http.RequestAborted),
            WordType,
            Downloads.FileName(model, "docx"),
            entityTag: new EntityTagHeaderValue($"\"{model.Version.ContentHash}-{model.Version.Status}-{words.Language}\""));
    }
}

/// <summary>Which version a reader wants as a document, and in which language.</summary>
internal sealed record DocumentRequest(string Slug, string? Number, string? Lang)
{
    public DocumentWords Words => DocumentWords.In(Lang ?? Startup.Language);
}
