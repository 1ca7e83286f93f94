using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Market;

namespace Trellis.Web.Pages.Demand;

/// <summary>The form that puts a board's label in place of a rule's, and the list as a file.</summary>
public static class DemandForms
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapDemand(this WebApplication app)
    {
        app.MapPost(Links.DemandOverride + "/save", SaveAsync).RequireAuthorization(nameof(Permission.OverrideDemand));
        app.MapGet(Links.Demand + ".csv", (string? rule, string? area, Db db, IReadOnlyList<InDemandRule> rules, CancellationToken stop) =>
            FileAsync(rule, area, (db, rules, stop), t => Results.File(t.ToCsv(), "text/csv; charset=utf-8", $"{rule}-{area}.csv"))).AllowAnonymous();
        app.MapGet(Links.Demand + ".xlsx", (string? rule, string? area, Db db, IReadOnlyList<InDemandRule> rules, CancellationToken stop) =>
            FileAsync(rule, area, (db, rules, stop), t => Results.File(OutgoingWorkbook.Write(t), Xlsx, $"{rule}-{area}.xlsx"))).AllowAnonymous();
    }

    private static async Task<IResult> FileAsync(string? rule, string? area, (Db Db, IReadOnlyList<InDemandRule> Rules, CancellationToken Stop) from, Func<OutgoingTable, IResult> send)
    {
        if (from.Rules.FirstOrDefault(r => r.Name == rule) is not { } known || !AreaCode.TryParse(area, out var code) || await AreaChain.ReadAsync(from.Db, code, from.Stop) is not { } chain)
            return Results.NotFound();
        return send(MarketTables.Of(await AreaDemand.ReadAsync(from.Db, known, code, from.Stop), chain.Asked));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, IReadOnlyList<InDemandRule> rules)
    {
        if (!http.Request.HasFormContentType)
            return Results.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (rules.FirstOrDefault(r => r.Name == form["rule"]) is not { } rule || !AreaCode.TryParse(form["area"], out var area) || !SocCode.TryParse(form["soc"], out var soc))
            return Results.NotFound();
        var back = Links.With(Links.With(Links.With(Links.DemandOverride, "rule", rule.Name), "area", area), "soc", soc);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Results.Redirect(Links.With(back, "fault", "stale"));
        try
        {
            DemandLabel? label = Enum.TryParse<DemandLabel>(form["label"], out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
            var change = new Change("steward at this computer", clock.GetUtcNow(), "page", form["why"].ToString());
            await new DemandEditor(db).SaveAsync(rule, (area, soc), label, change, http.RequestAborted);
            return Results.Redirect(Links.DemandOf(rule.Name, area.ToString()));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(back, "fault", e.Problems[0].Code));
        }
    }
}
