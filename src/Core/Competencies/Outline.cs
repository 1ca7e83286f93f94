using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>
/// Reads as much of a version's tree as a reader sees at once: all of a small framework, of a large one a level or two, whose
/// sizes tell what lies below.
/// </summary>
public static class Outline
{
    /// <summary>A version with at most so many nodes may be read whole.</summary>
    public const int SmallAtMost = 1500;

    /// <summary>Of a level that is opened with the one above it, at most so many nodes are read; of a fuller level, none.</summary>
    public const int LevelAtMost = 300;

    public static bool IsSmall(this FrameworkVersion version) => version.Nodes <= SmallAtMost;

    /// <summary>The whole tree: its top nodes, with everything below them.</summary>
    public static Task<List<OutlineNode>> WholeAsync(Db db, int versionKey, CancellationToken stop = default) =>
        NestAsync(db.Statements.Where(s => s.VersionKey == versionKey).OrderBy(s => s.Ordinal), stop);

    /// <summary>The nodes right below a node, with everything below them.</summary>
    public static Task<List<OutlineNode>> BelowAsync(Db db, Statement node, CancellationToken stop = default)
    {
        var last = node.Ordinal + node.Size;
        return NestAsync(
            db.Statements.Where(s => s.VersionKey == node.VersionKey && s.Ordinal > node.Ordinal && s.Ordinal <= last).OrderBy(s => s.Ordinal), stop);
    }

    /// <summary>The nodes right below a node, or at the top where <paramref name="parent"/> is null.</summary>
    public static Task<List<OutlineNode>> LevelAsync(Db db, int versionKey, Guid? parent, Range page, CancellationToken stop = default) =>
        db.Statements.Where(s => s.VersionKey == versionKey && s.ParentId == parent).OrderBy(s => s.Position)
            .Skip(page.Start.Value).Take(page.End.Value - page.Start.Value).Select(OutlineNode.FromStatement).ToListAsync(stop);

    /// <summary>
    /// The nodes right below a node, or at the top, and in them the level below, unless that holds more than a reader can use.
    /// Both queries follow one index and cost the same in a large framework as in a small one.
    /// </summary>
    public static async Task<List<OutlineNode>> TwoLevelsAsync(Db db, int versionKey, Guid? parent, Range page, CancellationToken stop = default)
    {
        var nodes = await LevelAsync(db, versionKey, parent, page, stop);
        var (first, last) = (page.Start.Value, page.End.Value);
        var below = await db.Statements.Where(p => p.VersionKey == versionKey && p.ParentId == parent && p.Position >= first && p.Position < last)
            .Join(
                db.Statements, p => new { p.VersionKey, Parent = (Guid?)p.Id }, s => new { s.VersionKey, Parent = s.ParentId },
                (p, s) => new { p.Position, Statement = s })
            .OrderBy(r => r.Position).ThenBy(r => r.Statement.Position).Take(LevelAtMost + 1)
            .Select(r => r.Statement).Select(OutlineNode.FromStatement).ToListAsync(stop);
        if (below.Count > LevelAtMost)
            return nodes;
        var byId = nodes.ToDictionary(n => n.Id);
        foreach (var node in below)
            byId[node.ParentId!.Value].Children.Add(node);
        return nodes;
    }

    /// <summary>Counts the competencies in the nodes given and in their children.</summary>
    public static async Task CountAsync(Db db, int versionKey, IReadOnlyList<OutlineNode> nodes, CancellationToken stop = default)
    {
        var ordinals = await db.Statements
            .Where(s => s.VersionKey == versionKey && (s.Kind == StatementKind.KeyBehavior || s.Kind == StatementKind.Item))
            .OrderBy(s => s.Ordinal).Select(s => s.Ordinal).ToListAsync(stop);
        foreach (var node in nodes.SelectMany(n => n.Children.Prepend(n)))
            node.Statements = Before(ordinals, node.Ordinal + node.Size + 1) - Before(ordinals, node.Ordinal);
    }

    /// <summary>Every node in reading order, one by one.</summary>
    public static IAsyncEnumerable<OutlineNode> StreamAsync(Db db, int versionKey) => db.Statements
        .Where(s => s.VersionKey == versionKey).OrderBy(s => s.Ordinal).Select(OutlineNode.FromStatement).AsAsyncEnumerable();

    private static async Task<List<OutlineNode>> NestAsync(IQueryable<Statement> inOrder, CancellationToken stop) =>
        Nest(await inOrder.Select(OutlineNode.FromStatement).ToListAsync(stop));

    /// <summary>Puts nodes in reading order below one another, counts their competencies and returns those at the top.</summary>
    public static List<OutlineNode> Nest(IEnumerable<OutlineNode> inOrder)
    {
        var tops = new List<OutlineNode>();
        var path = new Stack<OutlineNode>();
        foreach (var node in inOrder)
        {
            while (path.TryPeek(out var last) && !node.IsWithin(last))
                path.Pop();
            (path.TryPeek(out var parent) ? parent.Children : tops).Add(node);
            path.Push(node);
            node.Statements = 0;
            if (!node.Kind.StatesCompetency())
                continue;
            foreach (var around in path)
                around.Statements++;
        }
        return tops;
    }

    private static int Before(List<int> sorted, int bound)
    {
        var at = sorted.BinarySearch(bound);
        return at < 0 ? ~at : at;
    }
}
