namespace Trellis.Web.Access;

/// <summary>Headers that tell a browser to run and load nothing but what this server sends.</summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private const string DataPolicy = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>What begins so no browser and no proxy may keep.</summary>
    private static readonly string[] Personal = [Links.Account, Links.People, Links.Organizations, Links.Audit, Links.Caseload, Links.KeptWorksheets];

    /// <summary>At the last moment: a page with a form says it by itself.</summary>
    internal static Task KeepNothingAsync(IHeaderDictionary headers)
    {
        if (!headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal))
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

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
        if (Array.Exists(Personal, p => context.Request.Path.Value?.StartsWith(p, StringComparison.OrdinalIgnoreCase) == true))
            context.Response.OnStarting(() => KeepNothingAsync(headers));
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
