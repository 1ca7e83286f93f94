namespace Trellis.Interop.Titles;

/// <summary>Titles with one slip of the hand in a word of five letters or more; always the same for the same titles.</summary>
internal static class MistypedTitles
{
    private const int LeastLetters = 5;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    public static List<LabelledTitle> Of(IEnumerable<LabelledTitle> titles)
    {
        var random = new Random(5);
        return [.. titles.Select(t => t with { Title = Slipped(t.Title, random) })];
    }

    private static string Slipped(string title, Random random)
    {
        var words = title.Split(' ');
        int[] places = [.. Enumerable.Range(0, words.Length).Where(i => words[i].Length >= LeastLetters && words[i].All(char.IsLetter))];
        if (places.Length == 0)
            return title;
        var place = places[random.Next(places.Length)];
        var (word, at) = (words[place], random.Next(1, words[place].Length - 1));
        words[place] = random.Next(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
            2 => word[..at] + Letters[random.Next(Letters.Length)] + word[(at + 1)..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
        return string.Join(' ', words);
    }
}
