using Microsoft.Net.Http.Headers;
using Trellis.Interop.Downloads;

namespace Trellis.Web.Api;

/// <summary>Everything public as files, for anybody. A file is made when it is first asked for after the data changed.</summary>
public static class DumpApi
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapDumps(this WebApplication app)
    {
        var api = app.MapGroup(Links.Downloads).AllowAnonymous().RequireCors(PublicReads.Policy);
        api.MapMethods("/" + DownloadManifest.Name, Methods, ManifestAsync);
        api.MapMethods("/{name}.jsonl.gz", Methods, FileAsync);
    }

    private static async Task<IResult> FileAsync(string name, DownloadFolder folder, IHostApplicationLifetime program)
    {
        if (DownloadTable.Find(name) is not { } table)
            return Results.Problem($"There is no download '{name}'. {Links.Downloads}/{DownloadManifest.Name} lists those there are.", statusCode: StatusCodes.Status404NotFound);
        // Who asked first may go away; the file is made all the same, for the next.
        var (file, path) = await folder.GetAsync(table, program.ApplicationStopping);
        return Results.File(path, "application/gzip", file.File, file.MadeAt, new EntityTagHeaderValue($"\"{file.Sha256}\""), enableRangeProcessing: true);
    }

    private static async Task<IResult> ManifestAsync(DownloadFolder folder, HttpContext http, IHostApplicationLifetime program)
    {
        var manifest = await folder.ManifestAsync(program.ApplicationStopping);
        return EntityTag.IsFresh(http, $"\"{manifest.Edition}\"", manifest.Files.Max(f => f.MadeAt)) ? Results.Empty : Results.Json(manifest, DownloadManifest.Json);
    }
}
