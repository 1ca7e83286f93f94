using System.Collections.Frozen;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Comparison;

/// <summary>
/// The word that says what is done, "checks" in "Checks the valve before use" and in "Before use, checks the valve". Found in English
/// statements in the third person only; where a clause stands first, any comma may end it, so a statement can have several.
/// </summary>
/// <param name="Index">Which of the words of the statement it is, -1 where it is a stop word.</param>
/// <param name="IsLight">Whether the deed is told by another word, as in "performs an inspection".</param>
internal readonly record struct DeedWord(int Index, bool IsLight)
{
    private static readonly FrozenSet<string> Openings =
        FrozenSet.ToFrozenSet(["after", "before", "despite", "during", "if", "once", "unless", "until", "when", "whenever", "where", "while"]);

    private static readonly FrozenSet<string> Passed = FrozenSet.ToFrozenSet(["and", "never", "not", "or"]);
    private static readonly FrozenSet<string> Light = FrozenSet.ToFrozenSet(["carries", "conducts", "does", "has", "keeps", "makes", "performs", "puts", "uses"]);

    public static List<DeedWord> In(string text, List<WordSpan> spans, List<StatementWord> words, string language)
    {
        var deeds = new List<DeedWord>();
        if (spans.Count == 0 || LanguageText.Primary(language) is not ("en" or LanguageText.Unknown))
            return deeds;
        if (!Openings.Contains(Lower(text, spans[0])) && !text.StartsWith("As soon as ", StringComparison.OrdinalIgnoreCase))
        {
            Add(text, spans, 0, words, deeds);
        }
        else
        {
            for (var i = 1; i < spans.Count; i++)
            {
                if (text.AsSpan(spans[i - 1].End, spans[i].Start - spans[i - 1].End).Contains(','))
                    Add(text, spans, i, words, deeds);
            }
        }
        return deeds;
    }

    private static void Add(string text, List<WordSpan> spans, int first, List<StatementWord> words, List<DeedWord> deeds)
    {
        var negated = false;
        for (var i = first; i < spans.Count; i++)
        {
            var word = Lower(text, spans[i]);
            if (word == "does" && i + 1 < spans.Count && Lower(text, spans[i + 1]) == "not")
            {
                negated = true;
            }
            else if (!Passed.Contains(word) && !word.EndsWith("ly", StringComparison.Ordinal))
            {
                var start = spans[i].Start;
                if (negated || (word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal)))
                    deeds.Add(new(words.FindIndex(w => w.Start <= start && start < w.Start + w.Length), Light.Contains(word)));
                return;
            }
        }
    }

    private static string Lower(string text, WordSpan span) => text.Substring(span.Start, span.Length).ToLowerInvariant();
}
