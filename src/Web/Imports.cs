using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Web.Access;

namespace Trellis.Web;

/// <summary>The two forms of the import page: send a file, and load the one that was sent. Both lead to another page, so that reloading repeats nothing.</summary>
public static class Imports
{
    public const int MostMegabytes = 128;

    private const long MostBytes = MostMegabytes * 1024L * 1024;

    /// <summary>What a form adds around its file.</summary>
    private const long Envelope = 64 * 1024;

    public static void MapImports(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ImportModels));
        forms.MapPost(Links.ImportUpload, UploadAsync).WithMetadata(new RequestSizeLimitAttribute(MostBytes + Envelope));
        forms.MapPost(Links.ImportLoad, LoadAsync);
    }

    public static ImportMode Mode(string? text) => text == "strict" ? ImportMode.Strict : ImportMode.Tolerant;

    private static async Task<IResult> UploadAsync(HttpContext http, IAntiforgery antiforgery, Db db, CancellationToken stop)
    {
        if (http.Request.ContentLength > MostBytes + Envelope)
        {
            await OversizedForm.TakeInAsync(http, MostBytes, stop);
            return Results.Redirect(Links.ImportFault("too-large"));
        }
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        try
        {
            await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBytes + Envelope, MultipartBoundaryLengthLimit = 200 }, stop);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            return Results.Redirect(Links.ImportFault("too-large"));
        }
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.ImportFault("stale"));
        var form = await http.Request.ReadFormAsync(stop);
        if (form.Files["file"] is not { Length: > 0 } file)
            return Results.Redirect(Links.ImportFault("no-file"));
        if (file.Length > MostBytes)
            return Results.Redirect(Links.ImportFault("too-large"));
        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
            await stream.ReadExactlyAsync(content, stop);
        var id = await Uploads.KeepAsync(db, file.FileName, content, Visitor.ChangeNow(http, "A file sent to be looked at"), stop);
        return Results.Redirect(Links.ImportPreview(id, Mode(form["mode"])));
    }

    private static async Task<IResult> LoadAsync(HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.ImportFault("stale"));
        var form = await http.Request.ReadFormAsync(stop);
        var upload = Guid.TryParse(form["upload"], out var id) ? await Uploads.FindAsync(db, id, clock.GetUtcNow(), stop) : null;
        if (upload is null)
            return Results.Redirect(Links.ImportFault("gone"));
        var change = Visitor.ChangeNow(http, $"Import of {upload.Name}");
        var report = await FrameworkImport.LoadAsync(db, new(upload.Name, upload.Content), Mode(form["mode"]), change, stop);
        await Uploads.DropAsync(db, id, stop);
        return Results.Redirect(Links.ImportReport(report.Id));
    }
}
