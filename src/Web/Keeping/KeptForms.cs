using Microsoft.AspNetCore.DataProtection;
using Trellis.Core.Guidance.Caseload;
using Trellis.Web.Access;

namespace Trellis.Web.Keeping;

/// <summary>What forms of guidance share: they are refused where they were filled in for somebody else, or on what has changed since.</summary>
public static class KeptForms
{
    public static void AddKeeping(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var protector = provider.GetRequiredService<IDataProtectionProvider>().CreateProtector("Trellis.Caseload.v1");
            return new PersonalSeal(protector.Protect, protector.Unprotect);
        });
        services.AddSingleton<WithCustomer>();
        services.AddTransient<Keeper>();
    }

    /// <summary>Lets a form in only where it is about what is kept now; leads back to <paramref name="page"/> otherwise.</summary>
    public static TBuilder ForWhatIsKept<TBuilder>(this TBuilder form, string page)
        where TBuilder : IEndpointConventionBuilder => form.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (await SentForm.ReadAsync(http) is not { } sent)
                return await next(context);
            return Fault(http, sent, page.StartsWith(Links.Plan, StringComparison.Ordinal)) is { } fault ? Results.Redirect(Links.Said(page, fault)) : await next(context);
        });

    /// <summary>The word for why a form is not taken; null where nothing is wrong with it.</summary>
    public static string? Fault(HttpContext http, IFormCollection sent, bool isPlan) => KeptAt.Of(http) switch
    {
        { Place: KeptPlace.Lost } => "lost",
        var at => at.IsPassed(sent[KeptAt.Field], isPlan) ? "changed" : null,
    };
}
