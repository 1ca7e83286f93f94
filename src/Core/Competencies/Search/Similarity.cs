using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A node that says something close to a given statement: how close, 0 to 1, and by which words, the rarest first.</summary>
public sealed record Likeness(RankedNode Node, IReadOnlyList<string> SharedWords);

/// <summary>
/// Finds the nodes whose words are closest to those of a statement: the cosine of the two sets of stems, each stem weighted by how
/// rare it is. Compared in one language, English where the statement has it. Headings are compared with headings only.
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
        var first = 0;
        for (var i = 0; i < _index.Segments.Count; i++)
        {
            var segment = _index.Segments[i];
            Compare(segment, _index.WeightsOf(i), (doc, score) => top.Add(0, score, first + doc));
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
                if (!SearchTerm.IsStopWord(word, _letter))
                    _words.TryAdd(SearchTerm.Of(word, _letter), word);
            }
        }
    }

    private void Compare(StatementSegment segment, float[] weights, Action<int, float> add)
    {
        _range = segment.TermsOf(_letter);
        var isOurs = new bool[segment.TermCount];
        foreach (var (term, _) in _terms)
        {
            if (segment.Find(term) is >= 0 and var number)
                isOurs[number] = true;
        }
        var lastSeen = new int[segment.TermCount];
        foreach (var doc in Candidates(segment))
        {
            if (segment.IdOf(doc) == _statement.Id || FacetCell.KindOf(segment.Cells[doc]).StatesCompetency() != _statement.Kind.StatesCompetency())
                continue;
            var score = Cosine(segment, doc, weights, isOurs, lastSeen);
            if (score >= Least)
                add(doc, score);
        }
    }

    /// <summary>Nodes that share at least two of the most telling words, or the only one.</summary>
    private List<int> Candidates(StatementSegment segment)
    {
        var shared = new byte[segment.Count];
        foreach (var (term, _) in _terms.Take(TellingTerms))
        {
            var number = segment.Find(term);
            foreach (var doc in (number < 0 ? Matches.None : segment.Postings(number)).DocSpan)
                shared[doc]++;
        }
        var candidates = new List<int>();
        for (var doc = 0; doc < shared.Length; doc++)
        {
            if (shared[doc] >= Math.Clamp(_terms.Count, 1, 2))
                candidates.Add(doc);
        }
        return candidates;
    }

    private float Cosine(StatementSegment segment, int doc, float[] weights, bool[] isOurs, int[] lastSeen)
    {
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
}
