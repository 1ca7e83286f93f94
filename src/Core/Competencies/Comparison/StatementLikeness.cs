namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// Compares single statements by their words. How much a word tells depends on how rare it is, so all texts among which the
/// statements stand, they themselves too, are given first. Serves one thread.
/// </summary>
public sealed class StatementLikeness
{
    private readonly Dictionary<string, StatementWords> _words = [];
    private readonly LikenessRule _rule = new();

    public StatementLikeness(string language, IEnumerable<string> texts)
    {
        var vocabulary = new Vocabulary(language);
        foreach (var text in texts)
        {
            if (!_words.ContainsKey(text))
                _words.Add(text, vocabulary.Read(text));
        }
        vocabulary.Settle();
    }

    /// <summary>The score from which two statements count as one, worded differently.</summary>
    public static double Threshold => LikenessRule.Threshold;

    public Likeness Of(string left, string right) => _rule.Explain(_words[left], _words[right]);
}
