namespace Trellis.Interop.Comparisons;

/// <summary>Rewords an English statement as an editor might, without changing what it asks: two of these rules, chosen by the random source.</summary>
internal static class RewordingRules
{
    private static readonly string[] Clauses = [" before ", " when ", " after ", " without "];
    private static readonly string[] Endings = [" as part of the job.", " in daily work.", " whenever it is needed."];

    public static string Apply(string text, Random random)
    {
        Func<string, Random, string>[] rules = [ClauseFirst, AbleTo, DropWord, Ending, SwapLetters];
        random.Shuffle(rules);
        return rules.Take(2).Aggregate(text, (current, rule) => rule(current, random));
    }

    /// <summary>"Checks the load before moving it." becomes "Before moving it, checks the load."</summary>
    private static string ClauseFirst(string text, Random random)
    {
        foreach (var clause in Clauses)
        {
            var at = text.IndexOf(clause, StringComparison.Ordinal);
            if (at <= 0)
                continue;
            var rest = text[(at + 1)..].TrimEnd('.');
            return $"{char.ToUpperInvariant(rest[0])}{rest[1..]}, {char.ToLowerInvariant(text[0])}{text[1..at]}.";
        }
        return text;
    }

    private static string AbleTo(string text, Random random)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        return space > 2 && text[space - 1] == 's' && text[space - 2] != 's'
            ? $"Is able to {char.ToLowerInvariant(text[0])}{text[1..(space - 1)]}{text[space..]}"
            : text;
    }

    private static string DropWord(string text, Random random)
    {
        var words = text.Split(' ').ToList();
        if (words.Count > 6)
            words.RemoveAt(random.Next(2, words.Count - 1));
        return string.Join(' ', words);
    }

    private static string Ending(string text, Random random) => text.TrimEnd('.') + Endings[random.Next(Endings.Length)];

    private static string SwapLetters(string text, Random random)
    {
        var words = text.Split(' ');
        var longWords = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 9 && words[i].All(char.IsLetter)).ToList();
        if (longWords.Count == 0)
            return text;
        var at = longWords[random.Next(longWords.Count)];
        var letters = words[at].ToCharArray();
        (letters[4], letters[5]) = (letters[5], letters[4]);
        words[at] = new string(letters);
        return string.Join(' ', words);
    }
}
