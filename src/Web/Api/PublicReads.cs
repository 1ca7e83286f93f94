using Microsoft.Net.Http.Headers;

namespace Trellis.Web.Api;

/// <summary>What anybody may read may be read by a page of any other site too. Nothing is sent with such a request that could tell who asks.</summary>
public static class PublicReads
{
    public const string Policy = "public reads";

    private static readonly string[] Exposed = [HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Link, Paging.CountHeader];
    private static readonly string ExposedText = string.Join(',', Exposed);

    public static void AddPublicReads(this IServiceCollection services) => services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .AllowAnyHeader()
        .WithExposedHeaders(Exposed)
        .SetPreflightMaxAge(TimeSpan.FromDays(1))));

    /// <summary>Says so in an answer that is given ahead of the policy.</summary>
    public static void Allow(HttpResponse response)
    {
        response.Headers.AccessControlAllowOrigin = "*";
        response.Headers.AccessControlExposeHeaders = ExposedText;
    }
}
