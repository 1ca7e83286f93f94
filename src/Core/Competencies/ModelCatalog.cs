using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>A framework and one version of it.</summary>
public sealed record Model(Framework Framework, FrameworkVersion Version)
{
    public string Slug => Framework.Slug;
}

/// <summary>What all published frameworks are at one time: a mark that changes with any of them, and when the last one came.</summary>
public sealed record CatalogEdition(string Mark, DateTimeOffset ChangedAt);

/// <summary>Finds published frameworks. Drafts are not seen through it.</summary>
public static class ModelCatalog
{
    /// <summary>Every framework with its current version, foundation and industry models first, then by title.</summary>
    public static async Task<List<Model>> ListAsync(Db db, CancellationToken stop = default)
    {
        var rows = await db.Frameworks
            .Join(db.FrameworkVersions, f => f.CurrentVersionKey, v => v.Key, (f, v) => new { f, v })
            .ToListAsync(stop);
        return [.. rows.Select(r => new Model(r.f, r.v)).OrderBy(m => m.Framework.Kind).ThenBy(m => m.Version.Title.ToString(), StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>A framework by its slug or identifier in its current version, or in the one numbered; null where there is none.</summary>
    public static async Task<Model?> FindAsync(Db db, string name, string? number = null, CancellationToken stop = default)
    {
        var framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Slug == name, stop);
        if (framework is null && Guid.TryParse(name, out var id))
            framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Id == id, stop);
        if (framework is null)
            return null;
        var (key, current) = (framework.Key, framework.CurrentVersionKey);
        var version = number is null
            ? await db.FrameworkVersions.SingleOrDefaultAsync(v => v.Key == current, stop)
            : await db.FrameworkVersions.SingleOrDefaultAsync(v => v.FrameworkKey == key && v.Number == number, stop);
        return version is null or { Status: VersionStatus.Draft or VersionStatus.InReview } ? null : new(framework, version);
    }

    /// <summary>All published versions of a framework, newest first.</summary>
    public static Task<List<FrameworkVersion>> VersionsAsync(Db db, Framework framework, CancellationToken stop = default) =>
        db.FrameworkVersions.Where(v => v.FrameworkKey == framework.Key && v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .OrderByDescending(v => v.Sequence).ToListAsync(stop);

    /// <summary>The whole tree of a version, in reading order.</summary>
    public static Task<List<Statement>> StatementsAsync(Db db, FrameworkVersion version, CancellationToken stop = default) =>
        db.Statements.Where(s => s.VersionKey == version.Key).OrderBy(s => s.Ordinal).ToListAsync(stop);

    /// <summary>
    /// Another text whenever a version is published, superseded or retired: what is made of all frameworks is the same while this is.
    /// </summary>
    public static async Task<CatalogEdition> EditionAsync(Db db, CancellationToken stop = default)
    {
        var versions = await db.FrameworkVersions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .OrderBy(v => v.Key).Select(v => new { v.Key, v.Status, v.LoadedAt }).ToListAsync(stop);
        var text = string.Join('|', versions.Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Key}:{v.Status}:{v.LoadedAt.UtcTicks}")));
        return new(Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(text)).AsSpan(0, 8)), versions.Select(v => v.LoadedAt).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max());
    }
}
