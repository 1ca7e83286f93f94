using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Net.Http.Headers;
using Trellis.Core.Storage.Releases;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>Answers of /api/v1: a page of a list as JSON or CSV, with its links and its edition.</summary>
public static class ApiAnswer
{
    public const string WindowSentence = "Expected: limit from 1 to 100 and offset from 0.";
    private const int UsualLimit = 20;
    private const int MostLimit = 100;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IResult BadWindow => Results.ValidationProblem(new Dictionary<string, string[]> { ["limit"] = [WindowSentence] });

    /// <summary>The page asked for; null where there can be none such.</summary>
    public static Paging? Window(int? limit, int? offset) =>
        limit is null or (>= 1 and <= MostLimit) && offset is null or >= 0 ? new(offset ?? 0, limit ?? UsualLimit, 0) : null;

    /// <summary>Whether the caller has what these releases say already; then the answer is done.</summary>
    /// <param name="http">The request.</param>
    /// <param name="releases">All that the answer is made of.</param>
    /// <param name="more">What else the answer depends on, in letters, digits and hyphens.</param>
    /// <param name="changedAt">When that changed last.</param>
    public static bool IsFresh(HttpContext http, IReadOnlyList<DataRelease> releases, string more = "", DateTimeOffset changedAt = default)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        var kind = WantsCsv(http) ? "csv" : "json";
        return releases.Count > 0 && EntityTag.IsFresh(http, $"\"{kind}-{string.Join('-', releases.Select(r => r.Key))}-{releases.Max(r => r.LoadedAt):yyyyMMddHHmmss}{more}\"", releases.Select(r => r.LoadedAt).Append(changedAt).Max());
    }

    /// <summary>The name of a member of an enumeration in answers: "not-in-demand".</summary>
    public static string Word(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>One thing wrong with a question, as problem details.</summary>
    public static IResult Fault(string name, string sentence) => Results.ValidationProblem(new Dictionary<string, string[]> { [name] = [sentence] });

    public static bool WantsCsv(HttpContext http) => http.Request.GetTypedHeaders().Accept is { Count: > 0 } accept
        && accept.OrderByDescending(a => a.Quality ?? 1).First().MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase);

    public static IResult List<T>(HttpContext http, IEnumerable<T> items, Paging page)
    {
        Announce(http, page);
        return Results.Json(new ListResource<T>(page.Total, page.Offset, page.Limit, [.. items]), Json);
    }

    public static IResult Csv(HttpContext http, OutgoingTable table, Paging page)
    {
        Announce(http, page);
        return Results.Bytes(table.ToCsv(), "text/csv; charset=utf-8");
    }

    /// <summary>The headers of a page of a list.</summary>
    public static void Announce(HttpContext http, Paging page)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        page.Announce(http.Response, $"{http.Request.Scheme}://{http.Request.Host.Value}{http.Request.Path}", http.Request.Query);
    }
}

/// <summary>A page of a list: how many there are in all, where the page begins, how long it may be, and what is on it.</summary>
public sealed record ListResource<T>(int Total, int Offset, int Limit, IReadOnlyList<T> Items);
