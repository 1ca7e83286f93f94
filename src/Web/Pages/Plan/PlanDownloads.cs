using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance.Planning;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Plan;

/// <summary>A plan as a file to keep, and its days as a calendar.</summary>
public static class PlanDownloads
{
    public static void MapPlanDownloads(this WebApplication app)
    {
        app.MapGet(Links.PlanFile, async (HttpContext http, Keeper keeper) => Send(http, PlanJson.Write(await keeper.PlanAsync(http)), "application/json; charset=utf-8", "trellis-plan.json")).AllowAnonymous();
        app.MapGet(Links.PlanCalendar, CalendarAsync).AllowAnonymous();
    }

    private static async Task<IResult> CalendarAsync(HttpContext http, Keeper keeper, TimeProvider clock, IStringLocalizer<Words> T) =>
        Send(http, PlanCalendar.Write(await keeper.PlanAsync(http), clock.GetUtcNow(), e => $"{PlanWords.Of(T, e.Kind)}: {e.Text} ({PlanWords.Of(T, e.Who)})"),
            "text/calendar; charset=utf-8", "trellis-plan.ics");

    private static IResult Send(HttpContext http, byte[] content, string type, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(content, type, name);
    }
}
