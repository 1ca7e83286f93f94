using System.Collections.Frozen;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Search;

/// <summary>A stretch of a text that is marked as found, or not.</summary>
public readonly record struct TextRun(string Text, bool IsMarked);

/// <summary>Marks the words of a text that a search looked for. Pure: the runs together are the text, or its excerpt.</summary>
public static class Highlight
{
    private const int LongestWhole = 300;
    private const int BeforeFirstMark = 90;
    private const string Ellipsis = "…";

    /// <summary>The whole text in runs.</summary>
    public static List<TextRun> Runs(string text, string language, FrozenSet<string> marks)
    {
        var composed = SearchTerm.Composed(text);
        return Cut(composed, 0, composed.Length, Marked(composed, language, marks));
    }

    /// <summary>The text in runs; of a text of more than 300 characters, the part around the first mark.</summary>
    public static List<TextRun> Excerpt(string text, string language, FrozenSet<string> marks)
    {
        var composed = SearchTerm.Composed(text);
        var marked = Marked(composed, language, marks);
        if (composed.Length <= LongestWhole)
            return Cut(composed, 0, composed.Length, marked);
        var first = marked.Count == 0 ? 0 : marked[0].Start;
        var from = first <= BeforeFirstMark ? 0 : SpaceAfter(composed, first - BeforeFirstMark, first);
        var to = from + LongestWhole >= composed.Length ? composed.Length : SpaceBefore(composed, from + LongestWhole, from);
        List<TextRun> runs = [.. from > 0 ? [new(Ellipsis, false)] : Array.Empty<TextRun>(), .. Cut(composed, from, to, marked)];
        if (to < composed.Length)
            runs.Add(new(Ellipsis, false));
        return runs;
    }

    /// <summary>Whether a word of the text is one that was looked for.</summary>
    public static bool IsIn(string text, string language, FrozenSet<string> marks) =>
        Marked(SearchTerm.Composed(text), language, marks).Count > 0;

    /// <summary>The language in which to show a text: the reader's, unless only another one has the words.</summary>
    public static string LanguageFor(LanguageText text, string reader, FrozenSet<string> marks)
    {
        var usual = text.LanguageFor(reader);
        return IsIn(text.Values[usual], usual, marks)
            ? usual
            : text.Languages.FirstOrDefault(l => IsIn(text.Values[l], l, marks)) ?? usual;
    }

    private static List<WordSpan> Marked(string text, string language, FrozenSet<string> marks)
    {
        var letter = SearchTerm.LetterOf(language);
        return WordSplitter.Split(text).FindAll(span => marks.Contains(SearchTerm.Of(span.In(text).ToString(), letter)));
    }

    private static List<TextRun> Cut(string text, int from, int to, List<WordSpan> marked)
    {
        var runs = new List<TextRun>();
        var at = from;
        foreach (var span in marked.Where(m => m.Start >= from && m.End <= to))
        {
            if (span.Start > at)
                runs.Add(new(text[at..span.Start], false));
            runs.Add(new(text[span.Start..span.End], true));
            at = span.End;
        }
        if (at < to)
            runs.Add(new(text[at..to], false));
        return runs;
    }

    private static int SpaceAfter(string text, int place, int limit)
    {
        var space = text.IndexOf(' ', place);
        return space < 0 || space >= limit ? Whole(text, place) : space + 1;
    }

    private static int SpaceBefore(string text, int place, int limit)
    {
        var space = text.LastIndexOf(' ', place);
        return space <= limit ? Whole(text, place) : space;
    }

    /// <summary>Not in the middle of a character of two units.</summary>
    private static int Whole(string text, int place) => char.IsLowSurrogate(text[place]) ? place + 1 : place;
}
