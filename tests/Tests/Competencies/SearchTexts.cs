using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Text;

namespace Trellis.Tests.Competencies;

/// <summary>Makes small indexes in memory, whose hits are named by their texts.</summary>
internal static class SearchTexts
{
    private static int _versions;

    public static IndexedStatement Node(string text, string language = "en") => new()
    {
        Id = NameBasedId.Of(NameBasedId.UrlNamespace, text),
        Depth = 0,
        Kind = StatementKind.KeyBehavior,
        Text = LanguageText.Of(language, text),
    };

    public static StatementSegment Segment(string slug, IEnumerable<IndexedStatement> nodes, params string[] sectors)
    {
        var builder = new SegmentBuilder();
        foreach (var node in nodes)
            builder.Add(node);
        return builder.Build(new(Interlocked.Increment(ref _versions), slug, LanguageText.Of("en", slug), sectors));
    }

    public static StatementIndex Index(params string[] texts) => new([Segment("only", texts.Select(t => Node(t)))]);

    public static StatementIndex Index(params IndexedStatement[] nodes) => new([Segment("only", nodes)]);

    /// <summary>The texts of a corpus by the ids that <see cref="Node"/> gave.</summary>
    public static List<string> Texts(SearchResult result, IEnumerable<string> all)
    {
        var byId = all.Distinct().ToDictionary(t => NameBasedId.Of(NameBasedId.UrlNamespace, t));
        return [.. result.Hits.Select(h => byId[h.Id])];
    }

    public static List<string> Found(string query, params string[] texts) =>
        Texts(Index(texts).Search(new() { Text = query, PageSize = 100 }), texts);
}
