using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance.Planning;

namespace Trellis.Web.Pages.Plan;

/// <summary>A guest's plan as a file to keep, and its days as a calendar.</summary>
public static class PlanDownloads
{
    public static void MapPlanDownloads(this WebApplication app)
    {
        app.MapGet(Links.PlanFile, (HttpContext http, GuestPlan guest) => Send(http, PlanJson.Write(guest.Read(http)), "application/json; charset=utf-8", "trellis-plan.json")).AllowAnonymous();
        app.MapGet(Links.PlanCalendar, Calendar).AllowAnonymous();
    }

    private static IResult Calendar(HttpContext http, GuestPlan guest, TimeProvider clock, IStringLocalizer<Words> T) =>
        Send(http, PlanCalendar.Write(guest.Read(http), clock.GetUtcNow(), e => $"{PlanWords.Of(T, e.Kind)}: {e.Text} ({PlanWords.Of(T, e.Who)})"),
            "text/calendar; charset=utf-8", "trellis-plan.ics");

    private static IResult Send(HttpContext http, byte[] content, string type, string name)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(content, type, name);
    }
}
