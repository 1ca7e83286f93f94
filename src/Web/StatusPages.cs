using Microsoft.AspNetCore.Diagnostics;

namespace Trellis.Web;

/// <summary>A page in place of an empty answer, also where a form was sent: the page itself is only read.</summary>
public static class StatusPages
{
    public static void UseStatusPages(this WebApplication app)
    {
        // A scope of its own: the first page may have stopped in the middle of what it reads.
        app.UseStatusCodePagesWithReExecute("/not-found", "?path={0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (IsStandIn(context))
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
    }

    /// <summary>Whether the page stands in for an empty answer. The framework sends such a page at once, whatever its parts still wait for.</summary>
    public static bool IsStandIn(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
