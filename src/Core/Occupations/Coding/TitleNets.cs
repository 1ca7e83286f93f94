using System.Security.Cryptography;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Coding;

/// <summary>
/// What the coder has learned from the texts of one release, and the fingerprint of these texts: learning takes seconds, so it is
/// worth keeping in a file. Two nets that learned in different orders err less together than one.
/// </summary>
public sealed class TitleNets
{
    /// <summary>Raised when what is learned, or how, changes: a file of an earlier number is not read.</summary>
    private const int Version = 1;

    private const float TaskRate = 0.5f;

    private readonly FeatureTable _features;
    private readonly TitleNet[] _nets;

    private TitleNets(string fingerprint, FeatureTable features, TitleNet[] nets) => (Fingerprint, _features, _nets) = (fingerprint, features, nets);

    public string Fingerprint { get; }

    /// <summary>Learns; uses two processors for some seconds.</summary>
    public static TitleNets Train(OccupationTexts texts, TitleAbbreviations? abbreviations = null, CancellationToken stop = default)
    {
        var known = OccupationNumbers.Of(texts);
        var titles = TitleExample.All(texts, known, abbreviations ?? TitleAbbreviations.Shipped);
        var all = titles.ConvertAll(t => TitleFeatures.OfAll(t.Parsed));
        var features = FeatureTable.Of(all, leastTitles: 2);
        List<NetExample> examples = [.. titles.Select((t, i) => new NetExample(features.Encode(all[i]), t.Occupations, IsTask: false))];
        examples.AddRange(texts.Tasks.Where(t => known.ContainsKey(t.Code)).OrderBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.TaskId)
            .Select(t => new NetExample(features.Encode(TitleFeatures.OfWords(ParsedTitle.OfText(t.Text))), [known[t.Code]], IsTask: true)));
        var nets = new TitleNet[2];
        Parallel.For(0, nets.Length, new() { CancellationToken = stop }, n =>
            nets[n] = NetTrainer.Train(examples, features.Count, known.Count, new(n + 1, n * TaskRate), stop));
        return new(FingerprintOf(texts), features, nets);
    }

    /// <summary>What of the texts was learned from, in short.</summary>
    public static string FingerprintOf(OccupationTexts texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(Version));
        var lines = texts.Occupations.Select(o => $"{o.Code}\t{o.Title}").Concat(texts.Titles.Select(t => $"{t.Code}\t{t.Text}\t{t.Abbreviation}"))
            .Concat(texts.Tasks.Select(t => $"{t.Code}\t{t.Text}"));
        foreach (var line in lines.Order(StringComparer.Ordinal))
            hash.AppendData(Utf8.Strict.GetBytes(line + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Write(Stream stream)
    {
        using var file = new BinaryWriter(stream, Utf8.Strict, leaveOpen: true);
        file.Write(Fingerprint);
        CoderFile.Write(file, _features.Keys);
        foreach (var net in _nets)
            net.Write(file);
    }

    /// <summary>What an earlier <see cref="Write"/> wrote, or null where that was learned from other texts.</summary>
    public static TitleNets? Read(Stream stream, string fingerprint)
    {
        using var file = new BinaryReader(stream, Utf8.Strict, leaveOpen: true);
        return file.ReadString() == fingerprint ? new(fingerprint, new(CoderFile.Read<ulong>(file)), [TitleNet.Read(file), TitleNet.Read(file)]) : null;
    }

    /// <summary>Fills in the mean logarithm of the probabilities of a title.</summary>
    internal void FillTitle(ParsedTitle title, Span<float> logarithms)
    {
        var probabilities = new float[logarithms.Length];
        logarithms.Clear();
        var encoded = _features.Encode(TitleFeatures.OfAll(title));
        foreach (var net in _nets)
        {
            net.Fill(encoded, probabilities);
            AddLogarithms(probabilities, 1f / _nets.Length, logarithms);
        }
    }

    /// <summary>Fills in the logarithms of the probabilities of a text on what somebody does; the net that knows tasks tells them.</summary>
    internal void FillDuties(ParsedTitle duties, Span<float> logarithms)
    {
        var probabilities = new float[logarithms.Length];
        logarithms.Clear();
        _nets[^1].Fill(_features.Encode(TitleFeatures.OfWords(duties)), probabilities);
        AddLogarithms(probabilities, 1, logarithms);
    }

    private static void AddLogarithms(ReadOnlySpan<float> probabilities, float share, Span<float> logarithms)
    {
        const float Least = 1e-6f;
        for (var o = 0; o < probabilities.Length; o++)
            logarithms[o] += share * MathF.Log(probabilities[o] + Least);
    }
}
