using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A node that was found, with what a page needs: its framework, itself, and the nodes above it from the top down.</summary>
public sealed record SearchHit(string Slug, LanguageText ModelTitle, Statement Statement, IReadOnlyList<Statement> Path, float Score);

/// <summary>A statement close to another one, and why.</summary>
public sealed record SimilarHit
{
    public required string Slug { get; init; }
    public required LanguageText ModelTitle { get; init; }
    public required Guid StatementId { get; init; }
    public required LanguageText Text { get; init; }

    /// <summary>1 for the same words, 0 for none in common.</summary>
    public required float Score { get; init; }

    /// <summary>The words that both have, the rarest first, as the first statement writes them.</summary>
    public required IReadOnlyList<string> SharedWords { get; init; }

    /// <summary>How many further statements have the very same text.</summary>
    public required int Copies { get; init; }

    internal static SimilarHit Of(Likeness likeness, LanguageText text, int copies) => new()
    {
        Slug = likeness.Node.Segment.Version.Slug,
        ModelTitle = likeness.Node.Segment.Version.Title,
        StatementId = likeness.Node.Id,
        Text = text,
        Score = likeness.Node.Score,
        SharedWords = likeness.SharedWords,
        Copies = copies,
    };
}

/// <summary>Reads the texts of hits, and of the nodes above them.</summary>
internal static class HitRows
{
    public static async Task<List<SearchHit>> ReadAsync(Db db, IReadOnlyList<RankedNode> nodes, CancellationToken stop)
    {
        var paths = nodes.Select(PathOf).ToList();
        var ids = paths.SelectMany(p => p).Distinct().ToList();
        var rows = ids.Count == 0 ? [] : await db.Statements.Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(stop);
        var byId = rows.ToDictionary(s => (s.VersionKey, s.Id));
        return [.. nodes.Zip(paths, (node, path) =>
        {
            var (key, slug, title, _) = node.Segment.Version;
            return new SearchHit(slug, title, byId[(key, node.Id)], [.. path.SkipLast(1).Select(id => byId[(key, id)])], node.Score);
        })];
    }

    /// <summary>Only what the nodes say, by version and identifier.</summary>
    public static async Task<Dictionary<(int, Guid), LanguageText>> TextsAsync(Db db, IReadOnlyList<RankedNode> nodes, CancellationToken stop)
    {
        // As one parameter: a list spelled out would make another statement for each length of it.
        var ids = nodes.Select(n => n.Id).Distinct().ToList();
        var rows = await db.Statements.Where(s => EF.Parameter(ids).Contains(s.Id)).Select(s => new { s.VersionKey, s.Id, s.Text }).ToListAsync(stop);
        return rows.ToDictionary(r => (r.VersionKey, r.Id), r => r.Text);
    }

    private static List<Guid> PathOf(RankedNode node)
    {
        var path = new List<Guid>();
        for (var doc = node.Doc; doc >= 0; doc = node.Segment.ParentOf(doc))
            path.Add(node.Segment.IdOf(doc));
        path.Reverse();
        return path;
    }
}
