using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.WebUtilities;
using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Web.Api.Onet;

/// <summary>One request to the services that answer like O*NET's: what was asked, of which release, and how answers are written.</summary>
internal sealed class OnetCall(Db db, DataRelease release, HttpContext http)
{
    private const int PageSize = 20;
    private const int LargestPage = 2000;

    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public Db Db => db;

    public OccupationIndex Occupations => http.RequestServices.GetRequiredService<OccupationIndex>();

    public DataRelease Release => release;

    public int Key => release.Key;

    public CancellationToken Stop => http.RequestAborted;

    public string Route(string name) => Convert.ToString(http.GetRouteValue(name), CultureInfo.InvariantCulture) ?? "";

    public string? Query(string name) => http.Request.Query[name].FirstOrDefault(v => !string.IsNullOrWhiteSpace(v))?.Trim();

    public IReadOnlyList<string> Queries(string name) => [.. http.Request.Query[name].OfType<string>()];

    /// <summary>An address of these services, on the host that was asked.</summary>
    public string Address(string path) => $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}{Links.OnetServices}{path}";

    /// <summary>Where the page begins and ends, counted from 1; null, and what is wrong, where the numbers are none.</summary>
    public (int Start, int End)? Page(out string fault)
    {
        fault = $"start and end must be whole numbers from 1, end not before start and at most {LargestPage} rows in all.";
        if (!TryNumber("start", 1, out var start) || !TryNumber("end", start + PageSize - 1, out var end))
            return null;
        return end < start || end - start >= LargestPage ? null : (start, end);
    }

    /// <summary>A page of a list that is in memory, under the name that O*NET gives its rows.</summary>
    public IResult List<T>(string name, IReadOnlyList<T> all, params ReadOnlySpan<(string Name, object? Value)> head) =>
        Page(out var fault) is { } page
            ? Page(page, all.Count, name, all.Skip(page.Start - 1).Take(page.End - page.Start + 1).ToList(), head)
            : Refuse(fault);

    /// <summary>A page of rows, with the addresses of the pages before and after it.</summary>
    public IResult Page<T>((int Start, int End) page, int total, string name, IReadOnlyList<T> rows, params ReadOnlySpan<(string Name, object? Value)> head)
    {
        var size = page.End - page.Start + 1;
        var answer = new Dictionary<string, object?> { ["start"] = page.Start, ["end"] = Math.Min(page.End, total), ["total"] = total };
        if (page.Start > 1)
            answer["prev"] = PageAddress(Math.Max(1, page.Start - size), page.Start - 1);
        if (page.End < total)
            answer["next"] = PageAddress(page.End + 1, page.End + size);
        foreach (var (key, value) in head)
            answer[key] = value;
        answer[name] = rows;
        return Json(answer);
    }

    public static IResult Json<T>(T answer, int status = StatusCodes.Status200OK) => Results.Json(answer, Shape, statusCode: status);

    /// <summary>What O*NET's services answer to a parameter that is missing or wrong, to a code that is not there, and where there is no data.</summary>
    public static IResult Refuse(string error) => Json(new { error }, StatusCodes.Status422UnprocessableEntity);

    public OccupationLink Link(string code, string title) => new(Address($"/online/occupations/{code}/"), code, title);

    public OccupationLink Link(Occupation occupation) => Link(occupation.Code, occupation.Title);

    private bool TryNumber(string name, int otherwise, out int number)
    {
        number = otherwise;
        return Query(name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is > 0 and < int.MaxValue / 2);
    }

    private string PageAddress(int start, int end)
    {
        var query = http.Request.Query.Where(q => q.Key is not ("start" or "end")).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value))
            .Append(KeyValuePair.Create("start", (string?)start.ToString(CultureInfo.InvariantCulture)))
            .Append(KeyValuePair.Create("end", (string?)end.ToString(CultureInfo.InvariantCulture)));
        var path = http.Request.Path.Value![Links.OnetServices.Length..];
        return QueryHelpers.AddQueryString(Address(path), query);
    }
}

/// <summary>An occupation in a list, with the address of its report. O*NET's tags tell of outlook, which its database does not hold.</summary>
internal record OccupationLink(string Href, string Code, string Title)
{
    public object Tags { get; } = new();
}
