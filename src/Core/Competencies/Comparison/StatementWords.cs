namespace Trellis.Core.Competencies.Comparison;

/// <summary>One term where it stands in a text, and the share of its weight that counts there.</summary>
internal readonly record struct StatementWord(Term Term, int Start, int Length, double Share)
{
    public double Weight => Term.Weight * Share;
}

/// <summary>A statement's text cut into terms, without stop words.</summary>
internal sealed class StatementWords(string text, List<StatementWord> words, int negations, List<DeedWord> deeds)
{
    private double? _weight;

    public string Text { get; } = text;

    public List<StatementWord> Words { get; } = words;

    public Term[] Terms { get; } = [.. words.Select(w => w.Term)];

    /// <summary>How many words in it negate.</summary>
    public int Negations { get; } = negations;

    public List<DeedWord> Deeds { get; } = deeds;

    /// <summary>The words in lower case with nothing between them: two texts that differ in case or punctuation alone share it.</summary>
    public string Normal { get; } = NormalText.Of(text);

    /// <summary>What all its words tell together; known once the vocabulary is settled.</summary>
    public double Weight => _weight ??= Words.Sum(w => w.Weight);

    /// <summary>Whether this word stands right before one of the words.</summary>
    public bool IsAfter(int index, string word)
    {
        var before = Text.AsSpan(0, Words[index].Start).TrimEnd();
        return before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || before[^(word.Length + 1)] == ' ');
    }

    public string Word(int index) => Text.Substring(Words[index].Start, Words[index].Length);
}
