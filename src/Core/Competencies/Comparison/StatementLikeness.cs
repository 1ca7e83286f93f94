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

    /// <summary>The likeness of two statements that stand alone.</summary>
    public Likeness Of(string left, string right) => _rule.Explain(_words[left], _words[right]);

    /// <summary>The likeness of two statements that stand in models with these texts.</summary>
    public Likeness Of(string left, string right, IEnumerable<string> leftModel, IEnumerable<string> rightModel) => Of(left, right) with
    {
        Rival = _words[left].Normal == _words[right].Normal ? 0 : Math.Max(Rival(left, right, rightModel), Rival(right, left, leftModel)),
    };

    private double Rival(string one, string partner, IEnumerable<string> model) =>
        model.Select(t => _words[t]).Where(w => w.Normal != _words[partner].Normal).Select(w => _rule.Score(_words[one], w)).DefaultIfEmpty().Max();
}
