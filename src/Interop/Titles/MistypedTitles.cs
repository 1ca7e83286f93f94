namespace Trellis.Interop.Titles;

/// <summary>Titles with one slip of the hand in a word of five letters or more; always the same for the same titles.</summary>
public static class MistypedTitles
{
    private const int LeastLetters = 5;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static List<LabelledTitle> Of(IEnumerable<LabelledTitle> titles)
    {
        var random = new Random(5);
        return [.. titles.Select(t => t with { Title = Mistyped(t.Title, random) })];
    }

    private static string Mistyped(string title, Random random)
    {
        var words = title.Split(' ');
        int[] places = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Length >= LeastLetters && words[i].All(char.IsLetter))];
        if (places.Length == 0)
            return title;
        var place = places[random.Next(places.Length)];
        words[place] = Slipped(words[place], random, random.Next(1, words[place].Length - 1));
        return string.Join(' ', words);
    }

    /// <summary>A text with one slip at a place: a letter left out, added or changed, or two neighbors swapped.</summary>
    public static string Slipped(string text, Random random, int at) => random.Next(4) switch
    {
        0 => text.Remove(at, 1),
        1 => text.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
        2 => text[..at] + Letters[random.Next(Letters.Length)] + text[(at + 1)..],
        _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
    };
}
