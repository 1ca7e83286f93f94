using System.Collections.Frozen;

namespace Trellis.Core.Text;

/// <summary>How the words of a group in the table of synonyms stand to one another.</summary>
public enum Sense
{
    /// <summary>They can stand for one another.</summary>
    Same,

    /// <summary>They often stand for one another, but not always.</summary>
    Near,

    /// <summary>Those on one side mean the contrary of those on the other.</summary>
    Opposite,
}

/// <summary>One group of the table that a word or phrase belongs to, and the side of it where the group has two.</summary>
public readonly record struct SenseOf(int Group, Sense Sense, int Side);

/// <summary>
/// Which words and phrases of one language mean the same, nearly the same or the contrary, which words negate, and which are
/// irregular forms of another. data/reference/synonyms.csv is the table; words are held by their stems.
/// </summary>
public sealed class Synonyms
{
    private static readonly FrozenDictionary<string, Synonyms> Shipped = Parse(ReferenceLines.Of("synonyms.csv"));

    private readonly Dictionary<string, List<SenseOf>> _senses = [];
    private readonly Dictionary<string, string> _forms = [];
    private readonly HashSet<string> _negations = [];
    private readonly HashSet<string> _phraseStarts = [];
    private readonly string _language;

    private Synonyms(string language) => _language = language;

    /// <summary>The most words that a phrase of the table has.</summary>
    public int LongestPhrase { get; private set; } = 1;

    /// <summary>The table of a language; an empty one for a language without any. A text of unknown language is read as English.</summary>
    public static Synonyms Of(string language)
    {
        var primary = LanguageText.Primary(language) is var tag && tag == LanguageText.Unknown ? "en" : tag;
        return Shipped.GetValueOrDefault(primary) ?? new(primary);
    }

    /// <summary>Reads a table in the form of data/reference/synonyms.csv.</summary>
    public static FrozenDictionary<string, Synonyms> Parse(string csv) => Parse(ReferenceLines.Parse(csv));

    /// <summary>The groups of a stem, or of a phrase as stems joined by spaces.</summary>
    public IReadOnlyList<SenseOf> Senses(string stems) => _senses.TryGetValue(stems, out var senses) ? senses : [];

    /// <summary>Whether a phrase of the table begins with this stem, so that looking for one is worth while.</summary>
    public bool StartsPhrase(string stem) => _phraseStarts.Contains(stem);

    public bool Negates(string stem) => _negations.Contains(stem);

    /// <summary>The stem of a word, or of the word that it is an irregular form of ("told" is a form of "tell").</summary>
    public string Stem(string word)
    {
        var stem = Stems.Of(word, _language);
        return _forms.GetValueOrDefault(stem, stem);
    }

    private static FrozenDictionary<string, Synonyms> Parse(IEnumerable<string[]> rows)
    {
        var tables = new Dictionary<string, Synonyms>();
        var group = 0;
        // Forms first: the other rows are held by the stems that forms lead to.
        foreach (var row in rows.OrderBy(r => r[1] != "form"))
        {
            if (!tables.TryGetValue(row[0], out var table))
                tables.Add(row[0], table = new(row[0]));
            table.Add(group++, row[1], row[2]);
        }
        return tables.ToFrozenDictionary();
    }

    private void Add(int group, string kind, string words)
    {
        if (kind == "form")
            AddForms(words.Split('|'));
        else if (kind == "negation")
            _negations.UnionWith(words.Split('|').Select(Stem));
        else
            AddGroup(group, Enum.Parse<Sense>(kind, ignoreCase: true), words.Split("<>"));
    }

    private void AddForms(string[] words)
    {
        foreach (var word in words.Skip(1))
            _forms.TryAdd(Stems.Of(word, _language), Stems.Of(words[0], _language));
    }

    private void AddGroup(int group, Sense sense, string[] sides)
    {
        for (var side = 0; side < sides.Length; side++)
        {
            foreach (var phrase in sides[side].Split('|', StringSplitOptions.TrimEntries))
            {
                var stems = WordSplitter.Split(phrase).ConvertAll(w => Stem(phrase.Substring(w.Start, w.Length)));
                LongestPhrase = Math.Max(LongestPhrase, stems.Count);
                if (stems.Count > 1)
                    _phraseStarts.Add(stems[0]);
                var key = string.Join(' ', stems);
                if (!_senses.TryGetValue(key, out var senses))
                    _senses.Add(key, senses = []);
                senses.Add(new(group, sense, side));
            }
        }
    }
}
