using System.Net;

namespace Trellis.Web.Access;

/// <summary>Whether the program runs as a demonstration, in which anybody at the machine may be one of some invented people.</summary>
public sealed record DemoMode(bool IsOn)
{
    public static DemoMode From(IConfiguration settings)
    {
        var isOn = string.Equals(settings["demo"], "on", StringComparison.OrdinalIgnoreCase);
        var addresses = (settings["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries);
        if (isOn && Array.Find(addresses, a => !IsLoopback(a)) is { } open)
            throw new InvalidOperationException($"A demonstration listens on this machine only: {open} would let others in. Use http://localhost:5080.");
        return new(isOn);
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
