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
        if (statement is null)
            return null;
        var (previous, next) = await NeighborsAsync(db, statement, stop);
        return new(model, statement, await PathAsync(db, statement, stop), previous, next);
    }

    private static Task<Statement?> FindAsync(Db db, FrameworkVersion version, Guid id, CancellationToken stop) =>
        db.Statements.FirstOrDefaultAsync(s => s.Id == id && s.VersionKey == version.Key, stop);

    private static async Task<List<OutlineNode>> PathAsync(Db db, Statement statement, CancellationToken stop)
    {
        if (statement.ParentId is null)
            return [];
        // Two steps: joined into one, SQLite would walk the whole version.
        var above = await db.Database.SqlQuery<Guid>(
            $"""
            with recursive above (id, parent_id) as (
                select id, parent_id from competency_statements where version_key = {statement.VersionKey} and ordinal = {statement.Ordinal}
                union all
                select s.id, s.parent_id from above join competency_statements s on s.id = above.parent_id and s.version_key = {statement.VersionKey})
            select id as "Value" from above
            """).ToListAsync(stop);
        above.Remove(statement.Id);
        return await db.Statements.Where(s => EF.Parameter(above).Contains(s.Id) && s.VersionKey == statement.VersionKey)
            .OrderBy(s => s.Depth).Select(OutlineNode.FromStatement).ToListAsync(stop);
    }

    private static async Task<(OutlineNode? Previous, OutlineNode? Next)> NeighborsAsync(Db db, Statement statement, CancellationToken stop)
    {
        var (before, after) = (statement.Position - 1, statement.Position + 1);
        var found = await db.Statements
            .Where(s => s.VersionKey == statement.VersionKey && s.ParentId == statement.ParentId && (s.Position == before || s.Position == after))
            .Select(OutlineNode.FromStatement).ToListAsync(stop);
        return (found.Find(n => n.Ordinal < statement.Ordinal), found.Find(n => n.Ordinal > statement.Ordinal));
    }
}
