using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;

namespace Trellis.Web;

/// <summary>The answer where a file was asked for with something that cannot be used: every reason, in the reader's language.</summary>
internal static class Refusal
{
    public static IResult Of(UnusableInputException refused, HttpContext http)
    {
        var words = http.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
        return Results.Problem(string.Join(" ", refused.Problems.Select(p => words[p.Sentence, [.. p.Values]].Value)), statusCode: StatusCodes.Status400BadRequest);
    }
}
