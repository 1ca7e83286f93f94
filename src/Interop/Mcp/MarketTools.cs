using System.ComponentModel;
using ModelContextProtocol.Server;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;

namespace Trellis.Interop.Mcp;

/// <summary>Areas, and what is known of pay and outlook in them.</summary>
public sealed class MarketTools(DbSource source)
{
    [McpServerTool(Name = "find_area", Title = "Find an area", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The places that figures are about, by their names: nation, states, metropolitan areas, counties and named regions, each with the code that other tools take.")]
    public async Task<object> AreasAsync(
        [Description("Words of the name, such as Seattle or King County")] string name,
        [Description("nation, state, metro, nonmetro, county or region")] string? kind = null,
        [Description("Areas in the answer, 1 to 100")] int limit = 10,
        CancellationToken stop = default)
    {
        McpQuestion.Window(limit, 0);
        await using var db = source.Open();
        var found = await AreaSearch.FindAsync(db, new(McpQuestion.Text("name", name), McpQuestion.Member<AreaKind>("kind", kind)) { Limit = limit }, stop);
        return new { found.Total, areas = found.Areas.Select(a => new { a.Code, a.Kind, a.Name, a.State }) };
    }

    [McpServerTool(Name = "get_wages", Title = "Pay and outlook of an occupation", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Employment, wages (dollars) and projected openings of an occupation in an area. Where the area has no figure, that of the nearest wider area is given and named; group says that the source publishes a group of occupations together.")]
    public async Task<object> WagesAsync(
        [Description("A SOC or O*NET-SOC code, such as 29-1141 or 29-1141.00")] string occupation,
        [Description("The code of an area, such as us or state-53")] string area = "us",
        CancellationToken stop = default)
    {
        await using var db = source.Open();
        var place = await McpQuestion.AreaAsync(db, area, stop);
        if (!SocCode.TryParse(occupation, out var soc) || !AreaCode.TryParse(place.Code, out var code))
            throw McpQuestion.Fault("occupation: Expected: a code such as 29-1141 or 29-1141.00; find_occupation finds them by name.");
        var market = await MarketProfile.ReadAsync(db, occupation.Trim(), code, stop);
        return new
        {
            occupation = soc.Value,
            area = new { place.Code, place.Name },
            wages = market?.Wage is { } wage ? new { wage.Area.Name, wage.IsWider, group = wage.IsGroup, figures = WageResource.Of(wage.Figures, wage.Release) } : null,
            projection = market?.Projection is { } outlook ? new { outlook.Area.Name, outlook.IsWider, group = outlook.IsGroup, figures = ProjectionResource.Of(outlook.Figures, outlook.Release) } : null,
            missing = Missing(market),
        };
    }

    private static List<string> Missing(MarketProfile? market)
    {
        var missing = new List<string>();
        if (market?.Wage is null)
            missing.Add("No loaded release has wages of this occupation here or in a wider area.");
        if (market?.Projection is null)
            missing.Add("No loaded release has projections of this occupation here or in a wider area.");
        return missing;
    }
}
