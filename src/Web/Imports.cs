using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Web.Access;

namespace Trellis.Web;

/// <summary>The two forms of the import page: send a file, and load the one that was sent. Both lead to another page, so that reloading repeats nothing.</summary>
public static class Imports
{
    public const int MostMegabytes = SentFile.MostMegabytes;

    public static void MapImports(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ImportModels));
        forms.MapPost(Links.ImportUpload, UploadAsync).WithMetadata(SentFile.Limit);
        forms.MapPost(Links.ImportLoad, LoadAsync);
        forms.MapPost(Links.ImportColumnsLoad, LoadTableAsync);
        forms.MapGet(Links.ImportColumnsFile, MappingAsync);
    }

    public static ImportMode Mode(string? text) => text == "strict" ? ImportMode.Strict : ImportMode.Tolerant;

    private static async Task<IResult> UploadAsync(HttpContext http, IAntiforgery antiforgery, Db db, CancellationToken stop)
    {
        if (await SentFile.ReadAsync(http, antiforgery, stop) is not { } sent)
            return Results.BadRequest();
        if (sent.Fault is not null)
            return Results.Redirect(Links.ImportFault(sent.Fault));
        var id = await Uploads.KeepAsync(db, sent.Name, sent.Content, Visitor.ChangeNow(http, "A file sent to be looked at"), stop);
        return Results.Redirect(Links.ImportPreview(id, Mode(sent.Form["mode"])));
    }

    private static async Task<IResult> LoadAsync(HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.ImportFault("stale"));
        var form = await http.Request.ReadFormAsync(stop);
        var upload = Guid.TryParse(form["upload"], out var id) ? await Uploads.FindAsync(db, id, Visitor.Who(http), clock.GetUtcNow(), stop) : null;
        if (upload is null)
            return Results.Redirect(Links.ImportFault("gone"));
        var change = Visitor.ChangeNow(http, $"Import of {upload.Name}");
        var report = await FrameworkImport.LoadAsync(db, new(upload.Name, upload.Content), Mode(form["mode"]), change, stop);
        await Uploads.DropAsync(db, id, stop);
        return Results.Redirect(Links.ImportReport(report.Id));
    }

    private static async Task<IResult> LoadTableAsync(HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.ImportFault("stale"));
        var form = await http.Request.ReadFormAsync(stop);
        if (!Guid.TryParse(form["upload"], out var id) || await Uploads.FindAsync(db, id, Visitor.Who(http), clock.GetUtcNow(), stop) is not { } upload)
            return Results.Redirect(Links.ImportFault("gone"));
        var file = new ImportSource(upload.Name, upload.Content);
        var report = await FrameworkImport.WriteAsync(db, ColumnForm.Read(file, name => form[name]).Load(file), Visitor.ChangeNow(http, $"Import of {upload.Name}"), stop);
        await Uploads.DropAsync(db, id, stop);
        return Results.Redirect(Links.ImportReport(report.Id));
    }

    private static async Task<IResult> MappingAsync(HttpContext http, Guid? upload, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (await Uploads.FindAsync(db, upload ?? Guid.Empty, Visitor.Who(http), clock.GetUtcNow(), stop) is not { } file)
            return Results.NotFound();
        var form = ColumnForm.Read(new(file.Name, file.Content), name => http.Request.Query[name]);
        return Results.File(Utf8.Strict.GetBytes(form.Mapping.ToYaml()), "application/yaml", Path.GetFileNameWithoutExtension(file.Name) + "-columns.yaml");
    }
}
