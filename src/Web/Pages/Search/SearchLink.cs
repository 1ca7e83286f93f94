using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Search;

namespace Trellis.Web.Pages.Search;

/// <summary>What the address of the search page asks for, and the addresses that ask for a little else.</summary>
public sealed record SearchLink(string Text, SearchFilter Filter, int Page)
{
    private const int LongestText = 200;

    /// <summary>Reads the address forgivingly: a filter that is none is left out, a page that is none is the first.</summary>
    public static SearchLink Of(string? text, SearchFilter filter, int? page) =>
        new((text ?? "").Trim() is { Length: > LongestText } tooLong ? Shortened(tooLong) : (text ?? "").Trim(), filter, Math.Clamp(page ?? 1, 1, LastPage));

    public static int LastPage => SearchRequest.LastRank / PageSize;

    public const int PageSize = 20;

    public SearchRequest Request => new() { Text = Text, Language = Startup.Language, Filter = Filter, Page = Page, PageSize = PageSize };

    public bool HasFilter => Filter != new SearchFilter();

    /// <summary>The same search with another filter, from its first page.</summary>
    public string With(SearchFilter filter) => (this with { Filter = filter, Page = 1 }).Address;

    public string ForText(string text) => (this with { Text = text, Page = 1 }).Address;

    public string ForPage(int page) => (this with { Page = page }).Address;

    public string Address => QueryHelpers.AddQueryString(Links.Search, Parts.Where(p => p.Value is not null));

    /// <summary>The filters as the form keeps them when other words are typed.</summary>
    public IEnumerable<KeyValuePair<string, string?>> FilterParts => Parts.Where(p => p is { Key: not "q" and not "page", Value: not null });

    private IEnumerable<KeyValuePair<string, string?>> Parts =>
    [
        new("q", Text),
        new("industry", Filter.Industry),
        new("tier", Filter.Tier?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("kind", Filter.Kind?.ToString()),
        new("framework", Filter.Framework),
        new("page", Page > 1 ? Page.ToString(System.Globalization.CultureInfo.InvariantCulture) : null),
    ];

    private static string Shortened(string text) => text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];

    public static StatementKind? KindOf(string? kind) => Enum.TryParse<StatementKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
}

/// <summary>A choice of a facet: its name, how many hits it has, and the address that makes it or takes it back.</summary>
public sealed record FacetChoice(string Name, int Count, string Address, bool IsChosen);
