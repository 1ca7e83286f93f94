using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Guidance.Groups;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Groups;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.Worksheets.Groups;

/// <summary>What the page of a group's gap sends: what the people are set beside, and how they stand today; and the page as a file.</summary>
public static class GroupForms
{
    public static void MapGroupForms(this WebApplication app)
    {
        app.MapPost("/worksheets/{id:guid}/group/send", SendAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));
        MapFile(app, "csv", TableFiles.Csv);
        MapFile(app, "xlsx", TableFiles.Excel);
    }

    private static Task<IResult> SendAsync(Guid id, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.WorksheetGroup(id), async form =>
    {
        var worksheet = await WorksheetDoor.NeedAsync(http, db, id, WorksheetKind.Gap);
        var change = Visitor.ChangeNow(http, "On the page of the group's gap");
        if (form["do"] == "point")
        {
            await new GroupPointEditor(db).KeepAsync(await GroupSheet.ReadAsync(db, worksheet, stop), change, stop);
            return Links.With(Links.WorksheetGroup(id), "note", "saved") + "#progress";
        }
        if (!Guid.TryParse(form["target"], out var target) || await RequirementShelf.FindAsync(db, target, null, stop) is not { } profile)
            throw new UnusableInputException(Problem.Rejected("requirements-gone", "target", "There is no such requirement profile any more, or it is not published."));
        await new WorksheetTargetEditor(db).ChooseAsync(id, profile, change, stop);
        return Links.With(Links.WorksheetGroup(id), "note", "saved");
    });

    private static void MapFile(WebApplication app, string ending, Func<OutgoingTable, string, IResult> write) => app.MapGet($"/worksheets/{{id:guid}}/group.{ending}", async (Guid id, Db db, HttpContext http) =>
    {
        if (await WorksheetDoor.FindAsync(http, db, id) is not { Kind: WorksheetKind.Gap } worksheet)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return write(GroupTable.Of((await GroupSheet.ReadAsync(db, worksheet, http.RequestAborted)).Gap, Startup.Language), Slug.Of(worksheet.Title));
    }).RequireAuthorization(nameof(Permission.KeepWorksheets));
}
