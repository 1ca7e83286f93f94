using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;

namespace Trellis.Interop.Downloads;

/// <summary>What of the database is given out at one time: the current releases and the published versions of frameworks.</summary>
public sealed record DownloadScope(IReadOnlyDictionary<int, DataRelease> Releases, IReadOnlyDictionary<int, (string Slug, string Number)> Versions)
{
    /// <summary>Another text whenever anything that is given out has changed.</summary>
    public required string Edition { get; init; }

    public static async Task<DownloadScope> ReadAsync(Db db, CancellationToken stop)
    {
        var releases = await db.DataReleases.Where(r => r.State == ReleaseState.Current).OrderBy(r => r.Key).ToListAsync(stop);
        var versions = await db.FrameworkVersions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .Join(db.Frameworks, v => v.FrameworkKey, f => f.Key, (v, f) => new { v.Key, f.Slug, v.Number }).ToListAsync(stop);
        var (areas, saved, scales) = (await db.Areas.CountAsync(stop), await db.Areas.MaxAsync(a => a.SavedAt, stop), await db.Scales.CountAsync(stop));
        var frameworks = (await ModelCatalog.EditionAsync(db, stop)).Mark;
        var text = string.Create(CultureInfo.InvariantCulture, $"{frameworks}|{string.Join('|', releases.Select(Mark))}|{areas}|{saved?.UtcTicks}|{scales}");
        return new(releases.ToDictionary(r => r.Key), versions.ToDictionary(v => v.Key, v => (v.Slug, v.Number)))
        {
            Edition = Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(text)).AsSpan(0, 8)),
        };
    }

    private static string Mark(DataRelease release) => string.Create(CultureInfo.InvariantCulture, $"{release.Key}:{release.LoadedAt.UtcTicks}");
}
