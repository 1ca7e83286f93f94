using Trellis.Core.Occupations.Search;
using Trellis.Core.Text;

namespace Trellis.Interop.Titles;

/// <summary>The plain way to code a title, to measure against: BM25 over the titles of a release, a vote of the twenty best.</summary>
public sealed class Bm25Titles
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;
    private const int Voters = 20;

    private readonly List<(string Soc, int Length)> _titles = [];
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly double _averageLength;

    public Bm25Titles(OccupationTexts texts)
    {
        foreach (var (code, text) in texts.Occupations.Select(o => (o.Code, o.Title)).Concat(texts.Titles.Select(t => (t.Code, t.Text))).Distinct())
        {
            var words = Words(text);
            foreach (var word in words)
            {
                if (!_words.TryGetValue(word, out var titles))
                    _words.Add(word, titles = []);
                titles.Add(_titles.Count);
            }
            _titles.Add((code[..7], words.Count));
        }
        _averageLength = _titles.Average(t => t.Length);
    }

    /// <summary>SOC codes, the likeliest first.</summary>
    public List<string> Code(string title)
    {
        var scores = new Dictionary<int, double>();
        foreach (var word in Words(title))
        {
            if (!_words.TryGetValue(word, out var titles))
                continue;
            var rarity = Math.Log(1 + (_titles.Count - titles.Count + 0.5) / (titles.Count + 0.5));
            foreach (var number in titles)
            {
                var length = Saturation * (1 - LengthShare + LengthShare * _titles[number].Length / _averageLength);
                scores[number] = scores.GetValueOrDefault(number) + rarity * (Saturation + 1) / (1 + length);
            }
        }
        return [.. scores.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(Voters).GroupBy(s => _titles[s.Key].Soc)
            .OrderByDescending(g => g.Sum(s => s.Value)).Select(g => g.Key)];
    }

    private static List<string> Words(string title) => [.. TitleText.Words(title).Select(w => Stems.Of(w, "en")).Distinct()];
}
