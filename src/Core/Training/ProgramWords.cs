using System.Globalization;
using System.Text;
using Trellis.Core.Text;

namespace Trellis.Core.Training;

/// <summary>The words by which a program is found: small letters without accents, and the beginnings that forms of a word share.</summary>
public static class ProgramWords
{
    private const int MostWords = 12;
    private const int ShortestBeginning = 3;

    /// <summary>The text that a search looks through.</summary>
    public static string Of(params ReadOnlySpan<string> texts)
    {
        var words = new StringBuilder();
        foreach (var text in texts)
            words.Append(' ').Append(Fold(text));
        return words.ToString().Trim();
    }

    /// <summary>What of a query must be found: the beginning that the forms of each telling word share, "therap" of "therapy" and "therapies".</summary>
    public static IReadOnlyList<string> Stems(string query, string language) =>
        [.. WordSplitter.Split(query).Select(w => w.In(query).ToString()).Where(w => !StopWords.Contains(w.ToLowerInvariant(), language))
            .Select(w => Beginning(Fold(w), Fold(Text.Stems.Of(w, language)))).Where(w => w.Length > 0).Distinct().Take(MostWords)];

    /// <summary>
    /// Stems end in letters that the word need not have ("therapi"), and an i at their end may be a y in another form ("pharmaci" of
    /// pharmacies); a text is looked through for what all forms begin with.
    /// </summary>
    private static string Beginning(string word, string stem)
    {
        var length = word.AsSpan().CommonPrefixLength(stem);
        if (length > ShortestBeginning && word[length - 1] == 'i')
            length--;
        return length >= ShortestBeginning ? word[..length] : word;
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.IsWhiteSpace(c) ? ' ' : char.ToLowerInvariant(c));
        }
        return folded.ToString();
    }
}
