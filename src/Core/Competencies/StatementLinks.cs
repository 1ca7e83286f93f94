using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>A statement that a link leads to, in the version that readers get; the number is null where that is the current one.</summary>
public sealed record LinkedStatement(OutlineNode Node, string Slug, LanguageText Model, string? Number);

/// <summary>One link of a statement, seen from it: the other end, and the statement there if this database has it.</summary>
public sealed record StatementLink(Alignment Alignment, NodeRef Other, LinkedStatement? Statement);

/// <summary>Everything that a statement is tied to beyond its place in the tree.</summary>
public sealed record StatementLinks(
    IReadOnlyList<StatementLink> Out,
    IReadOnlyList<StatementLink> In,
    LinkedStatement? Source,
    IReadOnlyList<LinkedStatement> Derived,
    IReadOnlyList<FrameworkVersion> Versions)
{
    /// <summary>Of each kind of link so many are read; a statement of a generic model may have thousands.</summary>
    public const int AtMost = 100;

    public static async Task<StatementLinks> ReadAsync(Db db, Statement statement, CancellationToken stop = default)
    {
        var id = statement.Id.ToString("D");
        // By identifier, and put in order afterwards: a database asked for the order of the source would walk whole versions for it.
        var leaving = await db.Alignments.Where(a => a.Origin.Id == id && a.VersionKey == statement.VersionKey)
            .OrderBy(a => a.Id).Take(AtMost).ToListAsync(stop);
        var arriving = await db.Alignments.Where(a => a.Destination.Id == id)
            .Join(db.Frameworks, a => a.VersionKey, f => f.CurrentVersionKey, (a, _) => a)
            .OrderBy(a => a.Id).Take(AtMost).ToListAsync(stop);
        var taken = await db.Statements.Where(s => s.DerivedFrom == id)
            .Join(db.Frameworks, s => s.VersionKey, f => f.CurrentVersionKey, (s, _) => new { s.VersionKey, s.Ordinal, s.Id }).ToListAsync(stop);
        var derived = taken.OrderBy(t => t.VersionKey).ThenBy(t => t.Ordinal).Take(AtMost).Select(t => t.Id).ToList();
        var found = await ResolveAsync(
            db, statement.VersionKey,
            [.. leaving.Select(a => a.Destination.Id), .. arriving.Select(a => a.Origin.Id), statement.DerivedFrom, .. derived.Select(d => d.ToString())], stop);
        return new(
            [.. leaving.OrderBy(a => a.Ordinal).Select(a => new StatementLink(a, a.Destination, Get(a.Destination.Id)))],
            [.. arriving.OrderBy(a => a.VersionKey).ThenBy(a => a.Ordinal).Select(a => new StatementLink(a, a.Origin, Get(a.Origin.Id)))],
            Get(statement.DerivedFrom),
            [.. derived.Select(d => Get(d.ToString())).OfType<LinkedStatement>()],
            await VersionsAsync(db, statement, stop));

        LinkedStatement? Get(string? end) => Guid.TryParse(end, out var key) ? found.GetValueOrDefault(key) : null;
    }

    /// <summary>Finds each statement in the version at hand, else in its framework's current version, else in the newest one.</summary>
    private static async Task<Dictionary<Guid, LinkedStatement>> ResolveAsync(Db db, int versionKey, IEnumerable<string?> ends, CancellationToken stop)
    {
        var ids = ends.Select(e => Guid.TryParse(e, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        if (ids.Count == 0)
            return [];
        var rows = await db.FrameworkVersions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .Join(db.Frameworks, v => v.FrameworkKey, f => f.Key, (v, f) => new { v.Key, v.Title, v.Number, v.Sequence, f.Slug, f.CurrentVersionKey })
            .Join(db.Statements.Where(s => EF.Parameter(ids).Contains(s.Id)), v => v.Key, s => s.VersionKey, (v, s) => new { Version = v, Statement = s })
            .Select(r => new { r.Version, Node = new { r.Statement.Id, r.Statement.Kind, r.Statement.Tier, r.Statement.Notation, r.Statement.Label, r.Statement.Text } })
            .ToListAsync(stop);
        return rows.GroupBy(r => r.Node.Id).ToDictionary(g => g.Key, g =>
        {
            var best = g.OrderByDescending(r => r.Version.Key == versionKey).ThenByDescending(r => r.Version.Key == r.Version.CurrentVersionKey)
                .ThenByDescending(r => r.Version.Sequence).First();
            var node = new OutlineNode
            {
                Id = best.Node.Id,
                Kind = best.Node.Kind,
                Tier = best.Node.Tier,
                Notation = best.Node.Notation,
                Label = best.Node.Label,
                Text = best.Node.Text,
            };
            var (slug, current) = (best.Version.Slug, best.Version.Key == best.Version.CurrentVersionKey);
            return new LinkedStatement(node, slug, best.Version.Title, current ? null : best.Version.Number);
        });
    }

    private static Task<List<FrameworkVersion>> VersionsAsync(Db db, Statement statement, CancellationToken stop) => db.FrameworkVersions
        .Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
        .Join(db.Statements.Where(s => s.Id == statement.Id), v => v.Key, s => s.VersionKey, (v, _) => v)
        .OrderByDescending(v => v.Sequence).ToListAsync(stop);
}
