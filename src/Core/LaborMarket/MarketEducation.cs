using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>What people typically need to enter an occupation, and what those who work in it have; of the whole nation.</summary>
/// <param name="Shares">By level from the lowest; empty where the release has none.</param>
public sealed record MarketEducation(EntryEducation? Entry, IReadOnlyList<EducationShare> Shares, DataRelease Release)
{
    internal static async Task<MarketEducation?> ReadAsync(Db db, MarketReleases releases, MarketCodes codes, CancellationToken stop)
    {
        var (keys, all) = (releases.Keys, codes.Codes);
        var entries = await db.EntryEducation.Where(e => keys.Contains(e.ReleaseKey) && all.Contains(e.Code)).ToListAsync(stop);
        var shares = await db.EducationShares.Where(s => keys.Contains(s.ReleaseKey) && all.Contains(s.Code)).ToListAsync(stop);
        var found = entries.Select(e => (e.ReleaseKey, e.Code)).Concat(shares.Select(s => (s.ReleaseKey, s.Code)))
            .OrderBy(k => releases.Rank(k.ReleaseKey)).ThenBy(k => codes.Rank(k.Code)).ToList();
        if (found is not [var best, ..])
            return null;
        return new(
            entries.Find(e => (e.ReleaseKey, e.Code) == best),
            [.. shares.Where(s => (s.ReleaseKey, s.Code) == best).OrderBy(s => s.Ordinal)],
            releases.Of(best.ReleaseKey));
    }
}
