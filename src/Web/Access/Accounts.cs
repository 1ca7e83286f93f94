using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Trellis.Core.Access;

namespace Trellis.Web.Access;

/// <summary>How people come in: by password and code, by single sign-on, by a one-time link.</summary>
public static class Accounts
{
    /// <summary>PBKDF2 with HMAC-SHA512; a third of a second on a small machine.</summary>
    private const int Iterations = 600_000;

    public static void AddTrellisAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var signIn = services.AddAuthentication(SessionCookie.Scheme)
            .AddCookie(SessionCookie.Scheme, SessionCookie.Configure)
            .AddCookie(SignIn.SecondFactorScheme, SignIn.Configure);
        SingleSignOn.Add(signIn, builder.Configuration);
        services.AddScoped<IPasswordValidator<Person>, PasswordCheck>();
        services.AddIdentityCore<Person>()
            .AddUserStore<AccountStore>()
            .AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Iterations);
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddScoped<SignIn>();
        services.AddScoped<SecondFactor>();
        services.AddSingleton<ShownOnce>();
        services.AddPermissions();
        services.AddSignInRate(builder.Configuration);
        services.AddSingleton(DemoMode.From(builder.Configuration));
        services.AddFirstLink(builder.Configuration);
    }

    /// <summary>A cookie that scripts cannot read and other sites cannot use.</summary>
    public static void Harden(CookieAuthenticationOptions options, string name, TimeSpan lasts)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = false;
    }

    private sealed class PasswordCheck : IPasswordValidator<Person>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<Person> manager, Person user, string? password) => Task.FromResult(
            PasswordRule.Fault(password ?? "", user.Name, user.Email) is { } fault
                ? IdentityResult.Failed(new IdentityError { Code = fault.Code, Description = fault.Message })
                : IdentityResult.Success);
    }
}
