using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.LaborMarket;

/// <summary>What is asked of the list of areas; null or empty for all.</summary>
public sealed record AreaQuery(string? Text = null, AreaKind? Kind = null, string? State = null)
{
    public int Offset { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>Areas that fit a question: nation, states, regions, then metropolitan areas and counties, each by name.</summary>
public sealed record AreaSearch(IReadOnlyList<Area> Areas, int Total)
{
    private static readonly AreaKind[] Order = [AreaKind.Nation, AreaKind.Region, AreaKind.State, AreaKind.Metro, AreaKind.Nonmetro, AreaKind.County];

    public static async Task<AreaSearch> FindAsync(Db db, AreaQuery query, CancellationToken stop = default)
    {
        var words = (query.Text ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var asked = db.Areas.Where(a => (query.Kind == null || a.Kind == query.Kind) && (string.IsNullOrEmpty(query.State) || a.State == query.State || a.Code == query.State));
        // A few thousand short rows: names are compared as people write them, which no database does by itself.
        var fitting = (await asked.ToListAsync(stop)).Where(a => Array.TrueForAll(words, w => a.Name.Contains(w, StringComparison.CurrentCultureIgnoreCase)))
            .OrderBy(a => Array.IndexOf(Order, a.Kind)).ThenBy(a => a.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(a => a.Code, StringComparer.Ordinal).ToList();
        return new([.. fitting.Skip(query.Offset).Take(query.Limit)], fitting.Count);
    }

    /// <summary>The area with this code; null where there is none.</summary>
    public static async Task<Area?> OneAsync(Db db, string? code, CancellationToken stop = default) =>
        AreaCode.TryParse(code, out var parsed) && parsed.ToString() is var text ? await db.Areas.FirstOrDefaultAsync(a => a.Code == text, stop) : null;

    /// <summary>The counties that an area is made of: of a region those that were chosen, of a state and of a metropolitan area those that lie in it.</summary>
    public static async Task<IReadOnlyList<Area>> CountiesAsync(Db db, Area area, CancellationToken stop = default)
    {
        var codes = area.Kind switch
        {
            AreaKind.County => [area.Code],
            AreaKind.Region => await db.AreaMembers.Where(m => m.AreaCode == area.Code).Select(m => m.CountyCode).ToListAsync(stop),
            AreaKind.State => await db.Areas.Where(a => a.Kind == AreaKind.County && a.State == area.Code).Select(a => a.Code).ToListAsync(stop),
            AreaKind.Metro or AreaKind.Nonmetro => await OfWageAreaAsync(db, area.Code, stop),
            _ => [],
        };
        return await db.Areas.Where(a => codes.Contains(a.Code)).OrderBy(a => a.Name).ToListAsync(stop);
    }

    private static async Task<List<string>> OfWageAreaAsync(Db db, string code, CancellationToken stop)
    {
        var keys = (await MarketReleases.ReadAsync(db, Storage.Releases.ReleaseKinds.OewsAreas, edition: null, stop)).Keys;
        return await db.AreaCounties.Where(c => keys.Contains(c.ReleaseKey) && c.AreaCode == code && c.Part == "").Select(c => c.CountyCode).Distinct().ToListAsync(stop);
    }
}
