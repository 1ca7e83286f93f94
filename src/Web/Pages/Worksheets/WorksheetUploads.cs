using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.Worksheets;

/// <summary>The two forms by which a filled file comes back: send it to be looked at, and save what it changes.</summary>
public static class WorksheetUploads
{
    private static readonly Problem NoFile = Problem.Rejected("no-file", "file", "Choose the filled Excel file first.");

    private static readonly Problem Gone = Problem.Rejected("upload-gone", "file", "The file is no longer kept here. Send it again.");

    public static void MapWorksheetUploads(this WebApplication app)
    {
        var forms = app.MapGroup("/worksheets/{id:guid}/upload").RequireAuthorization(nameof(Permission.KeepWorksheets));
        forms.MapPost("/send", SendAsync).WithMetadata(SentFile.Limit);
        forms.MapPost("/load", LoadAsync);
    }

    private static async Task<IResult> SendAsync(Guid id, HttpContext http, Db db, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { } worksheet)
            return Results.NotFound();
        return await BuildForm.RunAsync(http, Links.KeptUpload(id), async form =>
        {
            if (form.Files["file"] is not { Length: > 0 } file)
                throw new UnusableInputException(NoFile);
            var content = new byte[file.Length];
            await using (var stream = file.OpenReadStream())
                await stream.ReadExactlyAsync(content, stop);
            // What cannot be used at all is said at once, and not kept.
            await WorksheetUpload.ReadAsync(db, worksheet, new(file.FileName, content), stop);
            return Links.KeptUpload(id, await Uploads.KeepAsync(db, file.FileName, content, Visitor.ChangeNow(http, "A filled worksheet sent to be looked at"), stop));
        });
    }

    private static async Task<IResult> LoadAsync(Guid id, HttpContext http, Db db, TimeProvider clock, CancellationToken stop)
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { } worksheet)
            return Results.NotFound();
        var sent = http.Request.HasFormContentType && Guid.TryParse((await http.Request.ReadFormAsync(stop))["upload"], out var key) ? key : Guid.Empty;
        return await BuildForm.RunAsync(http, Links.KeptUpload(id, sent), async form =>
        {
            var upload = await Uploads.FindAsync(db, sent, Visitor.Who(http), clock.GetUtcNow(), stop) ?? throw new UnusableInputException(Gone);
            var read = await WorksheetUpload.ReadAsync(db, worksheet, new(upload.Name, upload.Content), stop);
            // What the person saw was planned against the worksheet as it was then.
            var seen = int.TryParse(form["on"], System.Globalization.CultureInfo.InvariantCulture, out var revision) ? revision : -1;
            await new CellEditor(db).LoadAsync(id, read.Load with { Revision = seen }, Visitor.ChangeNow(http, $"Loaded from {upload.Name}"), stop);
            await Uploads.DropAsync(db, upload.Id, stop);
            return Links.Kept(id);
        });
    }
}
