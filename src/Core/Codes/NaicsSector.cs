using Trellis.Core.Text;

namespace Trellis.Core.Codes;

/// <summary>
/// A sector of the North American Industry Classification System: its two-digit code, or a range such as "31-33" where the sector
/// has several. Source: NAICS 2022, U.S. Census Bureau.
/// </summary>
public sealed record NaicsSector(string Code, LanguageText Title)
{
    /// <summary>Whether an industry, given as a code of two to six digits or as a range, lies in the sector.</summary>
    public bool Covers(string industry) =>
        string.CompareOrdinal(First(industry), First(Code)) >= 0 && string.CompareOrdinal(First(industry), Last(Code)) <= 0;

    private static string First(string code) => code.Length < 2 ? code : code[..2];

    private static string Last(string code) => code.Length < 2 ? code : code[^2..];
}
