using System.Collections.Frozen;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// A job title as the coder reads it: short forms with one meaning written out, words that say nothing about the work ("seasonal",
/// "II") left out, each word with its stem, and the word that names the worker ("director" in "director of nursing").
/// </summary>
internal sealed class ParsedTitle
{
    private static readonly FrozenSet<string> Joints = new[] { "of", "for", "in", "to", "with", "at", "on", "and" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Empty =
        new[] { "a", "an", "and", "the", "of", "in", "for", "or", "to", "with", "on", "at", "by", "from", "as" }.ToFrozenSet(StringComparer.Ordinal);

    private ParsedTitle(List<string> words, string head) =>
        (Words, Stems, Head) = (words, words.ConvertAll(w => Core.Text.Stems.Of(w, "en")), Core.Text.Stems.Of(head, "en"));

    /// <summary>The words that count, in their order.</summary>
    public List<string> Words { get; }

    public List<string> Stems { get; }

    /// <summary>The stem of the word that names the worker.</summary>
    public string Head { get; }

    public static ParsedTitle Of(string title, TitleAbbreviations abbreviations)
    {
        var all = Written(TitleText.Words(title), abbreviations);
        // "Cook, Restaurant" and "Nurse (Night)" name the worker first.
        var cut = title.AsSpan().IndexOfAny(',', '(', '/');
        var first = cut > 0 ? Written(TitleText.Words(title[..cut]), abbreviations) : all;
        var joint = first.FindIndex(1 < first.Count ? 1 : 0, Joints.Contains);
        var head = joint > 0 ? first[joint - 1] : first.Count > 0 ? first[^1] : "";
        return new(all.FindAll(w => !Empty.Contains(w)), head);
    }

    /// <summary>Words of running text, such as a description of duties: it has no word that names the worker.</summary>
    public static ParsedTitle OfText(string text) => new(TitleText.Words(text).FindAll(w => !Empty.Contains(w)), "");

    /// <summary>The same title with some words replaced.</summary>
    public ParsedTitle With(Func<string, string> replace)
    {
        var words = Words.ConvertAll(w => replace(w));
        if (words.SequenceEqual(Words))
            return this;
        var head = Stems.LastIndexOf(Head);
        return new(words, head < 0 ? "" : words[head]);
    }

    private static List<string> Written(List<string> words, TitleAbbreviations abbreviations)
    {
        var written = new List<string>(words.Count + 2);
        foreach (var word in words)
        {
            if (abbreviations.IsEmpty(word))
                continue;
            if (abbreviations.OnlyMeaningOf(word) is { } meaning)
                written.AddRange(meaning);
            else
                written.Add(word);
        }
        return written.Count > 0 ? written : words;
    }
}
