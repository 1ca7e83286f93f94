using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>A node of a model in one version, and where it stands: the nodes above it, from the top, and its neighbors.</summary>
public sealed record StatementProfile(
    Model Model, Statement Statement, IReadOnlyList<OutlineNode> Path, OutlineNode? Previous, OutlineNode? Next)
{
    /// <summary>
    /// A node of the current version, or of the one numbered. One that the current version dropped is found in the newest
    /// version that had it; null where no published version has it.
    /// </summary>
    public static async Task<StatementProfile?> ReadAsync(Db db, string name, Guid id, string? number = null, CancellationToken stop = default)
    {
        if (await ModelCatalog.FindAsync(db, name, number, stop) is not { } model)
            return null;
        var statement = await FindAsync(db, model.Version, id, stop);
        if (statement is null && number is null)
        {
            foreach (var version in await ModelCatalog.VersionsAsync(db, model.Framework, stop))
            {
                statement = await FindAsync(db, version, id, stop);
                if (statement is null)
                    continue;
                model = new(model.Framework, version);
                break;
            }
        }
        return statement is null
            ? null
            : new(model, statement, await PathAsync(db, statement, stop), await NeighborAsync(db, statement, -1, stop), await NeighborAsync(db, statement, +1, stop));
    }

    private static Task<Statement?> FindAsync(Db db, FrameworkVersion version, Guid id, CancellationToken stop) =>
        db.Statements.FirstOrDefaultAsync(s => s.Id == id && s.VersionKey == version.Key, stop);

    private static async Task<List<OutlineNode>> PathAsync(Db db, Statement statement, CancellationToken stop)
    {
        var path = new List<OutlineNode>();
        for (var above = statement.ParentId; above is { } id; above = path[^1].ParentId)
        {
            path.Add(await db.Statements.Where(s => s.Id == id && s.VersionKey == statement.VersionKey)
                .Select(OutlineNode.FromStatement).FirstAsync(stop));
        }
        path.Reverse();
        return path;
    }

    private static Task<OutlineNode?> NeighborAsync(Db db, Statement statement, int step, CancellationToken stop)
    {
        var position = statement.Position + step;
        return db.Statements.Where(s => s.VersionKey == statement.VersionKey && s.ParentId == statement.ParentId && s.Position == position)
            .Select(OutlineNode.FromStatement).FirstOrDefaultAsync(stop);
    }
}
