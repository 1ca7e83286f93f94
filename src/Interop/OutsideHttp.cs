using System.Globalization;
using System.Net;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>An answer of another server: its bytes, and how many things there are where it said so.</summary>
public sealed record OutsideAnswer(HttpStatusCode Status, ReadOnlyMemory<byte> Bytes, int? Total);

/// <summary>
/// Reads from servers that a person named. Only the public network is asked, and only by https, unless private addresses are allowed;
/// size, time and redirects are bounded, and each redirect is looked at like the first address.
/// </summary>
public sealed class OutsideHttp : IDisposable
{
    private const int MostRedirects = 3;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);

    private readonly bool _allowsPrivate;
    private readonly HttpClient _http;

    public OutsideHttp(bool allowsPrivate)
    {
        _allowsPrivate = allowsPrivate;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.Brotli | DecompressionMethods.GZip,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            UseCookies = false,
            // A proxy would look names up for itself.
            UseProxy = false,
        };
        if (!allowsPrivate)
            handler.ConnectCallback = (context, stop) => PublicNetwork.ConnectAsync(context.DnsEndPoint, stop);
        _http = new(handler) { Timeout = LongestAnswer };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Trellis");
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
    }

    /// <summary>Whether TRELLIS_PULL_PRIVATE allows addresses that are not public.</summary>
    public static bool Allows(string? setting) => string.Equals(setting, "on", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads what stands at an address, or throws with what is wrong with it.</summary>
    public async Task<OutsideAnswer> GetAsync(Uri address, long mostBytes, CancellationToken stop)
    {
        try
        {
            for (var redirects = 0; redirects <= MostRedirects; redirects++)
            {
                Check(address);
                using var response = await _http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, stop);
                if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } next)
                    return new(response.StatusCode, await ReadAsync(address, response, mostBytes, stop), Total(response));
                address = new(address, next);
            }
            throw new UnusableInputException(Problem.Rejected("too-many-redirects", address.ToString(), "The server sends us on from one address to the next."));
        }
        catch (HttpRequestException e) when (e.InnerException is UnusableInputException refused)
        {
            throw new UnusableInputException(refused.Problems);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            throw new UnusableInputException(Problem.Rejected("no-connection", address.ToString(), "The server could not be read: {0}", e.Message));
        }
        catch (TaskCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new UnusableInputException(Problem.Rejected("too-slow", address.ToString(), "The server did not answer in time: {0}", e.Message));
        }
    }

    public void Dispose() => _http.Dispose();

    private void Check(Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps && !(_allowsPrivate && address.Scheme == Uri.UriSchemeHttp))
            throw new UnusableInputException(Problem.Rejected("not-https", address.ToString(), "Only addresses that begin with https:// are read."));
        if (address.UserInfo.Length > 0)
            throw new UnusableInputException(Problem.Rejected("has-password", address.Host, "An address with a name or password in it is not read."));
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Uri address, HttpResponseMessage response, long mostBytes, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestAnswer);
        await using var stream = await response.Content.ReadAsStreamAsync(limit.Token);
        var bytes = new MemoryStream((int)Math.Min(response.Content.Headers.ContentLength ?? 0, mostBytes));
        var buffer = new byte[64 * 1024];
        for (int count; (count = await stream.ReadAsync(buffer, limit.Token)) > 0;)
        {
            if (bytes.Length + count > mostBytes)
            {
                throw new UnusableInputException(Problem.Rejected("too-large", address.ToString(), "The answer is larger than {0} MB, the most that is read.",
                    (mostBytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture)));
            }
            bytes.Write(buffer, 0, count);
        }
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    private static int? Total(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Total-Count", out var values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var total)
            ? total : null;
}
