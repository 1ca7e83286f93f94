namespace Trellis.Core.Competencies.Search;

/// <summary>A NAICS 2022 sector: the first two digits of an industry code, or the range that shares one sector.</summary>
public static class IndustrySector
{
    /// <summary>The sector of a NAICS code of two to six digits or of a range such as "31-33"; null where it is neither.</summary>
    public static string? Of(string industry) => industry.Length < 2 || !char.IsAsciiDigit(industry[0]) || !char.IsAsciiDigit(industry[1])
        ? null
        : industry[..2] switch
        {
            "31" or "32" or "33" => "31-33",
            "44" or "45" => "44-45",
            "48" or "49" => "48-49",
            var sector => sector,
        };

    public static List<string> AllOf(IEnumerable<string> industries) =>
        [.. industries.Select(Of).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
}
