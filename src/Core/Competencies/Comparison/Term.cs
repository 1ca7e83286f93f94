using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>A word, by its stem, or a phrase of the table of synonyms, as the compared statements use it.</summary>
internal sealed class Term(int index, string key, IReadOnlyList<SenseOf> senses)
{
    public int Index { get; } = index;

    /// <summary>The stem, or the stems of a phrase joined by spaces.</summary>
    public string Key { get; } = key;

    public IReadOnlyList<SenseOf> Senses { get; } = senses;

    public bool IsNumber => char.IsAsciiDigit(Key[0]);

    public bool IsPhrase => Key.Contains(' ', StringComparison.Ordinal);

    /// <summary>In how many of the compared statements it stands.</summary>
    public int Statements { get; set; }

    /// <summary>How much it tells, 0 to 1.</summary>
    public double Weight { get; set; }

    /// <summary>Terms that can stand for it, with their closeness; not itself.</summary>
    public Dictionary<int, RelatedTerm> Related { get; } = [];

    /// <summary>Whether the two mean the contrary of one another.</summary>
    public bool IsOppositeOf(Term other)
    {
        foreach (var sense in Senses)
        {
            if (sense.Sense != Sense.Opposite)
                continue;
            foreach (var otherSense in other.Senses)
            {
                if (otherSense.Group == sense.Group && otherSense.Side != sense.Side)
                    return true;
            }
        }
        return false;
    }
}

/// <summary>How close two different terms are, and by what.</summary>
internal readonly record struct RelatedTerm(double Closeness, MatchedBy By);

/// <summary>Why two words count as matching.</summary>
public enum MatchedBy
{
    SameWord,
    Synonym,
    NearMeaning,
    Spelling,
    PartOfPhrase,
}
