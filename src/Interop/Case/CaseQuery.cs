using System.Globalization;
using System.Text.Json;

namespace Trellis.Interop.Case;

/// <summary>What a reader asks of the list of documents. Pure.</summary>
public sealed record CaseQuery(int Limit, int Offset, string? Sort, bool IsDescending, CaseFilter? Filter, IReadOnlyList<string>? Fields)
{
    public const int UsualLimit = 100;

    /// <summary>Reads the parameters as they came, or throws with the first that is wrong.</summary>
    public static CaseQuery Parse(Func<string, IReadOnlyList<string?>> parameter)
    {
        var order = One("orderBy");
        if (order is not (null or "asc" or "desc"))
            throw new CaseQueryException("orderBy is asc or desc.", "orderBy");
        var filter = One("filter");
        return new(
            Number("limit", UsualLimit, 1), Number("offset", 0, 0), One("sort"), order == "desc",
            filter is null ? null : CaseFilter.Parse(filter, CaseClasses.Document), Selection(parameter("fields")));

        string? One(string name) => parameter(name) is [.., var last] ? last : null;

        int Number(string name, int usual, int least)
        {
            if (One(name) is not { } text)
                return usual;
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least
                ? number
                : throw new CaseQueryException(string.Create(CultureInfo.InvariantCulture, $"{name} is a whole number of at least {least}."), name);
        }
    }

    /// <summary>The documents that the query asks for in their order, and how many there are without paging.</summary>
    public (IReadOnlyList<T> Page, int Total) Apply<T>(IReadOnlyList<T> documents, Func<T, JsonElement> content)
    {
        var found = Filter is null ? documents : [.. documents.Where(d => Filter.Matches(content(d)))];
        if (Sort is not null && CaseClasses.Document.Find(Sort) is { Class: null, IsList: false } field)
        {
            var byField = Comparer<string>.Create(CaseFilter.Compare);
            found = IsDescending
                ? [.. found.OrderByDescending(d => Value(content(d), field.Name), byField)]
                : [.. found.OrderBy(d => Value(content(d), field.Name), byField)];
        }
        return ([.. found.Skip(Offset).Take(Limit)], found.Count);
    }

    private static string Value(JsonElement document, string field) => document.TryGetProperty(field, out var value) ? value.ToString() : "";

    /// <summary>The fields chosen; null where none are, or where one is chosen that there is not.</summary>
    private static List<string>? Selection(IReadOnlyList<string?> parameter)
    {
        if (parameter.Count == 0)
            return null;
        var names = parameter.SelectMany(p => (p ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct().ToList();
        if (names.Count == 0)
            throw new CaseQueryException("fields names at least one field.", "fields");
        return names.TrueForAll(n => CaseClasses.Document.Find(n) is not null) ? names : null;
    }
}
