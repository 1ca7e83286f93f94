using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web;

/// <summary>What a supervisor asks: does the process answer, and can it serve.</summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Ok(new { status = "live" })).AllowAnonymous();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(Db db, CancellationToken stop)
    {
        try
        {
            var models = await db.Frameworks.CountAsync(f => f.CurrentVersionKey != null, stop);
            var releases = await db.DataReleases.Where(r => r.State == ReleaseState.Current).OrderBy(r => r.Kind).ThenBy(r => r.Scope)
                .Select(r => new { r.Kind, r.Scope, r.Title, r.Edition, r.Period, Starter = r.IsStarter }).ToListAsync(stop);
            return TypedResults.Ok(new { status = "ready", engine = db.Engine.Name, models, releases });
        }
        catch (Exception e) when (e is System.Data.Common.DbException)
        {
            return TypedResults.Json(new { status = "waiting", reason = "The database does not answer." }, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
