using System.Collections.Frozen;
using Trellis.Core.Text;

namespace Trellis.Core.Occupations.Coding;

/// <summary>Which groups of occupations an industry employs most, by NAICS sector; data/reference/title-industries.csv, written for Trellis.</summary>
internal static class IndustryGroups
{
    private const int SectorDigits = 2;

    private static readonly FrozenDictionary<string, string[]> Groups = ReferenceLines.Of("title-industries.csv")
        .ToFrozenDictionary(r => r[0], r => r[1].Split('|'), StringComparer.Ordinal);

    /// <summary>Beginnings of SOC codes; none for an industry that is not known.</summary>
    public static IReadOnlyList<string> Of(string? naics) =>
        naics is { Length: >= SectorDigits } && Groups.TryGetValue(naics[..SectorDigits], out var groups) ? groups : [];
}
