using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Trellis.Core.Text;

/// <summary>
/// The part of a word that its forms share: English and Spanish by the Snowball rules, other languages the whole word; always in
/// lower case and without accents, so that "eléctrica" and "electrica" are one. Safe for use from several threads.
/// </summary>
public static class Stems
{
    private const int MostCached = 200_000;

    [ThreadStatic]
    private static SnowballProgram? _english;

    [ThreadStatic]
    private static SnowballProgram? _spanish;

    private static readonly ConcurrentDictionary<(string Language, string Word), string> Cache = new();

    /// <param name="word">A word as it stands in a text.</param>
    /// <param name="language">A BCP 47 tag; only its language counts.</param>
    public static string Of(string word, string language)
    {
        var key = (LanguageText.Primary(language), word.ToLowerInvariant());
        if (Cache.TryGetValue(key, out var known))
            return known;
        var stem = Fold(key.Item1 switch
        {
            "en" or LanguageText.Unknown => Run(_english ??= new EnglishStemmer(), key.Item2),
            "es" => Run(_spanish ??= new SpanishStemmer(), key.Item2),
            _ => key.Item2,
        });
        if (Cache.Count < MostCached)
            Cache.TryAdd(key, stem);
        return stem;
    }

    /// <summary>Without accents and in lower case.</summary>
    public static string Fold(string word)
    {
        if (IsPlain(word))
            return word;
        var folded = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(c));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsPlain(string word)
    {
        foreach (var c in word)
        {
            if (!char.IsAscii(c) || char.IsAsciiLetterUpper(c))
                return false;
        }
        return true;
    }

    private static string Run(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }
}
