using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>
/// A code of the Standard Occupational Classification, such as 29-1141 (Registered Nurses). Ends in 0000 for a major group, in 000
/// or 00 for a minor group, in 0 for a broad one. Which edition it belongs to is said beside it, never by the code. Source: BLS.
/// </summary>
public readonly partial record struct SocCode
{
    private SocCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The major group, such as 29-0000.</summary>
    public string Major => Value[..3] + "0000";

    public bool IsDetailed => Value[^1] != '0';

    /// <summary>Reads 29-1141, 291141 and an O*NET-SOC code, of which the first seven characters count.</summary>
    public static bool TryParse(string? text, out SocCode code)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 6 && trimmed.All(char.IsAsciiDigit))
            trimmed = $"{trimmed[..2]}-{trimmed[2..]}";
        var ok = Form().IsMatch(trimmed);
        code = ok ? new(trimmed[..7]) : default;
        return ok;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^\d{2}-\d{4}(\.\d{2})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
