using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>Sends a package: the kept file, or the file that is just being made as it grows.</summary>
internal static class CasePackageAnswer
{
    public static async Task SendAsync(HttpContext http, CasePackage package)
    {
        var coding = ContentCodings.For(http.Request);
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
}
