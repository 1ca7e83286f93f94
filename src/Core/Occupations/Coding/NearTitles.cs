using System.Collections.Concurrent;

namespace Trellis.Core.Occupations.Coding;

/// <summary>A known title near to the one that is coded, by its number, and how near, from 0 to 1.</summary>
internal readonly record struct NearTitle(int Number, float Likeness);

/// <summary>
/// Finds the known titles that share the rarest words with a new one (cosine of weights by rarity) and lets them vote for their
/// occupations. Never changes; safe for several threads.
/// </summary>
internal sealed class NearTitles
{
    private const int Voters = 50;
    private const float UnknownRarity = 8;

    /// <summary>A feature of more titles than this finds too many to tell anything.</summary>
    private const int TooCommon = 8000;

    private readonly TitleExample[] _titles;
    private readonly FeatureTable _features;
    private readonly float[] _rarities;
    private readonly int[] _starts;
    private readonly int[] _postings;
    private readonly float[] _weights;
    private readonly ConcurrentBag<float[]> _scratches = [];

    public NearTitles(TitleExample[] titles)
    {
        _titles = titles;
        var features = Array.ConvertAll(titles, t => TitleFeatures.OfPhrase(t.Parsed));
        _features = FeatureTable.Of(features, leastTitles: 1);
        var numbered = Array.ConvertAll(features, f => _features.Number(f));
        _starts = new int[_features.Count + 1];
        foreach (var feature in numbered.SelectMany(n => n))
            _starts[feature.Number + 1]++;
        _rarities = [.. Enumerable.Range(0, _features.Count).Select(f => MathF.Log(1 + titles.Length / (_starts[f + 1] + 0.5f)))];
        for (var feature = 0; feature < _features.Count; feature++)
            _starts[feature + 1] += _starts[feature];
        (_postings, _weights) = (new int[_starts[^1]], new float[_starts[^1]]);
        var next = _starts[..^1];
        for (var title = 0; title < titles.Length; title++)
        {
            var length = MathF.Sqrt(numbered[title].Sum(f => Square(f.Weight * _rarities[f.Number])));
            foreach (var (feature, weight) in numbered[title])
            {
                var place = next[feature]++;
                (_postings[place], _weights[place]) = (title, weight * _rarities[feature] / length);
            }
        }
    }

    public TitleExample this[int number] => _titles[number];

    /// <summary>The nearest titles, the nearest first.</summary>
    public List<NearTitle> Find(ParsedTitle title)
    {
        if (!_scratches.TryTake(out var scores))
            scores = new float[_titles.Length];
        var features = TitleFeatures.OfPhrase(title);
        var known = _features.Number(features);
        var squares = (features.Select(f => f.Key).Distinct().Count() - known.Count) * Square(UnknownRarity);
        foreach (var (feature, weight) in known)
        {
            var wanted = weight * _rarities[feature];
            squares += Square(wanted);
            var (start, end) = (_starts[feature], _starts[feature + 1]);
            for (var i = start; i < end && end - start <= TooCommon; i++)
                scores[_postings[i]] += wanted * _weights[i];
        }
        var near = Best(scores, known, MathF.Sqrt(squares));
        _scratches.Add(scores);
        return near;
    }

    /// <summary>The share of the votes for each occupation; a title that many occupations carry speaks less for each.</summary>
    public void Vote(List<NearTitle> near, Span<float> shares)
    {
        shares.Clear();
        var sum = 0f;
        foreach (var (number, likeness) in near)
        {
            var occupations = _titles[number].Occupations;
            var vote = likeness * likeness / MathF.Sqrt(occupations.Length);
            foreach (var occupation in occupations)
                shares[occupation] += vote;
            sum += vote * occupations.Length;
        }
        for (var o = 0; o < shares.Length && sum > 0; o++)
            shares[o] /= sum;
    }

    private List<NearTitle> Best(float[] scores, List<TitleFeatureNumber> features, float length)
    {
        var best = new PriorityQueue<int, float>(Voters + 1);
        foreach (var (feature, _) in features)
        {
            var (start, end) = (_starts[feature], _starts[feature + 1]);
            for (var i = start; i < end && end - start <= TooCommon; i++)
            {
                var title = _postings[i];
                var score = scores[title];
                // Taken once: a title stands under each of its features.
                scores[title] = 0;
                if (score <= 0)
                    continue;
                if (best.Count < Voters)
                    best.Enqueue(title, score);
                else if (best.TryPeek(out _, out var least) && score > least)
                    best.DequeueEnqueue(title, score);
            }
        }
        return [.. best.UnorderedItems.OrderByDescending(t => t.Priority).ThenBy(t => t.Element).Select(t => new NearTitle(t.Element, t.Priority / length))];
    }

    private static float Square(float x) => x * x;
}
