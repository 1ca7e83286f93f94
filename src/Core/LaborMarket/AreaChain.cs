using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// An area and the wider ones that it lies in, up to the nation: a county lies in an area of the wage statistics, that in a state. Where
/// an area has no figure of its own, the next one is shown instead, and pages say so.
/// </summary>
public sealed record AreaChain(IReadOnlyList<Area> Areas)
{
    public Area Asked => Areas[0];

    public List<string> Codes => [.. Areas.Select(a => a.Code)];

    /// <summary>How many steps wider than the asked area this one is.</summary>
    public int Rank(string code) => Areas.Index().First(a => a.Item.Code == code).Index;

    public Area Of(string code) => Areas.First(a => a.Code == code);

    /// <summary>Null where no area has the code.</summary>
    public static async Task<AreaChain?> ReadAsync(Db db, AreaCode code, CancellationToken stop = default)
    {
        var text = code.ToString();
        if (await db.Areas.FirstOrDefaultAsync(a => a.Code == text, stop) is not { } asked)
            return null;
        var counties = await CountiesAsync(db, asked, stop);
        var wider = code.Kind is AreaKind.County or AreaKind.Region ? await ContainingAsync(db, counties, stop) : [];
        var states = counties.Select(StateOf).Distinct().ToList();
        var state = states is [var only] ? only : asked.Kind is AreaKind.Metro or AreaKind.Nonmetro ? asked.State : null;
        List<string> codes = [.. wider, .. state is null || state == text ? [] : new[] { state }, .. text == "us" ? [] : new[] { "us" }];
        var found = await db.Areas.Where(a => codes.Contains(a.Code)).ToListAsync(stop);
        return new([asked, .. codes.Select(c => found.Find(a => a.Code == c)).OfType<Area>()]);
    }

    /// <summary>The counties that a county or region is made of; none for other kinds.</summary>
    private static async Task<List<string>> CountiesAsync(Db db, Area area, CancellationToken stop) => area.Kind switch
    {
        AreaKind.County => [area.Code],
        AreaKind.Region => await db.AreaMembers.Where(m => m.AreaCode == area.Code).Select(m => m.CountyCode).ToListAsync(stop),
        _ => [],
    };

    /// <summary>The areas of the wage statistics that hold every one of the counties.</summary>
    private static async Task<List<string>> ContainingAsync(Db db, List<string> counties, CancellationToken stop)
    {
        if (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.OewsAreas, stop: stop) is not { } release || counties.Count == 0)
            return [];
        var links = await db.AreaCounties.Where(c => c.ReleaseKey == release.Key && counties.Contains(c.CountyCode)).Select(c => new { c.AreaCode, c.CountyCode }).Distinct().ToListAsync(stop);
        return [.. links.GroupBy(l => l.AreaCode).Where(g => g.Count() == counties.Count).Select(g => g.Key).Order(StringComparer.Ordinal)];
    }

    private static string StateOf(string county) => "state-" + county["county-".Length..][..2];
}
