using System.Text.RegularExpressions;

namespace Trellis.Core.Codes;

/// <summary>What sort of place an area is.</summary>
public enum AreaKind
{
    Nation,

    /// <summary>A state, the District of Columbia or a territory.</summary>
    State,

    /// <summary>A metropolitan area as BLS publishes wages for it.</summary>
    Metro,

    /// <summary>The rest of a state, or a part of it, outside metropolitan areas.</summary>
    Nonmetro,
    County,

    /// <summary>Any set of counties that somebody named, such as a workforce area.</summary>
    Region,
}

/// <summary>
/// A place that figures are published for: "us", "state-53", "metro-42660", "nonmetro-5300001", "county-53033", "region-north". The
/// numbers are FIPS codes for states and counties and BLS area codes for the others; the kind tells apart equal numbers.
/// </summary>
public readonly partial record struct AreaCode
{
    public static readonly AreaCode Nation = new(AreaKind.Nation, "");

    private AreaCode(AreaKind kind, string number) => (Kind, Number) = (kind, number);

    public AreaKind Kind { get; }

    /// <summary>The digits of the source, or the name of a region; empty for the nation.</summary>
    public string Number { get; }

    public static AreaCode State(string fips) => Of(AreaKind.State, fips.PadLeft(2, '0'));

    public static AreaCode County(string fips) => Of(AreaKind.County, fips.PadLeft(5, '0'));

    public static AreaCode Metro(string number) => Of(AreaKind.Metro, number.PadLeft(5, '0'));

    public static AreaCode Nonmetro(string number) => Of(AreaKind.Nonmetro, number.PadLeft(7, '0'));

    public static AreaCode Region(string name) => Of(AreaKind.Region, name);

    public static bool TryParse(string? text, out AreaCode code)
    {
        code = Nation;
        if (text == "us")
            return true;
        var match = Form().Match(text ?? "");
        if (!match.Success)
            return false;
        code = new(Enum.Parse<AreaKind>(match.Groups["kind"].ValueSpan, ignoreCase: true), match.Groups["number"].Value);
        return true;
    }

    public override string ToString() => Kind == AreaKind.Nation ? "us" : $"{Kind.ToString().ToLowerInvariant()}-{Number}";

    private static AreaCode Of(AreaKind kind, string number)
    {
        var code = new AreaCode(kind, number);
        return Form().IsMatch(code.ToString()) ? code : throw new FormatException($"'{number}' is no {kind.ToString().ToLowerInvariant()}.");
    }

    [GeneratedRegex(@"^((?<kind>state)-(?<number>\d{2})|(?<kind>metro|county)-(?<number>\d{5})|(?<kind>nonmetro)-(?<number>\d{7})|(?<kind>region)-(?<number>[a-z0-9]+(-[a-z0-9]+)*))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
