using CsCheck;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;
using Xunit;
using static Trellis.Tests.Competencies.SearchTexts;

namespace Trellis.Tests.Competencies;

/// <summary>The index against a scan that reads every text for every query.</summary>
public sealed class SearchPropertyTests
{
    // Invented words, so that no two share a stem and none is near another one.
    private static readonly string[] Words = ["alpaqu", "brunkov", "cidrix", "dolmhaz", "efquun", "gorbyx"];
    private static readonly string[] Sectors = ["11", "31-33", "62"];
    private static readonly Gen<string> Word = Gen.OneOf(Words);
    private static readonly Gen<string> Text = Word.Array[1, 8].Select(w => string.Join(' ', w));

    private static readonly Gen<Doc> Docs = Gen.Select(
        Text, Gen.Int[0, 5], Gen.OneOf(StatementKind.Block, StatementKind.KeyBehavior, StatementKind.Item), Gen.Int[0, 2],
        (text, tier, kind, framework) => new Doc(text, tier == 0 ? null : tier, kind, framework));

    private static readonly Gen<Part> Parts = Gen.Select(Word.Array[1, 2], Gen.Int[0, 3], (words, sort) => new Part(words, sort == 0, sort == 1));

    private static readonly Gen<SearchFilter> Filters = Gen.Select(
        Gen.Int[0, 5], Gen.OneOf<StatementKind?>(null, StatementKind.Block, StatementKind.Item), Gen.Int[0, 3], Gen.Int[0, 3],
        (tier, kind, framework, sector) => new SearchFilter
        {
            Tier = tier == 0 ? null : tier,
            Kind = kind,
            Framework = framework == 3 ? null : Slug(framework),
            Industry = sector == 3 ? null : Sectors[sector],
        });

    [Fact]
    public void Index_FindsAndCountsWhatAScanFinds() => Gen.Select(Docs.Array[1, 40], Parts.Array[1, 4], Filters).Sample((docs, parts, filter) =>
    {
        var query = string.Join(' ', parts.Select(p => p.Text));
        var result = IndexOf(docs).Search(new() { Text = query, Filter = filter, PageSize = 1000 });
        var (scan, isSome) = Scan(docs, parts);
        var passing = scan.Where(i => Passes(docs[i], filter)).ToList();

        Assert.Equal(passing.Select(i => IdOf(i)).Order(), result.Hits.Select(h => h.Id).Order());
        Assert.Equal(passing.Count, result.Total);
        Assert.Equal(isSome, result.HasSomeWordsOnly);
        AssertFacets([.. scan.Select(i => docs[i])], filter, result.Facets);
    }, iter: 2000);

    private static void AssertFacets(List<Doc> found, SearchFilter filter, SearchFacets facets)
    {
        Assert.Equal(
            found.Where(d => d.Tier is not null && Passes(d, filter with { Tier = null })).CountBy(d => d.Tier!.Value).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)),
            facets.Tiers.Select(v => (v.Value, v.Count)));
        Assert.Equal(
            found.Where(d => Passes(d, filter with { Kind = null })).CountBy(d => d.Kind).OrderBy(c => c.Key).Select(c => (c.Key, c.Value)),
            facets.Kinds.Select(v => (v.Value, v.Count)));
        Assert.Equal(
            found.Where(d => Passes(d, filter with { Framework = null })).CountBy(d => Slug(d.Framework)).OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key, c.Value)),
            facets.Frameworks.Select(v => (v.Slug, v.Count)));
        Assert.Equal(
            found.Where(d => Passes(d, filter with { Industry = null })).CountBy(d => Sectors[d.Framework]).OrderBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => (c.Key, c.Value)),
            facets.Industries.Select(v => (v.Value, v.Count)));
    }

    private static (List<int> Found, bool IsSome) Scan(Doc[] docs, Part[] parts)
    {
        var wanted = parts.Where(p => !p.IsExcluded).SelectMany(p => p.Clauses).Distinct().ToList();
        var excluded = parts.Where(p => p.IsExcluded).Select(p => string.Join(' ', p.Words)).ToList();
        var counts = docs.Select(d => excluded.Exists(d.Has) ? 0 : wanted.Count(d.Has)).ToList();
        var best = counts.Max();
        var isSome = best > 0 && best < wanted.Count;
        var required = isSome ? Math.Min(best, (wanted.Count + 1) / 2) : wanted.Count;
        return (best == 0 ? [] : [.. Enumerable.Range(0, docs.Length).Where(i => counts[i] >= required)], isSome);
    }

    private static StatementIndex IndexOf(Doc[] docs) => new(docs.Select((d, i) => (d, i)).GroupBy(p => p.d.Framework).Select(g => Segment(
        Slug(g.Key), g.Select(p => Node(p.d.Text) with { Id = IdOf(p.i), Tier = p.d.Tier, Kind = p.d.Kind }), Sectors[g.Key])));

    private static Guid IdOf(int i) => new(i, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static string Slug(int framework) => "f" + (char)('0' + framework);

    private static bool Passes(Doc d, SearchFilter filter) =>
        (filter.Tier is null || filter.Tier == d.Tier) && (filter.Kind is null || filter.Kind == d.Kind)
        && (filter.Framework is null || filter.Framework == Slug(d.Framework)) && (filter.Industry is null || filter.Industry == Sectors[d.Framework]);

    private sealed record Doc(string Text, int? Tier, StatementKind Kind, int Framework)
    {
        public bool Has(string phrase) => $" {Text} ".Contains($" {phrase} ", StringComparison.Ordinal);
    }

    private sealed record Part(string[] Words, bool IsExcluded, bool IsPhrase)
    {
        public string Text => (IsExcluded ? "-" : "") + (IsPhrase || IsExcluded ? '"' + string.Join(' ', Words) + '"' : string.Join(' ', Words));

        public IEnumerable<string> Clauses => IsPhrase ? [string.Join(' ', Words)] : Words;
    }
}
