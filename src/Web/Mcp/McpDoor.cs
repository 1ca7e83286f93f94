using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Trellis.Interop.Mcp;
using Trellis.Web.Api;

namespace Trellis.Web.Mcp;

/// <summary>
/// The tools for language models over streamable HTTP, for anybody, without sessions: a node needs no memory of who asks. Requests
/// are small and few at a time.
/// </summary>
public static class McpDoor
{
    public const string Path = "/mcp";
    private const string Policy = "mcp";
    private const int MostBytes = 64 * 1024;
    private const int MostAtOnce = 8;
    private const int MostWaiting = 32;

    public static void AddMcp(this IServiceCollection services)
    {
        services.AddMcpServer(options =>
        {
            options.ServerInfo = McpTools.Server;
            options.ServerInstructions = McpTools.Instructions;
        }).WithHttpTransport(transport => transport.Stateless = true).WithTools(McpTools.All);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddConcurrencyLimiter(Policy, all =>
            {
                all.PermitLimit = MostAtOnce;
                all.QueueLimit = MostWaiting;
                all.QueueProcessingOrder = QueueProcessingOrder.OldestFirst;
            });
        });
    }

    public static void MapMcp(this WebApplication app)
    {
        app.UseWhen(http => http.Request.Path.StartsWithSegments(Path, StringComparison.Ordinal), door => door.Use(GuardAsync));
        app.MapMcp(Path).AllowAnonymous().RequireRateLimiting(Policy).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }

    /// <summary>
    /// A page of another site must not speak through the browser to a server that it cannot reach itself, so the protocol asks to look at
    /// Origin. Host is no proof of anything: a name can be made to point anywhere.
    /// </summary>
    private static async Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        if (http.Request.Headers.Origin is [{ Length: > 0 } origin, ..] && !IsOurs(http, origin))
        {
            await Results.Problem($"Requests from pages of {origin} are not answered here. Expected: no Origin header, or this server's own.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            await Results.Problem($"{e.Message} A request may have {MostBytes / 1024} KB.", statusCode: e.StatusCode).ExecuteAsync(http);
        }
    }

    private static bool IsOurs(HttpContext http, string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (uri.IsLoopback || http.RequestServices.GetRequiredService<PublicAddress>().IsConfigured(origin));
}
