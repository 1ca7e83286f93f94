using System.Net;

namespace Trellis.Web.Access;

/// <summary>
/// Until there is an administrator, the person who sits at the machine itself is the steward of an installation: a request from a
/// loopback address to a loopback name, not passed on by a proxy. TRELLIS_LOCAL_STEWARD=off refuses that too, as an installation
/// behind a proxy on the same machine should.
/// </summary>
public static class LocalSteward
{
    /// <summary>What the audit calls this person.</summary>
    public const string Name = "steward at this computer";

    /// <summary>Whether the request comes from the person at the machine and the machine trusts that.</summary>
    public static bool Is(HttpContext http) =>
        !string.Equals(http.RequestServices.GetRequiredService<IConfiguration>()["TRELLIS_LOCAL_STEWARD"], "off", StringComparison.OrdinalIgnoreCase)
        && !http.RequestServices.GetRequiredService<DemoMode>().IsOn && IsAtTheMachine(http);

    /// <summary>Whether the request was made on the machine on which the program runs, as far as it can tell.</summary>
    public static bool IsAtTheMachine(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]"
        && !http.Request.Headers.ContainsKey("Forwarded") && !http.Request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));
}
