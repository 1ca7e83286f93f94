using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Tests.Support;

/// <summary>A mail server on a port of this machine that takes what it is given, or refuses as often as it was told to.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _work;

    public MailSink()
    {
        _listener.Start();
        _work = ListenAsync();
    }

    public string Address => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>The messages as they came, with their heads.</summary>
    public ConcurrentQueue<string> Messages { get; } = new();

    /// <summary>How many receivers are refused before one is taken.</summary>
    public int Refusals { get; set; }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.ASCII);
                await TalkAsync(reader, stream);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task TalkAsync(StreamReader reader, NetworkStream stream)
    {
        await SayAsync(stream, "220 sink");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
            {
                "RCPT" when Refusals > 0 => Refuse(line),
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 good",
            };
            await SayAsync(stream, answer);
            if (answer[0] == '3')
            {
                Messages.Enqueue(await ReadMessageAsync(reader));
                await SayAsync(stream, "250 taken");
            }
        }
    }

    private string Refuse(string line)
    {
        Refusals--;
        return $"451 not now, {line}";
    }

    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line).Append('\n');
        return text.ToString();
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _work;
        _listener.Stop();
        _stop.Dispose();
    }
}
