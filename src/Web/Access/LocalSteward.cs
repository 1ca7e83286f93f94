using System.Net;
using Microsoft.AspNetCore.Authorization;
using Trellis.Core.Access;

namespace Trellis.Web.Access;

/// <summary>
/// Who may do what at this door. Until there are accounts, the person who sits at the machine itself is its steward: a request
/// from a loopback address to a loopback name, not passed on by a proxy. TRELLIS_LOCAL_STEWARD=off refuses that too, as an
/// installation behind a proxy on the same machine should.
/// </summary>
public static class LocalSteward
{
    public static void AddTrellisAccess(this IServiceCollection services)
    {
        services.AddAuthentication();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
                options.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(context => context.Resource is HttpContext http && Is(http)));
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalPage>();
    }

    /// <summary>Whether the request comes from the person at the machine.</summary>
    public static bool Is(HttpContext http) =>
        !string.Equals(http.RequestServices.GetRequiredService<IConfiguration>()["TRELLIS_LOCAL_STEWARD"], "off", StringComparison.OrdinalIgnoreCase)
        && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !http.Request.Headers.ContainsKey("Forwarded") && !http.Request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers 403 with the usual page where the framework would ask for a sign-in that does not exist yet.</summary>
    private sealed class RefusalPage : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(
            RequestDelegate next, HttpContext context, AuthorizationPolicy policy, Microsoft.AspNetCore.Authorization.Policy.PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
