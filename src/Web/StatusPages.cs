using Microsoft.AspNetCore.Diagnostics;

namespace Trellis.Web;

/// <summary>A page in place of an empty answer, also where a form was sent: the page itself is only read.</summary>
public static class StatusPages
{
    public static void UseStatusPages(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", "?path={0}");
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
    }
}
