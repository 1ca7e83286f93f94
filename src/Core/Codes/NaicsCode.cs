using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>
/// An industry of the North American Industry Classification System: two digits for a sector (or a range such as 31-33) to six for
/// a national industry. Which edition it belongs to is said beside it. Source: U.S. Census Bureau.
/// </summary>
public readonly partial record struct NaicsCode
{
    private NaicsCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>How many digits it has; 2 for a range of sectors.</summary>
    public int Level => Value.Contains('-', StringComparison.Ordinal) ? 2 : Value.Length;

    public static bool TryParse(string? text, out NaicsCode code)
    {
        var trimmed = text?.Trim() ?? "";
        var ok = Form().IsMatch(trimmed);
        code = ok ? new(trimmed) : default;
        return ok;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^([1-9]\d-[1-9]\d|[1-9]\d{1,5})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
