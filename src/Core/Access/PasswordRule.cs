using System.Globalization;
using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Access;

/// <summary>
/// What a password must be, after NIST SP 800-63B: long enough and none that others guess first. It may hold anything, needs no
/// sort of character, and never runs out. Refused are those made only of common words, runs of the keyboard or the alphabet, repeats, years and digits,
/// and those that hold the person's name or address.
/// </summary>
public static class PasswordRule
{
    public const int Shortest = 12;
    public const int Longest = 200;

    /// <summary>So many characters must be left when everything that others guess is taken away.</summary>
    private const int FewestOwn = 4;

    /// <summary>Shorter parts of a name stand in too many words.</summary>
    private const int ShortestNamePart = 4;

    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm"];

    private static readonly Lazy<string[]> Words = new(() => [.. ReferenceLines.Of("common-passwords.csv").Select(l => l[0])
        .OrderByDescending(l => l.Length).ThenBy(l => l, StringComparer.Ordinal)]);

    /// <summary>Why the password is refused; null where it is good.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="personal">Name and e-mail address of the person.</param>
    public static Problem? Fault(string password, params string?[] personal)
    {
        if (password.EnumerateRunes().Count() < Shortest)
            return Problem.Rejected("password-short", "password", "A password has at least {0} characters. Four words that do not belong together are easy to keep in mind.", $"{Shortest}");
        if (password.Length > Longest)
            return Problem.Rejected("password-long", "password", "A password has at most {0} characters.", $"{Longest}");
        var plain = Plain(password);
        if (personal.OfType<string>().SelectMany(Parts).Any(part => plain.Contains(part, StringComparison.Ordinal)))
            return Problem.Rejected("password-personal", "password", "The password holds your name or e-mail address. Others would try that first.");
        if (Own(plain) < FewestOwn)
            return Problem.Rejected("password-common", "password", "The password is one of those that others try first: common words, keys in a row, repeats or years. Choose one that only you would think of.");
        return null;
    }

    /// <summary>Lower case without accents, with the usual disguises undone.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
        {
            plain.Append(c switch
            {
                '@' => 'a',
                '$' => 's',
                '!' => 'i',
                _ => char.ToLowerInvariant(c),
            });
        }
        return plain.ToString();
    }

    private static IEnumerable<string> Parts(string text) =>
        Plain(text.Replace('@', ' ')).Split([' ', '.', '-', '_', '+', ','], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Length >= ShortestNamePart);

    /// <summary>How many different characters are left that nobody would guess.</summary>
    private static int Own(string plain)
    {
        var left = plain;
        foreach (var word in Words.Value)
            left = left.Replace(word, " ", StringComparison.Ordinal).Replace(Disguised(word), " ", StringComparison.Ordinal);
        left = string.Concat(left.Where((c, i) => !IsInRun(left, i)));
        return left.Where(char.IsLetter).Distinct().Count();
    }

    private static string Disguised(string word) => word.Replace('o', '0').Replace('e', '3').Replace('l', '1');

    /// <summary>Whether the character and its neighbors are three in a row on the keyboard or in the alphabet, either way, or the same.</summary>
    private static bool IsInRun(string text, int at)
    {
        for (var start = Math.Max(0, at - 2); start <= at && start + 3 <= text.Length; start++)
        {
            var three = text.Substring(start, 3);
            var back = string.Concat(three.Reverse());
            if ((three[0] == three[1] && three[1] == three[2]) || Array.Exists(Runs, r => r.Contains(three, StringComparison.Ordinal) || r.Contains(back, StringComparison.Ordinal)))
                return true;
        }
        return false;
    }
}
