using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Web.Access;

/// <summary>Sign-in with the OpenID Connect provider that an organization has, where the settings name one.</summary>
public static class SingleSignOn
{
    public const string Scheme = "Single sign-on";

    public static void Add(AuthenticationBuilder signIn, IConfiguration settings)
    {
        var sso = SingleSignOnSettings.From(settings);
        signIn.Services.AddSingleton(sso);
        if (!sso.IsOn)
            return;
        signIn.AddOpenIdConnect(Scheme, options =>
        {
            options.Authority = sso.Authority;
            options.ClientId = sso.ClientId;
            options.ClientSecret = sso.ClientSecret;
            options.SignInScheme = SessionCookie.Scheme;
            options.CallbackPath = "/account/sso/back";
            options.ResponseType = OpenIdConnectResponseType.Code;
            // By address and not by a form of another site, to which a Lax cookie would not go along.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.RequireHttpsMetadata = !new Uri(sso.Authority).IsLoopback;
            options.CorrelationCookie.SameSite = options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Scope.Add("email");
            options.Events.OnTokenValidated = context => AdmitAsync(context, sso);
            options.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect(Links.SignInFault("sso"));
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
    }

    private static async Task AdmitAsync(TokenValidatedContext context, SingleSignOnSettings sso)
    {
        var (http, claims) = (context.HttpContext, context.Principal!);
        var outside = new OutsidePerson(sso.Authority, claims.FindFirst("sub")!.Value, claims.FindFirst("name")?.Value ?? claims.FindFirst("email")?.Value ?? "")
        {
            VerifiedEmail = claims.FindFirst("email_verified")?.Value is "true" or "True" ? claims.FindFirst("email")?.Value : null,
            Roles = [.. claims.FindAll(sso.RoleClaim).Select(c => sso.Roles.TryGetValue(c.Value, out var role) ? role : (Role?)null).OfType<Role>().Distinct()],
        };
        try
        {
            var change = Visitor.ChangeNow(http, "Single sign-on");
            var person = await new OutsideSignIn(http.RequestServices.GetRequiredService<Db>()).FindAsync(outside, sso.LinksByEmail, change, http.RequestAborted);
            if (person is { } id)
            {
                context.Principal = await SessionCookie.PrincipalAsync(http, id, "Signed in by single sign-on");
                // The provider's tokens are of no more use; without them the cookie stays small.
                context.Properties = new() { RedirectUri = context.Properties?.RedirectUri };
                return;
            }
        }
        catch (UnusableInputException)
        {
            // The last administrator would lose the role; the provider's word does not count then.
        }
        context.Response.Redirect(Links.SignInFault("sso-unknown"));
        context.HandleResponse();
    }
}

/// <summary>The provider, and what its words mean here. TRELLIS_OIDC_AUTHORITY turns it on; all settings stand in docs/access.md.</summary>
public sealed record SingleSignOnSettings(string Authority, string ClientId, string? ClientSecret)
{
    public bool IsOn => Authority.Length > 0;

    /// <summary>What the button says: "Sign in with …".</summary>
    public required string Name { get; init; }
    public required string RoleClaim { get; init; }
    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    /// <summary>Whether an account that was made here opens to who has its verified address at the provider.</summary>
    public required bool LinksByEmail { get; init; }

    public static SingleSignOnSettings From(IConfiguration settings)
    {
        var secret = settings["TRELLIS_OIDC_CLIENT_SECRET_FILE"] is { Length: > 0 } file ? File.ReadAllText(file, Utf8.Strict).Trim() : settings["TRELLIS_OIDC_CLIENT_SECRET"];
        return new(settings["TRELLIS_OIDC_AUTHORITY"] ?? "", settings["TRELLIS_OIDC_CLIENT_ID"] ?? "trellis", secret)
        {
            Name = settings["TRELLIS_OIDC_NAME"] ?? "single sign-on",
            RoleClaim = settings["TRELLIS_OIDC_ROLE_CLAIM"] ?? "roles",
            Roles = RolesOf(settings["TRELLIS_OIDC_ROLES"] ?? ""),
            LinksByEmail = string.Equals(settings["TRELLIS_OIDC_LINK_EMAIL"], "on", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <summary>"staff=BoardStaff;advisers=CareerAdviser" as a table.</summary>
    private static Dictionary<string, Role> RolesOf(string text)
    {
        var roles = new Dictionary<string, Role>(StringComparer.Ordinal);
        foreach (var pair in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2) is not [var word, var name] || !Enum.TryParse<Role>(name.Trim(), out var role) || !Enum.IsDefined(role))
                throw new InvalidOperationException($"TRELLIS_OIDC_ROLES: \"{pair}\" is not WORD=ROLE with one of {string.Join(", ", Enum.GetNames<Role>())}.");
            roles[word.Trim()] = role;
        }
        return roles;
    }
}
