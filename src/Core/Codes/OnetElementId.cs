using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>
/// An element of the O*NET Content Model, such as 2.A.1.a (Reading Comprehension) 4.A.3.b.1 (Working with Computers) or 4.C.1.a.2.c (Public Speaking).
/// Source: O*NET database, Content Model Reference.
/// </summary>
public readonly partial record struct OnetElementId
{
    private OnetElementId(string value) => Value = value;

    public string Value { get; }

    public static bool TryParse(string? text, out OnetElementId id)
    {
        var ok = text is not null && Form().IsMatch(text);
        id = ok ? new(text!) : default;
        return ok;
    }

    public override string ToString() => Value;

    [GeneratedRegex(@"^[1-6](\.[A-Z](\.\d{1,2}(\.[a-z]{1,2}(\.\d{1,2}(\.[a-z])?)*)?)?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
