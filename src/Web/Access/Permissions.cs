using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>Each permission of Core as a policy of the web framework.</summary>
public static class Permissions
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddSingleton<AdministratorWatch>();
        services.AddAuthorization(options =>
        {
            foreach (var permission in Enum.GetValues<Permission>())
            {
                options.AddPolicy(permission.ToString(), policy => policy.RequireAssertion(async context =>
                    context.Resource is HttpContext http && await MayAsync(http, permission)));
            }
        });
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalPage>();
    }

    private static async Task<bool> MayAsync(HttpContext http, Permission permission)
    {
        if (Visitor.Actor(http) is { } actor)
            return actor.May(permission);
        return Roles.OfTheLocalSteward.Contains(permission) && LocalSteward.Is(http)
            && !await http.RequestServices.GetRequiredService<AdministratorWatch>().ExistsAsync(http.RequestAborted);
    }

    /// <summary>Knows whether there has been an administrator; once there is one, there always is.</summary>
    private sealed class AdministratorWatch(DbSource source)
    {
        private volatile bool _exists;

        public async Task<bool> ExistsAsync(CancellationToken stop)
        {
            if (_exists)
                return true;
            await using var db = source.Open();
            return _exists = await Administrators.ExistAsync(db, stop);
        }
    }

    /// <summary>Answers 403 with a page of ours, which offers to sign in to who has not.</summary>
    private sealed class RefusalPage : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
    }
}
