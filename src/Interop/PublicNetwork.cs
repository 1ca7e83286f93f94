using System.Net;
using System.Net.Sockets;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>
/// Which addresses a server may be asked at that a person named: those of the public network. Everything else could be a service
/// inside the house that trusts this machine. Ranges after the IANA special-purpose registries.
/// </summary>
public static class PublicNetwork
{
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7",
            "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(IPNetwork.Parse),
    ];

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return !Array.Exists(Special, n => n.Contains(address));
    }

    /// <summary>
    /// Connects to a host by an address that was looked at first, so that a name cannot mean one address when it is checked and
    /// another when it is used. A name with any address that is not public is refused.
    /// </summary>
    public static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, CancellationToken stop)
    {
        var addresses = IPAddress.TryParse(host.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host.Host, stop);
        if (Array.Find(addresses, a => !Has(a)) is { } inside)
        {
            throw new UnusableInputException(Problem.Rejected("private-address", host.Host,
                "{0} leads to {1}, which is no address of the public network. Set TRELLIS_PULL_PRIVATE=on to allow that.", host.Host, inside.ToString()));
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
