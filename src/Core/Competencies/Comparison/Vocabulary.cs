using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// All terms of the statements under comparison in one language, how much each tells, and which can stand for which. Made once for
/// a comparison: read every statement, then <see cref="Settle"/>.
/// </summary>
internal sealed class Vocabulary(string language)
{
    private const double SynonymCloseness = 0.95;
    private const double NearCloseness = 0.75;
    private const double PartCloseness = 0.6;

    /// <summary>What a word counts that stands in an example: examples differ where meanings do not.</summary>
    private const double ExampleShare = 0.4;

    /// <summary>How many statements of unknown content stand behind the rarity of a word, so that small models do not decide it alone.</summary>
    private const double Background = 150;

    private readonly Dictionary<string, Term> _byKey = [];
    private readonly List<Term> _terms = [];
    private readonly Synonyms _synonyms = Synonyms.Of(language);
    private int _statements;

    public string Language { get; } = language;

    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Cuts a text into terms. <see cref="Settle"/> must follow before texts are compared.</summary>
    public StatementWords Read(string text)
    {
        var spans = WordSplitter.Split(text);
        var stems = spans.ConvertAll(s => _synonyms.Stem(text.Substring(s.Start, s.Length)));
        var words = new List<StatementWord>(spans.Count);
        var examples = ExampleSpan.In(text);
        var negations = 0;
        for (var i = 0; i < spans.Count;)
        {
            var length = PhraseLength(stems, i);
            if (length == 1 && _synonyms.Negates(stems[i]))
                negations++;
            else if (length > 1 || !StopWords.Contains(stems[i], Language) && !StopWords.Contains(text.Substring(spans[i].Start, spans[i].Length).ToLowerInvariant(), Language))
                words.Add(new(Intern(stems, i, length), spans[i].Start, spans[i + length - 1].End - spans[i].Start, examples.Covers(spans[i].Start) ? ExampleShare : 1));
            i += length;
        }
        _statements++;
        foreach (var term in words.Select(w => w.Term).Distinct())
            term.Statements++;
        return new(text, words, negations, DeedWord.In(text, spans, words, Language));
    }

    /// <summary>Weighs every term and links those that can stand for one another.</summary>
    public void Settle()
    {
        foreach (var term in _terms)
            term.Weight = Weight(term);
        LinkSynonyms();
        LinkPhraseParts();
        LinkSpellings();
    }

    private double Weight(Term term)
    {
        var rarity = Math.Log(1 + ((double)_statements / Math.Max(1, term.Statements))) / Math.Log(1 + _statements);
        var mixed = (rarity * _statements + Background) / (_statements + Background);
        return mixed * CommonWords.Weight(term.Key, Language);
    }

    private int PhraseLength(List<string> stems, int start)
    {
        if (!_synonyms.StartsPhrase(stems[start]))
            return 1;
        for (var length = Math.Min(_synonyms.LongestPhrase, stems.Count - start); length > 1; length--)
        {
            if (_synonyms.Senses(string.Join(' ', stems.GetRange(start, length))).Count > 0)
                return length;
        }
        return 1;
    }

    private Term Intern(List<string> stems, int start, int length)
    {
        var key = length == 1 ? stems[start] : string.Join(' ', stems.GetRange(start, length));
        if (_byKey.TryGetValue(key, out var term))
            return term;
        term = new(_terms.Count, key, _synonyms.Senses(key));
        _terms.Add(term);
        _byKey.Add(key, term);
        return term;
    }

    private void LinkSynonyms()
    {
        var members = _terms.SelectMany(t => t.Senses.Where(s => s.Sense != Sense.Opposite).Select(s => (s.Group, s.Sense, Term: t)))
            .GroupBy(m => (m.Group, m.Sense));
        foreach (var group in members)
        {
            var closeness = group.Key.Sense == Sense.Same ? new RelatedTerm(SynonymCloseness, MatchedBy.Synonym) : new(NearCloseness, MatchedBy.NearMeaning);
            var terms = group.Select(m => m.Term).Distinct().ToList();
            foreach (var a in terms)
            {
                foreach (var b in terms.Where(b => b != a))
                    Link(a, b, closeness);
            }
        }
    }

    /// <summary>"Protective gear" and "gear": a phrase and one of its words.</summary>
    private void LinkPhraseParts()
    {
        foreach (var phrase in _terms.Where(t => t.IsPhrase))
        {
            foreach (var part in phrase.Key.Split(' '))
            {
                if (StopWords.Contains(part, Language) || !_byKey.TryGetValue(part, out var word))
                    continue;
                Link(phrase, word, new(PartCloseness, MatchedBy.PartOfPhrase));
                Link(word, phrase, new(PartCloseness, MatchedBy.PartOfPhrase));
            }
        }
    }

    private void LinkSpellings()
    {
        foreach (var bucket in _terms.Where(t => SimilarSpelling.CanBeCompared(t.Key)).GroupBy(t => t.Key[..3]))
        {
            var terms = bucket.ToList();
            for (var i = 0; i < terms.Count; i++)
            {
                for (var j = i + 1; j < terms.Count; j++)
                {
                    if (SimilarSpelling.Closeness(terms[i].Key, terms[j].Key) is not (> 0 and var closeness))
                        continue;
                    Link(terms[i], terms[j], new(closeness, MatchedBy.Spelling));
                    Link(terms[j], terms[i], new(closeness, MatchedBy.Spelling));
                }
            }
        }
    }

    private static void Link(Term from, Term to, RelatedTerm how)
    {
        if (!from.Related.TryGetValue(to.Index, out var known) || known.Closeness < how.Closeness)
            from.Related[to.Index] = how;
    }
}
