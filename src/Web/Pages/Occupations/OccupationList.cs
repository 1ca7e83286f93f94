using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;

namespace Trellis.Web.Pages.Occupations;

/// <summary>The list of occupations that a choice leaves, for the page and for its files.</summary>
public sealed record OccupationList(OccupationDirectory Directory, IReadOnlyList<DirectoryEntry> Shown)
{
    public static async Task<OccupationList> ReadAsync(Db db, CareerClusters clusters, BrowseChoice choice, CancellationToken stop = default)
    {
        var directory = await OccupationDirectory.ReadAsync(db, AreaCode.TryParse(choice.Area, out var area) ? area : AreaCode.Nation, stop);
        var named = choice.Model is { } model ? (await OccupationModels.CodesAsync(db, model, stop)).ToHashSet() : null;
        var interested = choice.Interest is { } interest && directory.Release is { } release ? await InterestedAsync(db, release.Key, interest, stop) : null;
        return new(directory, choice.Apply(directory.Entries, clusters, named, interested));
    }

    /// <summary>The occupations whose highest interest this is.</summary>
    private static async Task<HashSet<string>> InterestedAsync(Db db, int key, string interest, CancellationToken stop)
    {
        var rows = await db.OccupationRatings.Where(r => r.ReleaseKey == key && r.Scale == "OI" && r.ElementId.StartsWith("1.B.1.")).Select(r => new { r.Code, r.ElementId, r.Value }).ToListAsync(stop);
        return [.. rows.GroupBy(r => r.Code).Where(g => g.OrderByDescending(r => r.Value).ThenBy(r => r.ElementId, StringComparer.Ordinal).First().ElementId == interest).Select(g => g.Key)];
    }
}
