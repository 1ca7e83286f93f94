using System.Globalization;

namespace Trellis.Core.Text;

/// <summary>Where a word stands in a text, in UTF-16 units.</summary>
public readonly record struct WordSpan(int Start, int Length)
{
    public int End => Start + Length;

    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);
}

/// <summary>
/// Cuts a text into words: runs of letters, marks and digits. A dot between digits stays inside (1910.147), as do the signs that
/// make a name (C++, C#); hyphens, slashes and apostrophes divide, and a possessive s is no word.
/// </summary>
public static class WordSplitter
{
    public static List<WordSpan> Split(string text)
    {
        var words = new List<WordSpan>(text.Length / 6);
        for (var i = 0; i < text.Length;)
        {
            if (!IsWordCharacter(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (IsWordCharacter(text[i]) || JoinsDigits(text, i)))
                i++;
            if (i - start == 1 && char.IsAsciiLetter(text[start]))
                i = PastNameSigns(text, i);
            if (!IsPossessive(text, start, i))
                words.Add(new(start, i - start));
        }
        return words;
    }

    private static bool IsWordCharacter(char c) =>
        char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Surrogate;

    private static bool JoinsDigits(string text, int i) =>
        text[i] is '.' or ',' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]);

    private static int PastNameSigns(string text, int i)
    {
        while (i < text.Length && text[i] is '+' or '#')
            i++;
        return i;
    }

    private static bool IsPossessive(string text, int start, int end) =>
        end - start == 1 && text[start] is 's' or 'S' && start > 1 && text[start - 1] is '\'' or '’' && char.IsLetter(text[start - 2]);
}
