namespace Trellis.Core.Occupations;

/// <summary>
/// Which of the sixteen career clusters an occupation belongs to, by the beginning of its SOC 2018 code; the longest beginning that is
/// named decides. The clusters are those of the National Career Clusters Framework; which occupation lies where is this project's own choice,
/// kept in data/reference/career-clusters.csv.
/// </summary>
public sealed class CareerClusters(IReadOnlyDictionary<string, string> clusters)
{
    private const int LongestCode = 7;

    /// <summary>The clusters that have occupations.</summary>
    public IReadOnlyList<string> All { get; } = [.. clusters.Values.Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The cluster of a SOC or O*NET-SOC code, "health"; null where none is named.</summary>
    public string? Of(string code)
    {
        for (var length = Math.Min(LongestCode, code.Length); length > 1; length--)
        {
            if (clusters.TryGetValue(code[..length], out var cluster))
                return cluster;
        }
        return null;
    }
}
