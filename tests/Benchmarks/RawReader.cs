using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Benchmarks;

/// <summary>One connection that asks and reads over and over with as little work as can be, since it shares the cores with the server.</summary>
public sealed class RawReader : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Uri _server;
    private readonly byte[] _buffer = new byte[256 * 1024];

    public RawReader(Uri server)
    {
        _server = server;
        _socket.Connect(server.Host, server.Port);
    }

    public byte[] Request(string path, string headers = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {_server.Authority}\r\n{headers}\r\n");

    /// <summary>Asks and reads the whole answer; gives its status and the length of its body.</summary>
    public (int Status, long Length) Read(byte[] request)
    {
        _socket.Send(request);
        var (count, end) = (0, -1);
        while (end < 0)
        {
            var more = _socket.Receive(_buffer.AsSpan(count));
            if (more == 0)
                throw new IOException("The server closed the connection.");
            count += more;
            end = _buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8);
        }
        var head = _buffer.AsSpan(0, end + 4);
        var status = int.Parse(Encoding.ASCII.GetString(head.Slice(9, 3)), CultureInfo.InvariantCulture);
        var length = status == 304 ? 0 : Length(head);
        for (var left = length - (count - end - 4); left > 0;)
            left -= _socket.Receive(_buffer.AsSpan(0, (int)Math.Min(_buffer.Length, left)));
        return (status, length);
    }

    public void Dispose() => _socket.Dispose();

    private static long Length(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0)
            throw new IOException("The answer does not say how long it is.");
        var digits = head[(at + 16)..];
        return long.Parse(Encoding.ASCII.GetString(digits[..digits.IndexOf((byte)'\r')]), CultureInfo.InvariantCulture);
    }
}
