using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A node that says something close to a given statement: how close, 0 to 1, and by which words, the rarest first.</summary>
public sealed record Likeness(RankedNode Node, IReadOnlyList<string> SharedWords);

/// <summary>
/// Finds the nodes whose words are closest to those of a statement: the cosine of the two sets of stems, each stem weighted by how
/// rare it is. Two of its twelve rarest words must be shared. Compared in one language, English where the statement has it; headings
/// are compared with headings only.
/// </summary>
internal sealed class Similarity
{
    private const int TellingTerms = 12;
    private const int MostSharedWords = 6;
    private const float Least = 0.15f;

    private readonly StatementIndex _index;
    private readonly IndexedStatement _statement;
    private readonly char _letter;
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<(string Term, float Weight)> _terms;
    private readonly float _norm;
    private Range _range;

    public Similarity(StatementIndex index, IndexedStatement statement)
    {
        (_index, _statement) = (index, statement);
        var languages = statement.Text.Languages.ToList();
        _letter = languages.Exists(l => SearchTerm.LetterOf(l) == SearchTerm.English) ? SearchTerm.English : SearchTerm.LetterOf(languages[0]);
        AddWords(statement.Text);
        AddWords(statement.Label);
        _terms = [.. _words.Keys.Select(t => (Term: t, Weight: index.Weight(index.Frequency(t))))
            .OrderByDescending(t => t.Weight).ThenBy(t => t.Term, StringComparer.Ordinal)];
        _norm = MathF.Sqrt(_terms.Sum(t => t.Weight * t.Weight));
    }

    public List<Likeness> Run(int max)
    {
        var top = new TopHits(max);
        var scratch = new Scratch(_index);
        var first = 0;
        for (var i = 0; i < _index.Segments.Count; i++)
        {
            var segment = _index.Segments[i];
            Compare(segment, _index.WeightsOf(i), scratch.For(segment), (top, first));
            first += segment.Count;
        }
        return [.. top.Take(0, max).Select(_index.Locate).Select(node => new Likeness(node, Shared(node)))];
    }

    private void AddWords(LanguageText? text)
    {
        foreach (var (language, value) in text?.Values.AsEnumerable() ?? [])
        {
            if (SearchTerm.LetterOf(language) != _letter)
                continue;
            var composed = SearchTerm.Composed(value);
            foreach (var span in WordSplitter.Split(composed))
            {
                var word = span.In(composed).ToString().ToLowerInvariant();
                // A lone letter is what abbreviations such as "e.g." leave.
                if (span.Length > 1 && !SearchTerm.IsStopWord(word, _letter))
                    _words.TryAdd(SearchTerm.Of(word, _letter), word);
            }
        }
    }

    private void Compare(StatementSegment segment, float[] weights, Scratch scratch, (TopHits Hits, int First) top)
    {
        _range = segment.TermsOf(_letter);
        Share(segment, scratch);
        var (shared, most) = (scratch.Shared, scratch.Most);
        for (var doc = 0; doc < segment.Count; doc++)
        {
            // A node is at least as long as what it shares, so its cosine is at most this; most nodes are refused by it.
            var floor = Math.Max(Least, top.Hits.WorstScore) * _norm;
            if (shared[doc] < Math.Clamp(_terms.Count, 1, 2) || most[doc] < floor * floor || !MayBeLike(segment, doc))
                continue;
            var score = Cosine(segment, doc, weights, scratch);
            if (score >= Least)
                top.Hits.Add(0, score, top.First + doc);
        }
    }

    private void Share(StatementSegment segment, Scratch scratch)
    {
        var (shared, most) = (scratch.Shared, scratch.Most);
        for (var i = 0; i < _terms.Count; i++)
        {
            var number = segment.Find(_terms[i].Term);
            if (number < 0)
                continue;
            scratch.IsOurs[number] = true;
            var square = _terms[i].Weight * _terms[i].Weight;
            var counts = (byte)(i < TellingTerms ? 1 : 0);
            foreach (var doc in segment.Postings(number).DocSpan)
            {
                shared[doc] += counts;
                most[doc] += square;
            }
        }
    }

    private bool MayBeLike(StatementSegment segment, int doc) =>
        segment.IdOf(doc) != _statement.Id && FacetCell.KindOf(segment.Cells[doc]).StatesCompetency() == _statement.Kind.StatesCompetency();

    private float Cosine(StatementSegment segment, int doc, float[] weights, Scratch scratch)
    {
        var (isOurs, lastSeen) = (scratch.IsOurs, scratch.LastSeen);
        var (dot, norm, counts) = (0f, 0f, false);
        var (firstTerm, endTerm) = (_range.Start.Value, _range.End.Value);
        foreach (var token in segment.Tokens(doc))
        {
            if (token < 0)
            {
                counts = (SearchField)~token is SearchField.Text or SearchField.Label;
                continue;
            }
            if (!counts || lastSeen[token] == doc + 1 || token < firstTerm || token >= endTerm)
                continue;
            lastSeen[token] = doc + 1;
            var square = weights[token] * weights[token];
            norm += square;
            dot += isOurs[token] ? square : 0;
        }
        return norm == 0 ? 0 : Math.Min(1, dot / (MathF.Sqrt(norm) * _norm));
    }

    private List<string> Shared(RankedNode node)
    {
        var terms = new HashSet<string>();
        foreach (var token in node.Segment.Tokens(node.Doc))
        {
            if (token >= 0)
                terms.Add(node.Segment.Term(token));
        }
        return [.. _terms.Where(t => terms.Contains(t.Term)).Take(MostSharedWords).Select(t => _words[t.Term])];
    }

    /// <summary>What is noted down while one segment is compared; made once, because large arrays are dear to throw away.</summary>
    private sealed class Scratch(StatementIndex index)
    {
        /// <summary>For each node, how many of the most telling words it shares.</summary>
        public byte[] Shared { get; } = new byte[index.Segments.Max(s => s.Count)];

        /// <summary>For each node, at most how much weight it shares.</summary>
        public float[] Most { get; } = new float[index.Segments.Max(s => s.Count)];

        /// <summary>For each term, whether the statement has it.</summary>
        public bool[] IsOurs { get; } = new bool[index.Segments.Max(s => s.TermCount)];

        /// <summary>For each term, the last node in which it was met, plus one.</summary>
        public int[] LastSeen { get; } = new int[index.Segments.Max(s => s.TermCount)];

        public Scratch For(StatementSegment segment)
        {
            Array.Clear(Shared, 0, segment.Count);
            Array.Clear(Most, 0, segment.Count);
            Array.Clear(IsOurs, 0, segment.TermCount);
            Array.Clear(LastSeen, 0, segment.TermCount);
            return this;
        }
    }
}
