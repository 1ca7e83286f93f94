using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>A statement that a profile asks for, with its words and the heading it stands under.</summary>
public sealed record RequirementLine(Statement Statement, LanguageText Block, RequirementItem Item);

/// <summary>A requirement profile with the model it is over and all it asks for, in the order of the model.</summary>
public sealed record RequirementContent(RequirementProfile Profile, Model Model, IReadOnlyList<RequirementLine> Lines)
{
    public IEnumerable<IGrouping<LanguageText, RequirementLine>> Blocks => Lines.GroupBy(l => l.Block);
}

/// <summary>Finds requirement profiles: published ones for everybody, drafts for whom the row limit lets see them.</summary>
public static class RequirementShelf
{
    /// <summary>The latest first; superseded and retired ones are left out, they are found by their address alone.</summary>
    /// <param name="db">Where they are kept.</param>
    /// <param name="limit">Whose drafts are seen; null for those of nobody.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<List<RequirementProfile>> ListAsync(Db db, RowLimit? limit, CancellationToken stop = default)
    {
        var found = await db.RequirementProfiles.Where(p => p.Status == RequirementStatus.Published || (limit != null && p.Status == RequirementStatus.Draft)).ToListAsync(stop);
        return [.. found.Where(p => Sees(limit, p)).OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id)];
    }

    /// <summary>Those of a kind in whose names all the words stand.</summary>
    public static List<RequirementProfile> Filter(IEnumerable<RequirementProfile> profiles, string? words, RequirementKind? kind)
    {
        var wanted = (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. profiles.Where(p => (kind is null || p.Kind == kind) && wanted.All(w => $"{p.Title} {p.Employer} {p.JobTitle} {p.Place}".Contains(w, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Null where there is none, or none that this person sees.</summary>
    public static async Task<RequirementProfile?> FindAsync(Db db, Guid id, RowLimit? limit, CancellationToken stop = default) =>
        await db.RequirementProfiles.FirstOrDefaultAsync(p => p.Id == id, stop) is { } found && Sees(limit, found) ? found : null;

    /// <summary>What a profile asks for.</summary>
    public static async Task<RequirementContent> ReadAsync(Db db, RequirementProfile profile, CancellationToken stop = default)
    {
        var key = profile.VersionKey;
        var version = await db.FrameworkVersions.SingleAsync(v => v.Key == key, stop);
        var framework = await db.Frameworks.SingleAsync(f => f.Key == version.FrameworkKey, stop);
        var items = await db.RequirementItems.Where(i => i.ProfileId == profile.Id).ToDictionaryAsync(i => i.StatementId, stop);
        var statements = await ModelCatalog.StatementsAsync(db, version, stop);
        var byId = statements.ToDictionary(s => s.Id);
        return new(profile, new(framework, version), [.. statements.Where(s => items.ContainsKey(s.Id)).Select(s => new RequirementLine(s, BlockNames.Of(s, byId), items[s.Id]))]);
    }

    /// <summary>What is published is seen by everybody, a draft by those of the row limit.</summary>
    public static bool Sees(RowLimit? limit, RequirementProfile profile) =>
        profile.Status != RequirementStatus.Draft || limit?.Sees(profile.OwnerId, null, profile.OrganizationId) == true;
}
