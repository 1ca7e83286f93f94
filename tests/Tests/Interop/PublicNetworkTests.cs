using System.Net;
using System.Net.Sockets;
using Trellis.Core.Codes;
using Trellis.Interop;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Which servers may be asked, and that the others are not even connected to.</summary>
public class PublicNetworkTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.9.9.9", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void Address_IsPublic_OrNot(string address, bool isPublic) => Assert.Equal(isPublic, PublicNetwork.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://127.0.0.1:{0}/", "private-address")]
    [InlineData("https://localhost:{0}/", "private-address")]
    [InlineData("https://[::1]:{0}/", "private-address")]
    [InlineData("https://[::ffff:127.0.0.1]:{0}/", "private-address")]
    [InlineData("https://2130706433:{0}/", "private-address")]
    [InlineData("https://0x7f.1:{0}/", "private-address")]
    [InlineData("http://127.0.0.1:{0}/", "not-https")]
    [InlineData("ftp://127.0.0.1:{0}/", "not-https")]
    [InlineData("file:///etc/passwd", "not-https")]
    [InlineData("https://name:word@127.0.0.1:{0}/", "has-password")]
    public async Task Server_InTheHouse_IsNotConnectedTo(string address, string code)
    {
        using var canary = new TcpListener(IPAddress.Loopback, 0);
        canary.Start();
        using var http = new OutsideHttp(allowsPrivate: false);
        var target = new Uri(address.Replace("{0}", $"{((IPEndPoint)canary.LocalEndpoint).Port}", StringComparison.Ordinal));

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => http.GetAsync(target, 1000, TestContext.Current.CancellationToken));

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
        Assert.False(canary.Pending());
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", "not-https")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "too-many-redirects")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n{1001}", "too-large")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", "no-connection")]
    [InlineData("nonsense\r\n\r\n", "no-connection")]
    public async Task Answer_OutOfBounds_IsRefused(string answer, string code)
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var stop = TestContext.Current.CancellationToken;
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync(stop);
                _ = await client.GetStream().ReadAtLeastAsync(new byte[4096], 1, cancellationToken: stop);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer.Replace("{1001}", new string('x', 1001), StringComparison.Ordinal)), stop);
            }
        }, stop);
        using var http = new OutsideHttp(allowsPrivate: true);

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => http.GetAsync(new($"http://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/"), 1000, stop));

        Assert.Equal(code, Assert.Single(refused.Problems).Code);
        server.Stop();
        await Assert.ThrowsAnyAsync<Exception>(() => serving);
    }
}
