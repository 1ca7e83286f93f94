using System.Buffers;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>Reads the nodes of one framework version in tree order and makes its segment. For one thread, used once.</summary>
public sealed class SegmentBuilder
{
    private readonly Dictionary<char, Dictionary<string, SurfaceWord>> _surfaces = new()
    {
        [SearchTerm.English] = new(StringComparer.Ordinal),
        [SearchTerm.Spanish] = new(StringComparer.Ordinal),
        [SearchTerm.Other] = new(StringComparer.Ordinal),
    };

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly ArrayBufferWriter<int> _tokens = new(1 << 12);
    private readonly List<int> _tokenStarts = [0];
    private readonly List<Guid> _ids = [];
    private readonly List<int> _parents = [];
    private readonly List<byte> _cells = [];
    private readonly List<byte> _lengths = [];
    private readonly List<float> _factors = [];
    private readonly List<int> _path = [];

    public void Add(IndexedStatement s)
    {
        var doc = _ids.Count;
        _ids.Add(s.Id);
        var depth = Math.Min(s.Depth, _path.Count);
        _path.RemoveRange(depth, _path.Count - depth);
        _parents.Add(depth == 0 ? -1 : _path[^1]);
        _path.Add(doc);
        _cells.Add(FacetCell.Of(s.Tier, s.Kind));
        _factors.Add(Impact.FactorOf(s));
        var length = 0;
        foreach (var (language, text) in s.Text.Values)
            length = Math.Max(length, AddText(SearchField.Text, language, text));
        _lengths.Add((byte)Math.Min(length, byte.MaxValue));
        AddTexts(SearchField.Label, s.Label?.Values);
        AddTexts(SearchField.Keywords, s.Keywords?.Values.SelectMany(v => v.Value.Select(term => KeyValuePair.Create(v.Key, term))));
        AddTexts(SearchField.Notes, s.Notes?.Values);
        if (!string.IsNullOrWhiteSpace(s.Notation))
            AddNotation(s.Notation);
        _tokenStarts.Add(_tokens.WrittenCount);
    }

    public StatementSegment Build(IndexedVersion version)
    {
        var terms = _terms.Keys.ToArray();
        Array.Sort(terms, StringComparer.Ordinal);
        var ranks = new int[terms.Length];
        for (var i = 0; i < terms.Length; i++)
            ranks[_terms[terms[i]]] = i;
        var tokens = _tokens.WrittenSpan.ToArray();
        foreach (ref var token in tokens.AsSpan())
            token = token < 0 ? token : ranks[token];
        var postings = new PostingsBuilder(terms.Length, tokens, [.. _tokenStarts]);
        var (starts, docs, impacts) = postings.Build([.. _lengths], [.. _factors]);
        return new(version, new()
        {
            Terms = terms,
            Starts = starts,
            Docs = docs,
            Impacts = impacts,
            Tokens = tokens,
            TokenStarts = [.. _tokenStarts],
            Ids = [.. _ids],
            Parents = [.. _parents],
            Cells = [.. _cells],
            EmptyTerms = EmptyTerms(ranks),
            Words = [.. _surfaces.Values.SelectMany(s => s).Where(s => s.Key.All(char.IsLetter)).Select(s => new WordCount(s.Key, s.Value.Count))],
        });
    }

    private bool[] EmptyTerms(int[] ranks)
    {
        var empty = new bool[ranks.Length];
        foreach (var (letter, surfaces) in _surfaces)
        {
            foreach (var (word, surface) in surfaces)
                empty[ranks[surface.Term]] |= SearchTerm.IsStopWord(word, letter);
        }
        return empty;
    }

    private void AddTexts(SearchField field, IEnumerable<KeyValuePair<string, string>>? texts)
    {
        foreach (var (language, text) in texts ?? [])
            AddText(field, language, text);
    }

    private int AddText(SearchField field, string language, string text)
    {
        Write(~(int)field);
        var letter = SearchTerm.LetterOf(language);
        var surfaces = _surfaces[letter];
        var lookup = surfaces.GetAlternateLookup<ReadOnlySpan<char>>();
        var lower = SearchTerm.Composed(text).ToLowerInvariant();
        var words = WordSplitter.Split(lower);
        foreach (var span in words)
        {
            if (!lookup.TryGetValue(span.In(lower), out var surface))
            {
                var word = span.In(lower).ToString();
                surface = new(Number(SearchTerm.Of(word, letter)));
                surfaces.Add(word, surface);
            }
            surface.Count++;
            Write(surface.Term);
        }
        return words.Count;
    }

    private void AddNotation(string notation)
    {
        Write(~(int)SearchField.Notation);
        foreach (var span in WordSplitter.Split(notation))
            Write(Number(SearchTerm.Of(span.In(notation).ToString(), SearchTerm.Other)));
        Write(~(int)SearchField.WholeNotation);
        Write(Number(SearchTerm.OfNotation(notation)));
    }

    private void Write(int token)
    {
        _tokens.GetSpan(1)[0] = token;
        _tokens.Advance(1);
    }

    private int Number(string term)
    {
        if (!_terms.TryGetValue(term, out var number))
            _terms.Add(term, number = _terms.Count);
        return number;
    }

    private sealed class SurfaceWord(int term)
    {
        public int Term { get; } = term;

        public int Count { get; set; }
    }
}
