using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Trellis.Web.Access;

/// <summary>How often one network address may try to come in. Each node counts for itself; the waits of an account are counted in the database.</summary>
public static class SignInRate
{
    public const string Policy = "sign-in";
    private const int Usual = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>TRELLIS_SIGN_IN_RATE says how many tries a minute, where 30 are too many or too few.</summary>
    public static void AddSignInRate(this IServiceCollection services, IConfiguration settings)
    {
        var most = int.TryParse(settings["TRELLIS_SIGN_IN_RATE"], NumberStyles.None, CultureInfo.InvariantCulture, out var told) && told > 0 ? told : Usual;
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Policy, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window }));
        });
    }
}
