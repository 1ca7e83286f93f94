using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>The list of <see cref="ModelCatalog"/> for the pages that many readers open, as one process holds it.</summary>
public sealed class PublishedModels(DbSource source, TimeProvider clock)
{
    private readonly Recent<List<Model>> _models = new(source, clock, ModelCatalog.ListAsync);

    /// <summary>Every framework with its current version, foundation and industry models first, then by title.</summary>
    public async Task<IReadOnlyList<Model>> ReadAsync(Db db, CancellationToken stop = default) => await _models.ReadAsync(db, stop);
}
