using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>
/// An occupation of the O*NET-SOC taxonomy, such as 51-4041.00 (Machinists). Its first seven characters are a code of the
/// 2018 Standard Occupational Classification; several O*NET codes may share one. Always text: the zeros matter.
/// </summary>
public readonly partial record struct OnetSocCode
{
    private OnetSocCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The SOC 2018 code, seven characters.</summary>
    public string Soc => Value[..7];

    public static bool TryParse(string? text, out OnetSocCode code)
    {
        var ok = text is not null && Form().IsMatch(text);
        code = ok ? new(text!) : default;
        return ok;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^\d{2}-\d{4}\.\d{2}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
