using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>Tells a reader which edition of an answer it has, and spares it one that it has already.</summary>
public static class EntityTag
{
    /// <summary>Sets the headers by which the answer is known; true where the reader has it already, and then the answer is done.</summary>
    public static bool IsFresh(HttpContext http, string tag, DateTimeOffset changedAt)
    {
        var headers = http.Response.Headers;
        headers.ETag = tag;
        headers.LastModified = HeaderUtilities.FormatDate(changedAt);
        headers.CacheControl = "public, no-cache";
        if (!Has(http.Request, tag, changedAt))
            return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static bool Has(HttpRequest request, string tag, DateTimeOffset changedAt)
    {
        var known = request.Headers.IfNoneMatch;
        // A date is looked at only where no tag is given: it is exact to the second at best.
        if (known.Count > 0)
            return known.Count == 1 && known[0] == tag || Any(known, tag);
        return request.Headers.IfModifiedSince.Count > 0
            && new RequestHeaders(request.Headers).IfModifiedSince is { } since && changedAt.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }

    private static bool Any(Microsoft.Extensions.Primitives.StringValues known, string tag) =>
        EntityTagHeaderValue.TryParseList(known, out var list) && EntityTagHeaderValue.TryParse(tag, out var own)
            && list.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
}
