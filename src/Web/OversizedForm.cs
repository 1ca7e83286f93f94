using Microsoft.AspNetCore.Http.Features;

namespace Trellis.Web;

/// <summary>A form with a file that is larger than is taken.</summary>
internal static class OversizedForm
{
    /// <summary>Takes in what the browser still sends, as far as that is bearable; a browser shows no answer to a request it could not finish.</summary>
    public static async Task TakeInAsync(HttpContext http, long most, CancellationToken stop)
    {
        if (http.Request.ContentLength < 8 * most && http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
            await http.Request.Body.CopyToAsync(Stream.Null, stop);
        }
    }
}
