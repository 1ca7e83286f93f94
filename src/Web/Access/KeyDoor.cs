using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Access;

/// <summary>Programs that come with a key: "Authorization: Bearer trk_…", and never in an address. Pages take no keys.</summary>
public static class KeyDoor
{
    private const string Bearer = "Bearer " + ApiKey.Mark;

    private static readonly PathString[] Roots = ["/api", "/ims", "/onet", "/mcp", "/resources", "/graph"];

    public static void UseKeys(this WebApplication app) => app.Use(async (context, next) =>
    {
        var sent = context.Request.Headers.Authorization.ToString();
        if (!sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || !Array.Exists(Roots, r => context.Request.Path.StartsWithSegments(r, StringComparison.OrdinalIgnoreCase)))
        {
            await next(context);
            return;
        }
        var services = context.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var actor = await new ApiKeys(services.GetRequiredService<Db>()).FindAsync(sent["Bearer ".Length..].Trim(), now, context.RequestAborted);
        if (actor is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            await Results.Problem("The key is wrong, revoked or too old. Make a new one on the account page.", statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
            return;
        }
        context.Features.Set(actor);
        await next(context);
    });
}
