namespace Trellis.Core.Occupations.Coding;

/// <summary>The features of many titles, numbered. Never changes.</summary>
internal sealed class FeatureTable
{
    private readonly ulong[] _keys;

    /// <summary>A table of features that are known.</summary>
    /// <param name="keys">In ascending order, each once.</param>
    public FeatureTable(ulong[] keys) => _keys = keys;

    public ReadOnlySpan<ulong> Keys => _keys;

    public int Count => _keys.Length;

    /// <summary>The features that at least so many titles have.</summary>
    public static FeatureTable Of(IEnumerable<List<TitleFeature>> titles, int leastTitles)
    {
        var keys = new List<ulong>(1 << 21);
        foreach (var title in titles)
            keys.AddRange(title.Select(f => f.Key).Distinct());
        keys.Sort();
        var often = new List<ulong>();
        for (var i = 0; i < keys.Count;)
        {
            var start = i;
            while (i < keys.Count && keys[i] == keys[start])
                i++;
            if (i - start >= leastTitles)
                often.Add(keys[start]);
        }
        return new([.. often]);
    }

    /// <summary>The features that the table has, by their numbers, each once.</summary>
    public List<TitleFeatureNumber> Number(List<TitleFeature> features)
    {
        var numbered = new List<TitleFeatureNumber>(features.Count);
        foreach (var feature in features)
        {
            if (Array.BinarySearch(_keys, feature.Key) is >= 0 and var number && !numbered.Exists(n => n.Number == number))
                numbered.Add(new(number, feature.Weight));
        }
        return numbered;
    }

    /// <summary>The numbers of those features that the table has, with their weights, made so that their squares add to 1.</summary>
    public EncodedTitle Encode(List<TitleFeature> features)
    {
        var (numbers, weights, squares) = (new List<int>(features.Count), new List<float>(features.Count), 0f);
        foreach (var feature in features)
        {
            if (Array.BinarySearch(_keys, feature.Key) is not (>= 0 and var number))
                continue;
            numbers.Add(number);
            weights.Add(feature.Weight);
            squares += feature.Weight * feature.Weight;
        }
        var length = MathF.Sqrt(squares);
        return new([.. numbers], [.. weights.Select(w => w / length)]);
    }
}

/// <summary>A feature of a title by its number in a table.</summary>
internal readonly record struct TitleFeatureNumber(int Number, float Weight);

/// <summary>A title as numbered features with their weights.</summary>
internal sealed record EncodedTitle(int[] Features, float[] Weights);
