using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>The published requirement profiles, for the pages that many readers open, as one process holds them.</summary>
public sealed class OpenRequirements(DbSource source, TimeProvider clock)
{
    private readonly Recent<List<RequirementProfile>> _published = new(source, clock, (db, stop) => RequirementShelf.ListAsync(db, null, stop));

    /// <summary>Those that are open on the day, the latest first.</summary>
    public async Task<IReadOnlyList<RequirementProfile>> OnAsync(Db db, DateOnly day, CancellationToken stop = default) =>
        [.. (await _published.ReadAsync(db, stop)).Where(p => p.IsOpen(day))];
}
