using System.Runtime.InteropServices;
using Trellis.Core.Occupations.Search;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// How well the words of a text fit what is written about each occupation: its names, description, tasks, tools and software, as one
/// text for each occupation, weighed by BM25. Never changes; safe for several threads.
/// </summary>
internal sealed class OccupationWords
{
    private const float Saturation = 1.2f;
    private const float LengthShare = 0.75f;
    private const float OwnTitle = 3;
    private const float OtherTitle = 1;
    private const float Description = 1.5f;
    private const float Task = 1;
    private const float Tool = 0.5f;
    private const float Software = 0.3f;

    private readonly Dictionary<string, (int Occupation, float Score)[]> _words;

    public OccupationWords(OccupationTexts texts, IReadOnlyDictionary<string, int> numbers)
    {
        var counts = new Dictionary<string, Dictionary<int, float>>(StringComparer.Ordinal);
        var lengths = new float[numbers.Count];
        foreach (var (code, text, weight) in Texts(texts))
        {
            if (!numbers.TryGetValue(code, out var occupation))
                continue;
            foreach (var stem in ParsedTitle.OfText(text).Stems)
            {
                if (!counts.TryGetValue(stem, out var of))
                    counts.Add(stem, of = []);
                CollectionsMarshal.GetValueRefOrAddDefault(of, occupation, out _) += weight;
                lengths[occupation] += weight;
            }
        }
        var average = lengths.Length == 0 ? 1 : lengths.Average();
        _words = counts.ToDictionary(c => c.Key, c => Scores(c.Value, lengths, average), StringComparer.Ordinal);
    }

    /// <summary>Fills in the sum of the scores of the different words of a text.</summary>
    public void Fill(ParsedTitle text, Span<float> scores)
    {
        scores.Clear();
        foreach (var stem in text.Stems.Distinct())
        {
            if (!_words.TryGetValue(stem, out var found))
                continue;
            foreach (var (occupation, score) in found)
                scores[occupation] += score;
        }
    }

    private static (int, float)[] Scores(Dictionary<int, float> counts, float[] lengths, float average)
    {
        var rarity = MathF.Log(1 + lengths.Length / (counts.Count + 0.5f));
        return [.. counts.Select(c => (c.Key, rarity * c.Value * (1 + Saturation)
            / (c.Value + Saturation * (1 - LengthShare + LengthShare * lengths[c.Key] / average))))];
    }

    private static IEnumerable<(string Code, string Text, float Weight)> Texts(OccupationTexts texts) =>
        texts.Occupations.Select(o => (o.Code, o.Title, OwnTitle))
            .Concat(texts.Occupations.Select(o => (o.Code, o.Description, Description)))
            .Concat(texts.Titles.Select(t => (t.Code, t.Text, OtherTitle)))
            .Concat(texts.Tasks.Select(t => (t.Code, t.Text, Task)))
            .Concat(texts.Technologies.Select(t => (t.Code, t.Example, t.Kind == TechnologyKind.Tool ? Tool : Software)));
}
