using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Demand;

namespace Trellis.Web.Pages.Demand;

/// <summary>The in-demand list, and supply and demand, as files.</summary>
public static class DemandDownloads
{
    public static void MapDemandDownloads(this WebApplication app)
    {
        app.MapGet(Links.Demand + ".csv", async (HttpContext http, Db db, IReadOnlyList<InDemandRule> rules) =>
            await TableAsync(http, db, rules) is { } found ? TableFiles.Csv(found.Table, found.Name) : Results.NotFound()).AllowAnonymous();
        app.MapGet(Links.Demand + ".xlsx", async (HttpContext http, Db db, IReadOnlyList<InDemandRule> rules) =>
            await TableAsync(http, db, rules) is { } found ? TableFiles.Excel(found.Table, found.Name) : Results.NotFound()).AllowAnonymous();
    }

    private static async Task<(OutgoingTable Table, string Name)?> TableAsync(HttpContext http, Db db, IReadOnlyList<InDemandRule> rules)
    {
        var link = DemandLink.Of(http.Request.Query);
        if ((await DemandAreas.ReadAsync(db, http.RequestAborted)).Find(a => a.Code == link.Area) is not { } area || !AreaCode.TryParse(area.Code, out var code))
            return null;
        if (link.IsSupply)
        {
            var supply = await AreaSupply.ReadAsync(db, area, http.RequestAborted);
            return (SupplyTable.Of(supply, supply.Balance.Occupations), $"supply-and-demand-{area.Code}");
        }
        var rule = rules.FirstOrDefault(r => r.Name == link.Rule) ?? rules[0];
        var demand = await AreaDemand.ReadAsync(db, rule, code, http.RequestAborted);
        return (DemandTable.Of(demand, link.Apply(demand.List, demand.Titles)), $"in-demand-{area.Code}-{rule.Name}");
    }
}
