using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>What the address of the training search asks for, and the addresses that ask for a little else. Read forgivingly.</summary>
public sealed record TrainingLink
{
    public const int PageSize = 20;
    private const int LongestText = 200;
    private const int CentsPerDollar = 100;
    private const int MostDollars = 1_000_000;
    private static readonly int[] Distances = [10, 25, 50, 100];

    public string Occupation { get; init; } = "";
    public string Words { get; init; } = "";
    public string Place { get; init; } = "";
    public int Miles { get; init; } = 25;
    public int? Dollars { get; init; }
    public int? Weeks { get; init; }
    public ProgramFormat? Format { get; init; }
    public PotentialOutcome? LeadsTo { get; init; }
    public bool Evening { get; init; }
    public bool Accessible { get; init; }
    public bool ChildCare { get; init; }
    public ProgramOrder Order { get; init; }
    public int Page { get; init; } = 1;

    /// <summary>The programs chosen for comparing so far.</summary>
    public IReadOnlyList<string> Chosen { get; init; } = [];

    public static IReadOnlyList<int> AllDistances => Distances;

    public static TrainingLink Of(IQueryCollection query) => new()
    {
        Occupation = Text(query["occupation"]),
        Words = Text(query["q"]),
        Place = Text(query["place"]),
        Miles = Number(query["miles"]) is { } miles && Distances.Contains(miles) ? miles : 25,
        Dollars = Number(query["cost"]) is { } dollars && dollars <= MostDollars ? dollars : null,
        Weeks = Number(query["weeks"]),
        Format = Member<ProgramFormat>(query["format"]) is { } format and not ProgramFormat.NotReported ? format : null,
        LeadsTo = Member<PotentialOutcome>(query["leads"]),
        Evening = query["evening"] == "yes",
        Accessible = query["accessible"] == "yes",
        ChildCare = query["childcare"] == "yes",
        Order = Member<ProgramOrder>(query["sort"]) ?? ProgramOrder.Fit,
        Page = Math.Clamp(Number(query["page"]) ?? 1, 1, TrainingSearch.MostRanked / PageSize),
        Chosen = [.. query["p"].OfType<string>().Where(p => p.Length is > 0 and <= LongestText).Distinct(StringComparer.Ordinal).Take(ProgramComparison.Most)],
    };

    /// <summary>Whether anything was asked for at all.</summary>
    public bool IsEmpty => this with { Chosen = [], Page = 1, Miles = 25, Order = ProgramOrder.Fit } is var bare && bare.Parts.All(p => p.Value is null);

    public TrainingQuery Query(string? soc) => new()
    {
        Soc = soc,
        Words = Words,
        Language = Startup.Language,
        Place = Place,
        Miles = Miles,
        MostCost = Dollars * CentsPerDollar,
        MostWeeks = Weeks,
        Format = Format,
        LeadsTo = LeadsTo,
        Evening = Evening,
        Accessible = Accessible,
        ChildCare = ChildCare,
        Order = Order,
        Offset = (Page - 1) * PageSize,
        PageSize = PageSize,
    };

    public string Address => AddressAt(Links.Training);

    public string AddressAt(string path) =>
        QueryHelpers.AddQueryString(path, Parts.Concat(Chosen.Select(id => new KeyValuePair<string, string?>("p", id))).Where(p => p.Value is not null));

    public string ForPage(int page) => (this with { Page = page }).Address;

    public string ForOccupation(string soc) => (this with { Occupation = soc, Page = 1 }).Address;

    public string Choosing(string id) => (this with { Chosen = [.. Chosen, id] }).Address;

    public string Leaving(string id) => (this with { Chosen = [.. Chosen.Where(c => c != id)] }).Address;

    private IEnumerable<KeyValuePair<string, string?>> Parts =>
    [
        new("occupation", NotEmpty(Occupation)), new("q", NotEmpty(Words)), new("place", NotEmpty(Place)),
        new("miles", Miles == 25 ? null : Text(Miles)), new("cost", Text(Dollars)), new("weeks", Text(Weeks)),
        new("format", Format?.ToString()), new("leads", LeadsTo?.ToString()),
        new("evening", Yes(Evening)), new("accessible", Yes(Accessible)), new("childcare", Yes(ChildCare)),
        new("sort", Order == ProgramOrder.Fit ? null : Order.ToString()), new("page", Page == 1 ? null : Text(Page)),
    ];

    private static string? NotEmpty(string text) => text.Length > 0 ? text : null;

    private static string? Yes(bool flag) => flag ? "yes" : null;

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string Text(string? text) => (text ?? "").Trim() is { Length: <= LongestText } kept ? kept : "";

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static T? Member<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var member) && Enum.IsDefined(member) && !char.IsAsciiDigit(text![0]) ? member : null;
}
