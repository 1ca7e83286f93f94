using System.Text;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Search;

/// <summary>
/// How job titles are read: in lower case, without accents and punctuation, apostrophes closed up ("driver's" is "drivers"), the
/// signs of C++ and C# kept.
/// </summary>
public static class TitleText
{
    /// <summary>The words of a title in their order.</summary>
    public static List<string> Words(string title)
    {
        var words = new List<string>(6);
        var word = new StringBuilder(16);
        foreach (var c in Stems.Fold(title))
        {
            if (char.IsLetterOrDigit(c))
                word.Append(char.ToLowerInvariant(c));
            else if (c is '+' or '#' && word.Length > 0 && (word.Length == 1 || word[^1] == c))
                word.Append(c);
            else if (c is not ('\'' or '’' or '.'))
                Close(word, words);
        }
        Close(word, words);
        return words;
    }

    /// <summary>The words joined by single spaces: two titles with the same normal form are the same title.</summary>
    public static string Normal(string title) => string.Join(' ', Words(title));

    /// <summary>
    /// The normal forms that a title with an addition in parentheses stands for: "Registered Nurse (RN)" is all of it, "registered
    /// nurse" and "rn". The first is the title without the addition.
    /// </summary>
    public static List<string> Forms(string title)
    {
        var open = title.IndexOf('(', StringComparison.Ordinal);
        var close = title.IndexOf(')', StringComparison.Ordinal);
        List<string> forms = open > 0 && close > open
            ? [Normal(title.Remove(open, close - open + 1)), Normal(title[(open + 1)..close]), Normal(title)]
            : [Normal(title)];
        return [.. forms.Where(f => f.Length > 0).Distinct()];
    }

    private static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
            words.Add(word.ToString());
        word.Clear();
    }
}
