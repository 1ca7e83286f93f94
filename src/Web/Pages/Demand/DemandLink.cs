using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;

namespace Trellis.Web.Pages.Demand;

/// <summary>Which part of an in-demand list a reader wants to see.</summary>
public enum DemandPart
{
    All,
    InDemand,
    Balanced,
    NotInDemand,
    NotJudged,
    OutOfScope,

    /// <summary>Those to which the board gave another label.</summary>
    Changed,
}

/// <summary>What the address of the demand pages asks for, and the addresses that ask for a little else. Read forgivingly.</summary>
public sealed record DemandLink
{
    public const int PageSize = 40;
    private const int LongestText = 100;
    private const int MostPages = 1000;

    public string Area { get; init; } = "us";

    /// <summary>The name of the rule; empty for the first.</summary>
    public string Rule { get; init; } = "";
    public bool IsSupply { get; init; }
    public DemandPart Part { get; init; }
    public string Text { get; init; } = "";
    public int Page { get; init; } = 1;

    public static DemandLink Of(IQueryCollection query) => new()
    {
        Area = AreaCode.TryParse(query["area"], out var area) ? area.ToString() : "us",
        Rule = Kept(query["rule"]),
        IsSupply = query["view"] == "supply",
        Part = Enum.TryParse<DemandPart>(query["label"], ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : DemandPart.All,
        Text = Kept(query["q"]),
        Page = Math.Clamp(int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1, 1, MostPages),
    };

    public string Address(string ending = "") => QueryHelpers.AddQueryString(Links.Demand + ending, Parts.Where(p => p.Value is not null));

    public string For(DemandPart part) => (this with { Part = part, Page = 1 }).Address();

    public string ForView(bool supply) => new DemandLink { Area = Area, Rule = Rule, IsSupply = supply }.Address();

    /// <summary>The entries that are asked for.</summary>
    public List<InDemandEntry> Apply(InDemandList list, IReadOnlyDictionary<SocCode, string> titles) => [.. OfPart(list).Where(e => Text.Length == 0
        || e.Occupation.Value.StartsWith(Text, StringComparison.Ordinal)
        || titles.GetValueOrDefault(e.Occupation, "").Contains(Text, StringComparison.CurrentCultureIgnoreCase))];

    private IEnumerable<InDemandEntry> OfPart(InDemandList list) => Part switch
    {
        DemandPart.NotJudged => list.NotJudged,
        DemandPart.OutOfScope => list.OutOfScope,
        DemandPart.Changed => list.Entries.Where(e => e.Override is not null),
        DemandPart.All => list.Entries,
        _ => list.Entries.Where(e => e.Label.ToString() == Part.ToString()),
    };

    private IEnumerable<KeyValuePair<string, string?>> Parts =>
    [
        new("view", IsSupply ? "supply" : null), new("area", Area), new("rule", Rule.Length > 0 ? Rule : null),
        new("label", Part == DemandPart.All ? null : Part.ToString()), new("q", Text.Length > 0 ? Text : null),
        new("page", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null),
    ];

    private static string Kept(string? text) => (text ?? "").Trim() is { Length: <= LongestText } kept ? kept : "";
}
