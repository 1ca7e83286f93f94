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

    /// <summary>Nodes are looked at that have one of the rarest words, of so many as together occur this often.</summary>
    private const int MostPostings = 2_000;

    private readonly StatementIndex _index;
    private readonly IndexedStatement _statement;
    private readonly char _letter;
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly List<(string Term, float Weight)> _terms;
    private readonly float _norm;
    private Range _range;

    /// <summary>Marks of a word that the statement has: one of its rarest, or another.</summary>
    private const byte Telling = 2;
    private const byte Plain = 1;

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
        var leading = LeadingTerms();
        var scratch = _index.RentScratch();
        for (var i = 0; i < _index.Segments.Count; i++)
        {
            var segment = _index.Segments[i];
            Mark(segment, leading, scratch);
            Compare(segment, _index.WeightsOf(i), scratch, (top, first));
            first += segment.Count;
        }
        _index.Return(scratch);
        return [.. top.Take(0, max).Select(_index.Locate).Select(node => new Likeness(node, Shared(node)))];
    }

    /// <summary>How many of the rarest words lead to the nodes that are looked at: at least one, more while they stay rare together.</summary>
    private int LeadingTerms()
    {
        var postings = 0;
        var leading = 0;
        while (leading < Math.Min(_terms.Count, TellingTerms))
        {
            postings += _index.Frequency(_terms[leading].Term);
            if (leading > 0 && postings > MostPostings)
                break;
            leading++;
        }
        return leading;
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

    /// <summary>Marks the words of the statement in a segment, and the nodes that have one of the leading words.</summary>
    private void Mark(StatementSegment segment, int leading, SimilarityScratch scratch)
    {
        scratch.Clear(segment);
        _range = segment.TermsOf(_letter);
        for (var i = 0; i < _terms.Count; i++)
        {
            var number = segment.Find(_terms[i].Term);
            if (number < 0)
                continue;
            scratch.Ours[number] = i < TellingTerms ? Telling : Plain;
            if (i < leading)
                scratch.Touch(segment.Postings(number).DocSpan);
        }
    }

    private void Compare(StatementSegment segment, float[] weights, SimilarityScratch scratch, (TopHits Hits, int First) top)
    {
        foreach (var doc in scratch.Touched)
        {
            if (!MayBeLike(segment, doc))
                continue;
            var score = Cosine(segment, doc, weights, scratch);
            if (score >= Least)
                top.Hits.Add(0, score, top.First + doc);
        }
    }

    private bool MayBeLike(StatementSegment segment, int doc) =>
        segment.IdOf(doc) != _statement.Id && FacetCell.KindOf(segment.Cells[doc]).StatesCompetency() == _statement.Kind.StatesCompetency();

    /// <summary>The closeness of a node, or 0 where it shares too few of the telling words.</summary>
    private float Cosine(StatementSegment segment, int doc, float[] weights, SimilarityScratch scratch)
    {
        var (ours, lastSeen) = (scratch.Ours, scratch.LastSeen);
        var (dot, norm, counts, telling) = (0f, 0f, false, 0);
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
            if (ours[token] == 0)
                continue;
            dot += square;
            telling += ours[token] == Telling ? 1 : 0;
        }
        return norm == 0 || telling < Math.Clamp(_terms.Count, 1, 2) ? 0 : Math.Min(1, dot / (MathF.Sqrt(norm) * _norm));
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
