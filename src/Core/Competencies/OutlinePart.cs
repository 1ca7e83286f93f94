using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>
/// Which nodes of a version's tree somebody asks for. Nodes come in reading order; of a large tree only those that are asked for are
/// read, one by one.
/// </summary>
public sealed record OutlinePart
{
    /// <summary>This node and those below it; null is the whole tree.</summary>
    public Guid? Root { get; init; }

    /// <summary>How many levels, the root's own among them; null is all.</summary>
    public int? Levels { get; init; }

    /// <summary>The tiers whose nodes are wanted; empty is all nodes, also those that stand in no tier.</summary>
    public IReadOnlyList<int> Tiers { get; init; } = [];

    public StatementKind? Kind { get; init; }
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>The nodes asked for, to be counted or paged; null where the root is not in the version.</summary>
    public async Task<IQueryable<Statement>?> InAsync(Db db, int versionKey, CancellationToken stop = default)
    {
        var nodes = db.Statements.Where(s => s.VersionKey == versionKey);
        var top = 0;
        if (Root is { } id)
        {
            if (await nodes.FirstOrDefaultAsync(s => s.Id == id, stop) is not { } root)
                return null;
            var (first, last) = (root.Ordinal, root.Ordinal + root.Size);
            nodes = nodes.Where(s => s.Ordinal >= first && s.Ordinal <= last);
            top = root.Depth;
        }
        if (Levels is { } levels)
            nodes = nodes.Where(s => s.Depth < top + levels);
        if (Tiers.Count > 0)
            nodes = nodes.Where(s => s.Tier != null && Tiers.Contains(s.Tier.Value));
        if (Kind is { } kind)
            nodes = nodes.Where(s => s.Kind == kind);
        if (UpdatedSince is { } since)
            nodes = nodes.Where(s => s.ChangedAt >= since);
        return nodes.OrderBy(s => s.Ordinal);
    }

    /// <summary>A page of the nodes asked for, and how many there are; null where the root is not in the version.</summary>
    public async Task<(List<OutlineNode> Nodes, int Total)?> PageAsync(
        Db db, int versionKey, StatementFilter? filter, string language, Range page, CancellationToken stop = default)
    {
        if (await InAsync(db, versionKey, stop) is not { } nodes)
            return null;
        var (skip, take) = (page.Start.Value, page.End.Value - page.Start.Value);
        if (filter is null)
            return (await nodes.Skip(skip).Take(take).Select(OutlineNode.FromStatement).ToListAsync(stop), await nodes.CountAsync(stop));
        var (kept, total) = (new List<OutlineNode>(), 0);
        await foreach (var node in nodes.Select(OutlineNode.FromStatement).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!filter.Matches(node, language))
                continue;
            if (total >= skip && kept.Count < take)
                kept.Add(node);
            total++;
        }
        return (kept, total);
    }

    /// <summary>The nodes asked for, one by one; null where the root is not in the version.</summary>
    public async Task<IAsyncEnumerable<OutlineNode>?> StreamAsync(Db db, int versionKey, CancellationToken stop = default) =>
        (await InAsync(db, versionKey, stop))?.Select(OutlineNode.FromStatement).AsAsyncEnumerable();
}
