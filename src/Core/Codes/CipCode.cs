using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>
/// A code of the Classification of Instructional Programs: 51 (a family), 51.38 (a group) or 51.3801 (a program). Always text: the
/// zeros at both ends matter, and files often lose them together with the point. Source: CIP 2020, NCES.
/// </summary>
public readonly partial record struct CipCode
{
    private CipCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The two-digit family.</summary>
    public string Family => Value[..2];

    public bool IsProgram => Value.Length == 7;

    /// <summary>Reads 51.3801, 513801, 10101 (which lost a zero), 1.0101, and ="51.3801", as files write it.</summary>
    public static bool TryParse(string? text, out CipCode code)
    {
        var match = Form().Match(text ?? "");
        code = match.Success ? new(Whole(match.Groups["family"].Value, match.Groups["rest"].Value)) : default;
        if (match.Success)
            return true;
        var digits = Digits().Match(text ?? "");
        if (digits.Success)
        {
            var six = digits.Groups["digits"].Value.PadLeft(6, '0');
            code = new($"{six[..2]}.{six[2..]}");
        }
        return digits.Success;
    }

    public override string ToString() => Value;

    private static string Whole(string family, string rest) => family.PadLeft(2, '0') + (rest.Length > 0 ? "." + rest : "");

    [GeneratedRegex("""^\s*(=")?(?<family>\d{1,2})(\.(?<rest>\d{2}|\d{4}))?"?\s*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex("""^\s*(=")?(?<digits>\d{5,6})"?\s*$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
