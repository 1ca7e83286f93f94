using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// How many years of school a text asks of its reader, by the length of its words and sentences: docs/formulas.md, "Reading
/// level". Grades of the United States, 0 to 20; null for texts of fewer than ten words and in languages other than English and
/// Spanish. Pure.
/// </summary>
public static class ReadingLevel
{
    private const int FewestWords = 10;
    private const double Highest = 20;

    public static double? Of(string text, string language)
    {
        var words = WordSplitter.Split(text).ConvertAll(w => text.Substring(w.Start, w.Length));
        if (words.Count < FewestWords)
            return null;
        double perSentence = (double)words.Count / Sentences(text);
        return LanguageText.Primary(language) switch
        {
            "en" => Grade(0.39 * perSentence + 11.8 * words.Sum(EnglishSyllables) / words.Count - 15.59),
            // The ease of a Spanish text, 0 to 100, laid on grades so that 60 is grade 8 as in the English scale.
            "es" => Grade((140 - (206.835 - 62.3 * words.Sum(SpanishSyllables) / words.Count - perSentence)) / 10),
            _ => null,
        };
    }

    private static double Grade(double value) => Math.Round(Math.Clamp(value, 0, Highest), 1, MidpointRounding.AwayFromZero);

    private static int Sentences(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '!' or '?' && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
                count++;
        }
        return text.TrimEnd().EndsWith('.') || text.TrimEnd().EndsWith('!') || text.TrimEnd().EndsWith('?') ? Math.Max(1, count) : count + 1;
    }

    /// <summary>Runs of vowels, without a silent "e" at the end; at least one.</summary>
    internal static int EnglishSyllables(string word)
    {
        var letters = word.ToLowerInvariant();
        var count = Runs(letters, "aeiouy");
        if (count > 1 && letters.EndsWith('e') && !(letters.EndsWith("le", StringComparison.Ordinal) && letters.Length > 2 && !"aeiouy".Contains(letters[^3], StringComparison.Ordinal)))
            count--;
        return Math.Max(1, count);
    }

    /// <summary>Runs of vowels; two strong vowels side by side, or a weak one with an accent beside a vowel, are two.</summary>
    internal static int SpanishSyllables(string word)
    {
        const string Strong = "aeoáéó";
        const string Accented = "íú";
        var letters = word.ToLowerInvariant().Replace("qu", "q", StringComparison.Ordinal);
        var count = Runs(letters, "aeiouáéíóúü");
        for (var i = 1; i < letters.Length; i++)
        {
            var (one, two) = (letters[i - 1], letters[i]);
            var bothStrong = Strong.Contains(one, StringComparison.Ordinal) && Strong.Contains(two, StringComparison.Ordinal);
            var hiatus = (Accented.Contains(one, StringComparison.Ordinal) && Strong.Contains(two, StringComparison.Ordinal))
                || (Strong.Contains(one, StringComparison.Ordinal) && Accented.Contains(two, StringComparison.Ordinal));
            if (bothStrong || hiatus)
                count++;
        }
        return Math.Max(1, count);
    }

    private static int Runs(string letters, string vowels)
    {
        var count = 0;
        for (var i = 0; i < letters.Length; i++)
        {
            if (vowels.Contains(letters[i], StringComparison.Ordinal) && (i == 0 || !vowels.Contains(letters[i - 1], StringComparison.Ordinal)))
                count++;
        }
        return count;
    }
}
