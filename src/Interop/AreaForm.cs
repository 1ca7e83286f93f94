using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Reads areas as publishers write them, often as numbers that lost their zeros.</summary>
internal static class AreaForm
{
    /// <summary>
    /// The area that a table means. "oews": 99, a FIPS code, a metropolitan code of 5 digits or a nonmetropolitan one of 7, with its type
    /// where the table has one. "fips-and-area": six digits, of which 000053 is a state, 042660 a metropolitan area, 530006 the sixth
    /// nonmetropolitan area of a state. "fips": a state, 0 for the nation. "trellis": a code of our own. Null where it is none.
    /// </summary>
    public static AreaCode? Read(string form, string text, string type = "")
    {
        if (form == "trellis")
            return AreaCode.TryParse(text, out var code) ? code : null;
        if (text.Length is 0 or > 7 || !text.All(char.IsAsciiDigit))
            return null;
        return form switch
        {
            "fips" => text.TrimStart('0').Length == 0 ? AreaCode.Nation : State(text),
            "fips-and-area" => SixDigits(text.PadLeft(6, '0')),
            _ => Oews(text, type),
        };
    }

    private static AreaCode? Oews(string text, string type) => type switch
    {
        "1" => AreaCode.Nation,
        "2" or "3" => State(text),
        "4" or "5" => text.Length <= 5 ? AreaCode.Metro(text) : null,
        "6" => text.Length >= 6 ? AreaCode.Nonmetro(text) : null,
        "" when text is "99" or "0" or "00" => AreaCode.Nation,
        "" => text.Length switch { <= 2 => State(text), <= 5 => AreaCode.Metro(text), _ => AreaCode.Nonmetro(text) },
        _ => null,
    };

    private static AreaCode? SixDigits(string text) => text.Length > 6 ? null
        : text.StartsWith("0000", StringComparison.Ordinal) ? State(text[4..])
        : text[0] == '0' ? AreaCode.Metro(text[1..])
        : AreaCode.Nonmetro($"{text[..2]}{text[2..].PadLeft(5, '0')}");

    private static AreaCode? State(string text) => text.Length <= 2 ? StateNames.Find(text) : null;
}
