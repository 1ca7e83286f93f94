using Trellis.Core.Access;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.RequirementProfiles;
using Trellis.Web.Access;
using Trellis.Web.Api;

namespace Trellis.Web.Pages.RequirementProfiles;

/// <summary>A requirement profile as a file, for whoever may see its page.</summary>
public static class RequirementDownloads
{
    private delegate IResult Write(RequirementContent content, string name);

    public static void MapRequirementDownloads(this WebApplication app)
    {
        Map(app, "csv", (content, name) => TableFiles.Csv(RequirementTable.Of(content, Startup.Language), name));
        Map(app, "xlsx", (content, name) => TableFiles.Excel(RequirementTable.Of(content, Startup.Language), name));
        Map(app, "json", (content, _) => Results.Json(RequirementContentResource.Of(content, Startup.Language), ApiAnswer.Json));
    }

    private static void Map(WebApplication app, string ending, Write write) => app.MapGet($"/requirements/{{id:guid}}.{ending}", async (Guid id, Db db, HttpContext http) =>
    {
        var profile = await RequirementShelf.FindAsync(db, id, await Visitor.LimitAsync(http, Permission.KeepWorksheets), http.RequestAborted);
        if (profile is null)
            return Results.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        return write(await RequirementShelf.ReadAsync(db, profile, http.RequestAborted), Slug.Of(profile.Title));
    }).AllowAnonymous();
}
