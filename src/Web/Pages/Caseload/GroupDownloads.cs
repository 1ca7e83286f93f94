using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Caseload.Groups;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Guidance;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Caseload;

/// <summary>Lists of the group view as files: without names, and without groups of few people.</summary>
public static class GroupDownloads
{
    private const int LongestCode = 10;

    public static void MapGroupDownloads(this WebApplication app)
    {
        Map(app, ".csv", TableFiles.Csv);
        Map(app, ".xlsx", TableFiles.Excel);
    }

    /// <summary>The part of the caseload that an address asks for.</summary>
    public static GroupChoice Choice(IQueryCollection query) => new(
        Guid.TryParse(query["tag"], out var tag) ? tag : null,
        query["goal"].ToString() is { Length: LongestCode } goal ? goal : null)
    {
        WithTeam = query["team"] == "yes",
    };

    private static void Map(WebApplication app, string ending, Func<OutgoingTable, string, IResult> send) =>
        app.MapGet(Links.CaseloadGroup + ending, async Task<IResult> (string? list, HttpContext http, Db db, SkillTables tables, PersonalSeal seal, TimeProvider clock) =>
        {
            var view = await new GroupReading(db, seal, await tables.CurrentAsync(db, http.RequestAborted)).ReadAsync(Visitor.Known(http), Choice(http.Request.Query), clock.GetUtcNow(), http.RequestAborted);
            http.Response.Headers.CacheControl = "no-store";
            return list switch
            {
                "skills" => send(GroupTable.Skills(view), "group-skills"),
                "goals" => send(GroupTable.Goals(view), "group-goals"),
                "programs" => send(GroupTable.Programs(view), "group-programs"),
                _ => Results.NotFound(),
            };
        }).RequireAuthorization(nameof(Permission.ServeCustomers));
}
