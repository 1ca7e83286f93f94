using System.Collections.Concurrent;

namespace Trellis.Core.Occupations.Search;

/// <summary>
/// Finds occupations from whatever a person types: a title or its beginning, with slips of the hand, in any order of words, short
/// and everyday names, codes, software, tools and tasks. Holds the texts of one release and never changes; safe for several
/// threads. docs/formulas.md, "Occupation search".
/// </summary>
public sealed class OccupationSearch
{
    /// <summary>More hits than this are never given.</summary>
    public const int Most = 50;

    /// <summary>With this many occupations found, further ways of reading the text are not tried.</summary>
    private const int Enough = 10;

    /// <summary>With fewer than this, titles do not tell, and what its workers use and do is looked at.</summary>
    private const int Few = 4;

    /// <summary>A slip in a shorter word makes another word too easily.</summary>
    private const int LeastForSlip = 4;

    private const float Meaning = 0.9f;
    private const float OtherSpacing = 0.5f;
    private const float WordLeftOut = 0.2f;

    private readonly Occupation[] _occupations;
    private readonly TextSegment _titles;
    private readonly TextSegment _technologies;
    private readonly TextSegment _tasks;
    private readonly OccupationCodes _codes;
    private readonly TitleAbbreviations _abbreviations;
    private readonly ShortAnswers _short;
    private readonly ConcurrentBag<OccupationTally> _tallies = [];

    private OccupationSearch(OccupationTexts texts, TitleAbbreviations abbreviations)
    {
        var sources = new SearchSources(texts);
        (_occupations, _abbreviations, _codes) = (sources.Occupations, abbreviations, new(sources.Occupations));
        (_titles, _technologies, _tasks) = (new(sources.Titles()), new(sources.Technologies()), new(sources.Tasks()));
        _short = new(_titles, word => Rank([word], Most));
    }

    public static OccupationSearch Empty { get; } = Of(OccupationTexts.None);

    /// <summary>How many occupations can be found.</summary>
    public int Count => _occupations.Length;

    public static OccupationSearch Of(OccupationTexts texts, TitleAbbreviations? abbreviations = null) =>
        new(texts, abbreviations ?? TitleAbbreviations.Shipped);

    /// <summary>The occupations that a text may mean, best first, each once.</summary>
    /// <param name="text">What a person has typed so far; the last word may be unfinished.</param>
    /// <param name="most">How many to give.</param>
    public IReadOnlyList<OccupationHit> Find(string text, int most = 10)
    {
        most = Math.Clamp(most, 1, Most);
        if (_codes.Find(text, most) is { } coded)
            return coded;
        var words = TitleText.Words(text);
        if (words.Count > TypedWord.Most)
            words.RemoveRange(TypedWord.Most, words.Count - TypedWord.Most);
        if (words.Count == 1 && _short.Of(words[0]) is { } known)
            return known.Count > most ? [.. known.Take(most)] : known;
        return words.Count == 0 ? [] : Rank(words, most);
    }

    private List<OccupationHit> Rank(List<string> words, int most)
    {
        if (!_tallies.TryTake(out var tally))
        {
            TextSegment[] segments = [_titles, _technologies, _tasks];
            tally = new(_occupations.Length, segments.Max(s => s.Count), segments.Max(s => s.Trie.Count));
        }
        CountTitles(tally, words);
        if (tally.Count < Few)
            CountOthers(tally, words);
        if (tally.Count == 0)
            CountWithoutAWord(tally, words);
        var hits = tally.Top(most).ConvertAll(o => HitOf(o, tally[o]));
        tally.Clear();
        _tallies.Add(tally);
        return hits;
    }

    private void CountTitles(OccupationTally tally, List<string> words)
    {
        tally.BeginSegment();
        foreach (var meant in _abbreviations.Expand(words))
            CountTexts(_titles, tally, meant, Meaning);
        // The words as typed come last, so that they are still in their places when slips are looked for.
        CountTexts(_titles, tally, words, 1);
        if (tally.Count >= Enough || tally.HasBeginning)
            return;
        CountNear(_titles, tally, words.Count, LeastForSlip);
        if (tally.Count == 0 && words.Count > 1)
            CountNear(_titles, tally, words.Count, 2);
        if (tally.Count < Few)
        {
            foreach (var spaced in WordSpacing.Others(words, _titles.Trie))
                CountTexts(_titles, tally, spaced, OtherSpacing);
        }
    }

    /// <summary>Titles that have all words but one, for want of better.</summary>
    private void CountWithoutAWord(OccupationTally tally, List<string> words)
    {
        tally.BeginSegment();
        for (var left = 0; words.Count > 1 && left < words.Count; left++)
            CountTexts(_titles, tally, [.. words.Where((_, i) => i != left)], WordLeftOut);
    }

    private void CountOthers(OccupationTally tally, List<string> words)
    {
        // Where a title begins so, tasks that happen to hold the words would only add noise.
        foreach (var segment in tally.HasBeginning ? (ReadOnlySpan<TextSegment>)[_technologies] : [_technologies, _tasks])
        {
            tally.BeginSegment();
            CountTexts(segment, tally, words, 1);
            if (tally.Count == 0)
                CountNear(segment, tally, words.Count, LeastForSlip);
        }
    }

    private static void CountTexts(TextSegment segment, OccupationTally tally, List<string> words, float weight)
    {
        var typed = tally.Typed.AsSpan(0, Math.Min(words.Count, TypedWord.Most));
        for (var i = 0; i < typed.Length; i++)
            typed[i].Look(words[i], segment);
        SegmentSearch.Count(segment, tally, typed, weight);
    }

    private static void CountNear(TextSegment segment, OccupationTally tally, int words, int leastLetters)
    {
        var typed = tally.Typed.AsSpan(0, words);
        foreach (var word in typed)
            word.LookNear(segment, leastLetters);
        SegmentSearch.Count(segment, tally, typed, 1);
    }

    private OccupationHit HitOf(int occupation, OccupationScore score) => new()
    {
        Code = _occupations[occupation].Code,
        Title = _occupations[occupation].Title,
        Kind = score.BestIn!.Kinds[score.BestText],
        Found = score.BestIn.Texts[score.BestText],
        Texts = score.Texts,
        Score = score.Sum,
    };
}
