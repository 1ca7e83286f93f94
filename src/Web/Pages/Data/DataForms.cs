using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Fetch;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Data;

/// <summary>The forms of the data pages. Each leads to another page, so that reloading repeats nothing.</summary>
public static class DataForms
{
    public static void MapDataForms(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ImportData));
        forms.MapPost(Links.DataUpload, UploadAsync).WithMetadata(new RequestSizeLimitAttribute(DataUpload.MostBytes + DataUpload.Envelope));
        forms.MapPost(Links.DataFetch, FetchAsync);
        forms.MapPost("/data/jobs/{key:int}/stop", StopAsync);
        forms.MapPost("/data/releases/{key:int}/restore", RestoreAsync);
        forms.MapPost("/data/releases/{key:int}/drop", DropAsync);
        forms.MapGet("/data/jobs/{key:int}/problems.csv", ProblemsAsync);
    }

    private static async Task<IResult> UploadAsync(HttpContext http, DataUpload upload, Db db, DataJobService service, CancellationToken stop)
    {
        var sent = await upload.TakeAsync(http, stop);
        if (sent.Fault is { } fault)
            return Results.Redirect(Links.DataLoadFault(fault));
        var job = new DataJob { Work = JobWork.Import, Kind = sent.Kind!, Mapping = sent.Mapping, File = sent.File, Upload = sent.Upload };
        await new DataJobEditor(db).AskAsync(job, Visitor.ChangeNow(http, $"Load {sent.File}"), stop);
        service.Wake();
        return Results.Redirect(Links.DataJob(job.Key));
    }

    private static async Task<IResult> FetchAsync(
        HttpContext http, IAntiforgery antiforgery, Db db, DataJobService service, DataFolders folders)
    {
        if (await FormAsync(http, antiforgery) is not { } form)
            return Results.Redirect(Links.DataLoadFault("stale"));
        var name = form["file"].ToString();
        if (PublisherFile.ReadAll(folders.Shipped).Find(f => f.File == name && ReleaseReaders.Find(f.Kind) is not null) is not { } file)
            return Results.Redirect(Links.DataLoadFault("no-file"));
        var job = new DataJob { Work = JobWork.Fetch, Kind = file.Kind, Edition = file.Edition, File = file.File };
        await new DataJobEditor(db).AskAsync(job, Visitor.ChangeNow(http, $"Fetch {file.Title}"), http.RequestAborted);
        service.Wake();
        return Results.Redirect(Links.DataJob(job.Key));
    }

    private static async Task<IResult> StopAsync(int key, HttpContext http, IAntiforgery antiforgery, Db db, DataJobNode node)
    {
        if (await FormAsync(http, antiforgery) is null)
            return Results.Redirect(Links.DataJob(key));
        // First here and at once: a load of this node may hold the only writer of the database.
        node.Stop(key);
        await new DataJobEditor(db).StopAsync(key, Visitor.ChangeNow(http, "Stopped on the page"), http.RequestAborted);
        return Results.Redirect(Links.DataJob(key));
    }

    private static async Task<IResult> RestoreAsync(int key, HttpContext http, IAntiforgery antiforgery, Db db)
    {
        if (await FormAsync(http, antiforgery) is null)
            return Results.Redirect(Links.DataReleaseAsk(key, "restore"));
        await new ReleaseEditor(db).RestoreAsync(key, Visitor.ChangeNow(http, "Restored on the page"), http.RequestAborted);
        return Results.Redirect(Links.DataAfter("restored"));
    }

    private static async Task<IResult> DropAsync(int key, HttpContext http, IAntiforgery antiforgery, Db db)
    {
        if (await FormAsync(http, antiforgery) is null)
            return Results.Redirect(Links.DataReleaseAsk(key, "drop"));
        await new ReleaseEditor(db).DropAsync(key, Visitor.ChangeNow(http, "Dropped on the page"), http.RequestAborted);
        return Results.Redirect(Links.DataAfter("dropped"));
    }

    private static async Task<IResult> ProblemsAsync(int key, Db db, CancellationToken stop)
    {
        if (await db.DataJobs.FindAsync([key], stop) is not { Report: { } report })
            return Results.NotFound();
        // Spreadsheets take a file without the mark for one in the machine's old code page.
        return Results.File(Utf8.Strict.GetBytes('\uFEFF' + KeptReleaseReport.Read(report).ProblemsAsCsv()), "text/csv; charset=utf-8", $"job-{key}-problems.csv");
    }

    /// <summary>The form with its token; null where it was not sent from a page of ours or too long ago.</summary>
    private static async Task<IFormCollection?> FormAsync(HttpContext http, IAntiforgery antiforgery) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http) ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
}
