using Microsoft.Net.Http.Headers;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web;

/// <summary>Models as files, for anybody. A copy that a reader has already is not sent again.</summary>
public static class Downloads
{
    private const string Csv = "text/csv; charset=utf-8";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private delegate Task Write(Db db, Model model, Stream stream, CancellationToken stop);

    public static void MapModelDownloads(this WebApplication app)
    {
        Map(app, ".csv", Csv, ModelExport.WriteCsvAsync);
        Map(app, ".xlsx", Xlsx, ModelExport.WriteXlsxAsync);
        Map(app, ".json", "application/json; charset=utf-8", ModelExport.WriteJsonAsync);
        // Tables of other systems have endings that ours have too.
        Map(app, "/moodle.csv", Csv, ModelExport.WriteMoodleAsync);
        Map(app, "/canvas.csv", Csv, ModelExport.WriteCanvasAsync);
        Map(app, "/credential-engine.csv", Csv, ModelExport.WriteEngineAsync);
        Map(app, "/opensalt.xlsx", Xlsx, ModelExport.WriteOpenSaltAsync);
        app.MapModelDocuments();
    }

    private static void Map(WebApplication app, string ending, string type, Write write)
    {
        string[] methods = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods($"/models/{{slug}}{ending}", methods, (string slug, Db db, HttpContext http) => SendAsync(slug, null, db, http)).AllowAnonymous();
        app.MapMethods($"/models/{{slug}}/v/{{number}}{ending}", methods, (string slug, string number, Db db, HttpContext http) => SendAsync(slug, number, db, http))
            .AllowAnonymous();

        async Task<IResult> SendAsync(string slug, string? number, Db db, HttpContext http)
        {
            var model = await ModelCatalog.FindAsync(db, slug, number, http.RequestAborted);
            if (model is null)
                return Results.NotFound();
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Stream(
                stream => write(db, model, stream, http.RequestAborted),
                type,
                FileName(model, ending[1..]),
                entityTag: new EntityTagHeaderValue($"\"{model.Version.ContentHash}\""));
        }
    }

    /// <summary>Says in the answer under which name the version is to be saved.</summary>
    public static void Name(HttpResponse response, Model model, string ending)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(FileName(model, ending));
        response.Headers.ContentDisposition = disposition.ToString();
    }

    /// <summary>The name under which a version is saved.</summary>
    public static string FileName(Model model, string ending)
    {
        var number = string.Concat(model.Version.Number.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
        return $"{model.Slug}-{number}.{ending}";
    }
}
