using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>Sends a package: the kept file, or the file that is just being made as it grows.</summary>
internal static class CasePackageAnswer
{
    public static async Task SendAsync(HttpContext http, CasePackage package)
    {
        var coding = CodingFor(http.Request, package);
        var (tag, changedAt) = (package.Tag(coding), package.Model.Version.LoadedAt);
        ContentCodings.Announce(http.Response, coding);
        if (EntityTag.IsFresh(http, tag, changedAt))
            return;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.ContentType = "application/json";
            return;
        }
        if (package.Growing(coding) is { } growing && growing.TryOpen() is { } file)
        {
            await using (file)
            {
                http.Response.ContentType = "application/json";
                await growing.CopyToAsync(file, http.Response.Body, http.RequestAborted);
            }
            return;
        }
        await Results.File(
            package.Path(coding), "application/json", lastModified: changedAt, entityTag: EntityTagHeaderValue.Parse(tag), enableRangeProcessing: true).ExecuteAsync(http);
    }

    /// <summary>The coding of the copy that the reader has and asks about, otherwise the one that it likes best among those that are there.</summary>
    private static ContentCoding CodingFor(HttpRequest request, CasePackage package)
    {
        if (request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known)
        {
            foreach (var coding in Enum.GetValues<ContentCoding>())
            {
                if (known.Contains(package.Tag(coding), StringComparison.Ordinal))
                    return coding;
            }
        }
        return ContentCodings.For(request, package.Offers);
    }
}
