using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// The codes under which releases may have an occupation, the nearest first: its own, the one that the National Employment Matrix
/// gives it, and the broad group that some releases publish in its place.
/// </summary>
public sealed record MarketCodes(IReadOnlyList<string> Codes)
{
    /// <summary>The place of a code; 0 is the occupation itself, all others are groups that hold it.</summary>
    public int Rank(string code) => Codes.Index().First(c => c.Item == code).Index;

    public static async Task<MarketCodes> ReadAsync(Db db, string code, SocCode soc, CancellationToken stop = default)
    {
        var links = await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.OnetSoc, stop: stop);
        var first = soc.Value + ".";
        var matrix = links is null ? [] : await db.OnetSocLinks
            .Where(l => l.ReleaseKey == links.Key && (l.Code == code || l.Code.StartsWith(first))).OrderBy(l => l.Code == code ? 0 : 1).ThenBy(l => l.Code)
            .Select(l => l.MatrixCode).ToListAsync(stop);
        return new([.. new[] { soc.Value }.Concat(matrix).Append(soc.Value[..6] + "0").Distinct()]);
    }
}
