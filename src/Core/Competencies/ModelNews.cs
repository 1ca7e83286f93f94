using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>The versions that readers got last, of all frameworks or of one, the newest first. Drafts are not among them.</summary>
public static class ModelNews
{
    /// <summary>More versions than these are not news.</summary>
    public const int AtMost = 50;

    public static async Task<List<Model>> ReadAsync(Db db, Framework? framework = null, CancellationToken stop = default)
    {
        var key = framework?.Key;
        var rows = await db.FrameworkVersions
            .Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview && (key == null || v.FrameworkKey == key))
            .OrderByDescending(v => v.LoadedAt).ThenByDescending(v => v.Key).Take(AtMost)
            .Join(db.Frameworks, v => v.FrameworkKey, f => f.Key, (v, f) => new { f, v }).ToListAsync(stop);
        return [.. rows.Select(r => new Model(r.f, r.v)).OrderByDescending(m => m.Version.LoadedAt).ThenByDescending(m => m.Version.Key)];
    }
}
