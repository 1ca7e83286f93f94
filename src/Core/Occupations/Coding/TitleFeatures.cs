using System.Runtime.InteropServices;

namespace Trellis.Core.Occupations.Coding;

/// <summary>Something that a title has: a word, two words in a row, the word that names the worker, or some letters in a row.</summary>
/// <param name="Key">A number that stands for it.</param>
internal readonly record struct TitleFeature(ulong Key, float Weight);

/// <summary>Takes titles apart into what the coder learns from. docs/formulas.md, "Title coding".</summary>
internal static class TitleFeatures
{
    private const float HeadWeight = 0.7f;
    private const int LeastLetters = 3;
    private const int MostLetters = 5;
    private static readonly float[] LetterWeights = [0, 0, 0, 0.25f, 0.3f, 0.35f];

    private enum Sort : ulong
    {
        Word = 1,
        Pair = 2,
        Head = 3,
        WordAndHead = 4,
        Letters = 5,
    }

    /// <summary>Words and pairs of words.</summary>
    public static List<TitleFeature> OfWords(ParsedTitle title)
    {
        var features = new List<TitleFeature>(64);
        AddWords(title, features);
        return features;
    }

    /// <summary>Words, pairs, and how words stand to the one that names the worker.</summary>
    public static List<TitleFeature> OfPhrase(ParsedTitle title)
    {
        var features = OfWords(title);
        var head = Hash(title.Head);
        features.Add(new(Key(Sort.Head, head), HeadWeight));
        foreach (var stem in title.Stems)
        {
            if (stem != title.Head)
                features.Add(new(Key(Sort.WordAndHead, Hash(stem), head), HeadWeight));
        }
        return features;
    }

    /// <summary>The same, and the parts of words, by which unknown and mistyped words are like known ones.</summary>
    public static List<TitleFeature> OfAll(ParsedTitle title)
    {
        var features = OfPhrase(title);
        foreach (var word in title.Words)
            AddLetters($"^{word}$", features);
        return features;
    }

    private static void AddWords(ParsedTitle title, List<TitleFeature> features)
    {
        var before = 0ul;
        foreach (var stem in title.Stems)
        {
            var hash = Hash(stem);
            features.Add(new(Key(Sort.Word, hash), 1));
            if (before != 0)
                features.Add(new(Key(Sort.Pair, before, hash), 1));
            before = hash;
        }
    }

    private static void AddLetters(string word, List<TitleFeature> features)
    {
        for (var length = LeastLetters; length <= MostLetters; length++)
        {
            for (var start = 0; start + length <= word.Length; start++)
                features.Add(new(Key(Sort.Letters, Hash(word.AsSpan(start, length))), LetterWeights[length]));
        }
    }

    private static ulong Key(Sort sort, ulong first, ulong second = 0)
    {
        var key = (first * 0x9E3779B97F4A7C15) ^ (second * 0xC2B2AE3D27D4EB4F) ^ ((ulong)sort * 0x165667B19E3779F9);
        return (key ^ (key >> 29)) * 0xBF58476D1CE4E5B9;
    }

    /// <summary>FNV-1a over the UTF-16 units; 0 stands for no word.</summary>
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in MemoryMarshal.Cast<char, ushort>(text))
            hash = (hash ^ unit) * 0x100000001B3;
        return hash;
    }
}
