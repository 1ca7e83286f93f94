using System.ComponentModel;
using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Demand;

namespace Trellis.Web.Api;

/// <summary>In-demand rules and lists, and supply and demand, for programs of others, to read by anybody.</summary>
public static class DemandApi
{
    public static void MapDemandApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1/demand").AllowAnonymous().RequireCors(PublicReads.Policy).WithTags("Demand");
        api.MapGet("/rules", (IReadOnlyList<InDemandRule> rules, HttpContext http) => ApiAnswer.List(http, rules.Select(DemandRuleResource.Of), new(0, 100, rules.Count)))
            .WithName("listDemandRules").WithSummary("The published definitions of in demand").Produces<ListResource<DemandRuleResource>>();
        api.MapGet("", ListAsync).WithName("listDemand").WithSummary("The occupations of an area under a rule, with every reason")
            .Produces<DemandListResource>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/supply", SupplyAsync).WithName("listSupply").WithSummary("Openings against people trained, by occupation")
            .Produces<ListResource<SupplyResource>>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/supply/fields", FieldsAsync).WithName("listSupplyFields").WithSummary("Where the people of each field of study go")
            .Produces<ListResource<FieldSupplyResource>>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> ListAsync([AsParameters] DemandRequest request, [AsParameters] PageRequest page, HttpContext http, Db db, IReadOnlyList<InDemandRule> rules)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await MarketApi.FindAsync(db, request.Area, http.RequestAborted) is not { } area || !AreaCode.TryParse(area.Code, out var code))
            return MarketApi.UnknownArea;
        if ((request.Rule is null ? rules[0] : rules.FirstOrDefault(r => r.Name == request.Rule)) is not { } rule)
            return ApiAnswer.Fault("rule", $"Expected: {string.Join(", ", rules.Select(r => r.Name))}.");
        if (!request.IsLabelRight)
            return ApiAnswer.Fault("label", DemandRequest.LabelSentence);
        var demand = await AreaDemand.ReadAsync(db, rule, code, http.RequestAborted);
        if (ApiAnswer.IsFresh(http, demand.Releases, Edition(rule, demand.Overridden), demand.Overridden))
            return Results.Empty;
        var shown = demand.List.Entries.Where(e => request.Fits(e, demand.Titles.GetValueOrDefault(e.Occupation))).ToList();
        window = window with { Total = shown.Count };
        var part = shown.Skip(window.Offset).Take(window.Limit).ToList();
        if (ApiAnswer.WantsCsv(http))
            return ApiAnswer.Csv(http, DemandTable.Of(demand, part), window);
        ApiAnswer.Announce(http, window);
        return Results.Json(new DemandListResource(window.Total, window.Offset, window.Limit, [.. part.Select(e => DemandResource.Of(demand, e))])
        {
            Area = AreaResource.Of(area),
            Rule = DemandRuleResource.Of(rule),
            Counts = demand.List.Entries.GroupBy(DemandRequest.LabelOf).OrderBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count()),
            Sources = [.. demand.Releases.Select(SourceResource.Of)],
        }, ApiAnswer.Json);
    }

    private static async Task<IResult> SupplyAsync([Description("The code of an area; us where not given")] string? area, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await MarketApi.FindAsync(db, area, http.RequestAborted) is not { } place)
            return MarketApi.UnknownArea;
        var supply = await AreaSupply.ReadAsync(db, place, http.RequestAborted);
        if (ApiAnswer.IsFresh(http, [.. supply.Releases]))
            return Results.Empty;
        window = window with { Total = supply.Balance.Occupations.Count };
        var part = supply.Balance.Occupations.Skip(window.Offset).Take(window.Limit);
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, SupplyTable.Of(supply, part), window) : ApiAnswer.List(http, part.Select(b => SupplyResource.Of(supply, b)), window);
    }

    private static async Task<IResult> FieldsAsync([Description("The code of an area; us where not given")] string? area, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await MarketApi.FindAsync(db, area, http.RequestAborted) is not { } place)
            return MarketApi.UnknownArea;
        var supply = await AreaSupply.ReadAsync(db, place, http.RequestAborted);
        if (ApiAnswer.IsFresh(http, [.. supply.Releases]))
            return Results.Empty;
        var all = supply.Balance.Instruction;
        return ApiAnswer.List(http, all.Skip(window.Offset).Take(window.Limit).Select(f => FieldSupplyResource.Of(supply, f)), window with { Total = all.Count });
    }

    /// <summary>Changes whenever the rule or a label of the board does.</summary>
    private static string Edition(InDemandRule rule, DateTimeOffset overridden) =>
        string.Create(CultureInfo.InvariantCulture, $"-{rule.Name}-{rule.Version}-{overridden.UtcTicks}");
}
