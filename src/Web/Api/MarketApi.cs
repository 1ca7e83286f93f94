using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;
using Trellis.Interop.Market;

namespace Trellis.Web.Api;

/// <summary>Areas, wages, projections and in-demand lists for programs, page by page; as CSV where the caller asks for it.</summary>
public static class MarketApi
{
    public static void MapMarketApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").AllowAnonymous().RequireCors(PublicReads.Policy);
        api.MapGet("/areas", AreasAsync).Produces<ListShape<AreaShape>>().ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Areas by name, kind and state");
        api.MapGet("/areas/{code}", AreaAsync).Produces<AreaDetailShape>().ProducesProblem(StatusCodes.Status404NotFound).WithSummary("One area with those around it and its counties");
        api.MapGet("/wages", WagesAsync).Produces<ListShape<WageShape>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Employment and wages of the occupations of an area");
        api.MapGet("/projections", ProjectionsAsync).Produces<ListShape<ProjectionShape>>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("Projections of the occupations of an area");
        api.MapGet("/demand/rules", (IReadOnlyList<InDemandRule> rules) => rules.Select(RuleShape.Of)).Produces<IEnumerable<RuleShape>>().WithSummary("The published rules of what is in demand");
        api.MapGet("/demand", DemandAsync).Produces<DemandListShape>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The in-demand list of an area by a rule");
    }

    private static async Task<IResult> AreasAsync([AsParameters] PageQuery page, string? q, string? kind, string? state, Db db, HttpContext http)
    {
        AreaKind? known = Enum.TryParse<AreaKind>(kind, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        if (kind is not null && known is null)
            return ApiProblem.Wrong("kind", $"'{kind}' is no kind of area; {string.Join(", ", Enum.GetNames<AreaKind>()).ToLowerInvariant()} are.");
        if (page.Fault is { } fault)
            return fault;
        var found = await AreaSearch.FindAsync(db, new(q, known, state) { Offset = page.From, Limit = page.Most }, http.RequestAborted);
        page.Announce(http, found.Total);
        return Results.Ok(new ListShape<AreaShape>(found.Total, page.From, page.Most, [.. found.Areas.Select(AreaShape.Of)], []));
    }

    private static async Task<IResult> AreaAsync(string code, Db db, CancellationToken stop)
    {
        if (!AreaCode.TryParse(code, out var area) || await AreaChain.ReadAsync(db, area, stop) is not { } chain)
            return ApiProblem.NoArea(code);
        var counties = await AreaSearch.CountiesAsync(db, chain.Asked, stop);
        return Results.Ok(new AreaDetailShape(AreaShape.Of(chain.Asked), [.. chain.Areas.Skip(1).Select(AreaShape.Of)], [.. counties.Select(AreaShape.Of)]));
    }

    private static async Task<IResult> WagesAsync([AsParameters] PageQuery page, string? area, string? q, string? major, WageOrder? sort, OccupationLevel? level, Db db, HttpContext http)
    {
        if (page.Fault is { } fault)
            return fault;
        if (await AskedAsync(db, area, http) is not { } asked)
            return area is null ? ApiProblem.Wrong("area", "Name an area, such as us or state-53.") : ApiProblem.NoArea(area);
        var query = new WageQuery { Text = q, Major = major, Order = sort ?? WageOrder.Title, Level = level ?? OccupationLevel.Detailed, Offset = page.From, Limit = page.Most };
        var found = await AreaWages.ReadAsync(db, asked.Code, query, http.RequestAborted);
        page.Announce(http, found.Total);
        if (IsKnown(http, [found.Release]))
            return Results.Empty;
        return IsCsv(http) && found.Release is not null
            ? Csv(MarketTables.Of(found.Wages, asked, found.Release))
            : Results.Ok(new ListShape<WageShape>(found.Total, page.From, page.Most, [.. found.Wages.Select(WageShape.Of)], Sources([found.Release])));
    }

    private static async Task<IResult> ProjectionsAsync([AsParameters] PageQuery page, string? area, string? q, string? major, int? years, ProjectionOrder? sort, Db db, HttpContext http)
    {
        if (page.Fault is { } fault)
            return fault;
        if (await AskedAsync(db, area, http) is not { } asked)
            return area is null ? ApiProblem.Wrong("area", "Name an area, such as us or state-53.") : ApiProblem.NoArea(area);
        var query = new ProjectionQuery { Text = q, Major = major, Years = years, Order = sort ?? ProjectionOrder.Title, Offset = page.From, Limit = page.Most };
        var found = await AreaProjections.ReadAsync(db, asked.Code, query, http.RequestAborted);
        page.Announce(http, found.Total);
        if (IsKnown(http, [found.Release]))
            return Results.Empty;
        return IsCsv(http) && found.Release is not null
            ? Csv(MarketTables.Of(found.Projections, asked, found.Release))
            : Results.Ok(new ListShape<ProjectionShape>(found.Total, page.From, page.Most, [.. found.Projections.Select(ProjectionShape.Of)], Sources([found.Release])));
    }

    private static async Task<IResult> DemandAsync([AsParameters] PageQuery page, string? rule, string? area, Db db, IReadOnlyList<InDemandRule> rules, HttpContext http)
    {
        if (page.Fault is { } fault)
            return fault;
        var known = rule is null ? rules[0] : rules.FirstOrDefault(r => r.Name == rule);
        if (known is null)
            return ApiProblem.Wrong("rule", $"There is no rule '{rule}'; there are {string.Join(", ", rules.Select(r => r.Name))}.");
        if (await AskedAsync(db, area, http) is not { } asked || !AreaCode.TryParse(asked.Code, out var code))
            return area is null ? ApiProblem.Wrong("area", "Name an area, such as us or state-53.") : ApiProblem.NoArea(area);
        var demand = await AreaDemand.ReadAsync(db, known, code, http.RequestAborted);
        page.Announce(http, demand.List.Entries.Count);
        if (IsCsv(http))
            return Csv(MarketTables.Of(demand, asked));
        var entries = demand.List.Entries.Skip(page.From).Take(page.Most).Select(e => DemandShape.Of(e, demand.Titles.GetValueOrDefault(e.Occupation)));
        return Results.Ok(new DemandListShape(RuleShape.Of(known), AreaShape.Of(asked), demand.List.Entries.Count, page.From, page.Most, [.. entries], Sources(demand.Releases)));
    }

    private static async Task<Area?> AskedAsync(Db db, string? area, HttpContext http) =>
        AreaCode.TryParse(area, out var code) ? (await AreaChain.ReadAsync(db, code, http.RequestAborted))?.Asked : null;

    /// <summary>Rows of a release never change, so that its key and the question are the edition of the answer.</summary>
    private static bool IsKnown(HttpContext http, IReadOnlyList<DataRelease?> releases)
    {
        var keys = releases.OfType<DataRelease>().ToList();
        http.Response.Headers.Vary = "Accept";
        return keys.Count > 0 && EntityTag.IsFresh(http, $"\"{string.Join('-', keys.Select(r => r.Key))}{(IsCsv(http) ? "c" : "j")}\"", keys.Max(r => r.LoadedAt));
    }

    private static bool IsCsv(HttpContext http) => http.Request.GetTypedHeaders().Accept is { Count: > 0 } accept && accept[0].MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase);

    private static IResult Csv(OutgoingTable table) => Results.Bytes(table.ToCsv(), "text/csv; charset=utf-8");

    private static IReadOnlyList<SourceShape> Sources(IReadOnlyList<DataRelease?> releases) => [.. releases.OfType<DataRelease>().Select(SourceShape.Of)];
}
