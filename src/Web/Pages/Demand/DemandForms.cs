using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Demand;

/// <summary>The form by which a board puts a label in place of a rule's. It leads back to the occupation, so that reloading repeats nothing.</summary>
public static class DemandForms
{
    public static void MapDemandForms(this WebApplication app) =>
        app.MapPost(Links.DemandOverride, SaveAsync).RequireAuthorization(nameof(Permission.ManageDemand));

    private static async Task<IResult> SaveAsync(HttpContext http, IAntiforgery antiforgery, Db db, IReadOnlyList<InDemandRule> rules)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var isOurs = await antiforgery.IsRequestValidAsync(http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (name, text) = (form["rule"].ToString(), form["label"].ToString());
        if (rules.FirstOrDefault(r => r.Name == name) is not { } rule || !AreaCode.TryParse(form["area"], out var area) || !SocCode.TryParse(form["soc"], out var soc))
            return Results.NotFound();
        if (!isOurs)
            return Results.Redirect(Links.DemandOf(soc.Value, area.ToString(), rule.Name, "stale"));
        DemandLabel? label = Enum.TryParse<DemandLabel>(text, out var given) && Enum.IsDefined(given) ? given : null;
        if (label is null && text.Length > 0)
            return Results.Redirect(Links.DemandOf(soc.Value, area.ToString(), rule.Name, "unknown-label"));
        try
        {
            var change = Visitor.ChangeNow(http, form["why"].ToString());
            await new InDemandOverrideEditor(db).SaveAsync(rule, (area, soc), label, change, http.RequestAborted);
            return Results.Redirect(Links.DemandOf(soc.Value, area.ToString(), rule.Name));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.DemandOf(soc.Value, area.ToString(), rule.Name, e.Problems[0].Code));
        }
    }
}
