using Trellis.Core.Occupations.Search;

namespace Trellis.Core.Occupations.Coding;

/// <summary>The occupations of a release numbered in the order of their codes.</summary>
internal static class OccupationNumbers
{
    public static Dictionary<string, int> Of(OccupationTexts texts) => texts.Occupations.Select(o => o.Code).Order(StringComparer.Ordinal)
        .Index().ToDictionary(o => o.Item, o => o.Index, StringComparer.Ordinal);
}
