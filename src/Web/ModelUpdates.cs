using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Web.Access;

namespace Trellis.Web;

/// <summary>The two forms of the page on which an edited table of a model comes back: send the file, and save what it changes.</summary>
public static class ModelUpdates
{
    public static void MapModelUpdates(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ImportModels));
        forms.MapPost(Links.UpdateUpload, UploadAsync).WithMetadata(SentFile.Limit);
        forms.MapPost(Links.UpdateApply, ApplyAsync);
    }

    private static async Task<IResult> UploadAsync(string slug, HttpContext http, IAntiforgery antiforgery, Db db, CancellationToken stop)
    {
        if (await SentFile.ReadAsync(http, antiforgery, stop) is not { } sent)
            return Results.BadRequest();
        if (await ModelCatalog.FindAsync(db, slug, null, stop) is not { } model)
            return Results.NotFound();
        if (sent.Fault is not null)
            return Results.Redirect(Links.UpdateFault(model.Slug, sent.Fault));
        var id = await Uploads.KeepAsync(db, sent.Name, sent.Content, Visitor.ChangeNow(http, "A file sent to be looked at"), stop);
        return Results.Redirect(Links.UpdatePreview(model.Slug, id, removesMissing: false));
    }

    private static async Task<IResult> ApplyAsync(string slug, HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        if (await ModelCatalog.FindAsync(db, slug, null, stop) is not { } model)
            return Results.NotFound();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.UpdateFault(model.Slug, "stale"));
        var form = await http.Request.ReadFormAsync(stop);
        if (!Guid.TryParse(form["upload"], out var id) || await Uploads.FindAsync(db, id, Visitor.Who(http), clock.GetUtcNow(), stop) is not { } upload)
            return Results.Redirect(Links.UpdateFault(model.Slug, "gone"));
        var removes = form["remove"] == "1";
        var preview = Links.UpdatePreview(model.Slug, id, removes);
        var why = form["why"].ToString().Trim();
        if (why.Length is 0 or > 500)
            return Results.Redirect(preview + "&fault=no-reason");
        // What the person saw was planned against this version.
        if (form["on"] != model.Version.Number)
            return Results.Redirect(preview + "&fault=moved");
        return await SaveAsync(db, model, upload, removes, Visitor.ChangeNow(http, why), stop)
            ? Results.Redirect(Links.Model(model, "about"))
            : Results.Redirect(preview + "&fault=moved");
    }

    private static async Task<bool> SaveAsync(Db db, Model model, Upload upload, bool removes, Change change, CancellationToken stop)
    {
        var read = await UpdateFile.ReadAsync(db, model, new(upload.Name, upload.Content), removes, change.When, stop);
        if (read.Plan is not { HasChanges: true })
            return false;
        try
        {
            await UpdateFile.ApplyAsync(db, read, change, stop);
        }
        catch (UnusableInputException e) when (e.Problems is [{ Code: "version-moved" }])
        {
            return false;
        }
        await Uploads.DropAsync(db, upload.Id, stop);
        return true;
    }
}
