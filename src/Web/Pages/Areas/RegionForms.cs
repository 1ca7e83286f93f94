using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Areas;

/// <summary>The forms that save and delete regions. Each leads to another page, so that reloading repeats nothing.</summary>
public static class RegionForms
{
    public static void MapRegionForms(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ManageAreas));
        forms.MapPost(Links.RegionSave, SaveAsync);
        forms.MapPost(Links.RegionDrop, DropAsync);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, IAntiforgery antiforgery, Db db, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.With(Links.RegionNew, "fault", "stale"));
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var counties = form["county"].OfType<string>().ToList();
            var code = await new AreaEditor(db).SaveRegionAsync(form["name"].ToString(), counties, Visitor.ChangeNow(http, "Saved on the page of areas"), stop);
            return Results.Redirect(Links.Area(code.ToString()));
        }
        catch (UnusableInputException e)
        {
            var back = Links.With(Links.With(Links.RegionNew, "state", form["state"].ToString()), "also", form["also"].ToString());
            return Results.Redirect(Links.With(back, "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> DropAsync(HttpContext http, IAntiforgery antiforgery, Db db, CancellationToken stop)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(stop);
        if (await antiforgery.IsRequestValidAsync(http) && AreaCode.TryParse(form["area"], out var code))
            await new AreaEditor(db).DropRegionAsync(code, Visitor.ChangeNow(http, "Deleted on the page of the region"), stop);
        return Results.Redirect(Links.Areas);
    }
}
