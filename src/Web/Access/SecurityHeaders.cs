namespace Trellis.Web.Access;

/// <summary>Headers that tell a browser to run and load nothing but what this server sends.</summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        DemandSecurity(context);
        return next(context);
    });

    /// <summary>The same for an answer that no browser shows as a page.</summary>
    public static void OfData(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = DataPolicy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        DemandSecurity(context);
    }

    private static void DemandSecurity(HttpContext context)
    {
        if (context.Request.IsHttps)
            context.Response.Headers.StrictTransportSecurity = "max-age=31536000";
    }
}
