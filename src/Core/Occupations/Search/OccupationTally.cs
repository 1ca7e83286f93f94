namespace Trellis.Core.Occupations.Search;

/// <summary>What one occupation has gathered in a search: the sum over its texts, and the text that fits best.</summary>
internal struct OccupationScore
{
    public float Sum;
    public float Best;
    public int Texts;
    public int BestText;
    public TextSegment? BestIn;
}

/// <summary>The scores of all occupations during one search. Kept and used again, by one thread at a time.</summary>
internal sealed class OccupationTally(int occupations, int mostTexts, int mostWords)
{
    private readonly OccupationScore[] _scores = new OccupationScore[occupations];
    private readonly List<int> _touched = new(occupations);
    private readonly int[] _counted = new int[mostTexts];
    private int _segment;

    /// <summary>Working space for the words of the query.</summary>
    public TypedWord[] Typed { get; } = [.. Enumerable.Range(0, TypedWord.Most).Select(_ => new TypedWord(mostWords))];

    /// <summary>How many occupations were found.</summary>
    public int Count => _touched.Count;

    /// <summary>Whether a text begins with the words of the query, letter by letter.</summary>
    public bool HasBeginning { get; set; }

    public OccupationScore this[int occupation] => _scores[occupation];

    /// <summary>From here on the numbers of texts are those of another segment.</summary>
    public void BeginSegment()
    {
        _segment++;
        // Their words are those of the former segment.
        foreach (var word in Typed)
            word.Clear();
    }

    /// <summary>Whether a text has been counted, which is done once.</summary>
    public bool IsCounted(int text) => _counted[text] == _segment;

    public void Add(TextSegment segment, int text, float score)
    {
        _counted[text] = _segment;
        foreach (var owner in segment.OwnersOf(text))
        {
            ref var total = ref _scores[owner];
            if (total.Texts++ == 0)
                _touched.Add(owner);
            total.Sum += score;
            // The earlier of two equal texts stays: sources stand in the order of their worth.
            if (score > total.Best)
                (total.Best, total.BestText, total.BestIn) = (score, text, segment);
        }
    }

    /// <summary>The occupations with the highest sums; equal ones in the order of their codes.</summary>
    public List<int> Top(int most)
    {
        var top = new List<int>(most + 1);
        foreach (var occupation in _touched)
        {
            if (top.Count == most && !IsBefore(occupation, top[^1]))
                continue;
            var place = top.Count;
            while (place > 0 && IsBefore(occupation, top[place - 1]))
                place--;
            top.Insert(place, occupation);
            if (top.Count > most)
                top.RemoveAt(most);
        }
        return top;
    }

    public void Clear()
    {
        foreach (var occupation in _touched)
            _scores[occupation] = default;
        _touched.Clear();
        HasBeginning = false;
        foreach (var word in Typed)
            word.Clear();
    }

    private bool IsBefore(int a, int b) => _scores[a].Sum > _scores[b].Sum || (_scores[a].Sum == _scores[b].Sum && a < b);
}
