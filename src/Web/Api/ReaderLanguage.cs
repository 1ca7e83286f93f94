using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>
/// The language in which a caller of the API wants texts: what it names, else what its program prefers, else English. Where a text
/// does not have it, the nearest language that it has is given.
/// </summary>
public sealed partial record ReaderLanguage
{
    private const string Usual = "en";
    private const string Sentence = "Expected: a language tag such as en, es or en-US.";

    [Description("The language of the texts, en or es; the one of Accept-Language where not given")]
    [FromQuery(Name = "lang")]
    public string? Lang { get; init; }

    internal bool IsRight => Lang is null || Tag().IsMatch(Lang);

    internal static IResult Fault => ApiAnswer.Fault("lang", Sentence);

    /// <summary>The tag to read texts by. The answer then says that it depends on the header.</summary>
    internal string Of(HttpContext http) => Lang ?? http.Request.GetTypedHeaders().AcceptLanguage?
        .Where(l => l.Value.Value is { } tag && Tag().IsMatch(tag)).OrderByDescending(l => l.Quality ?? 1).FirstOrDefault()?.Value.Value ?? Usual;

    internal void Announce(HttpContext http)
    {
        http.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        http.Response.Headers.ContentLanguage = Of(http);
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tag();
}
