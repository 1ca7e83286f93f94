using System.Net;
using System.Net.Http.Headers;
using Trellis.Core.Codes;

namespace Trellis.Interop.Fetch;

/// <summary>
/// Gets a file from its publisher: encrypted, within the publisher's own site, no larger than is expected, and never half. What came
/// before a connection broke is kept beside the target, and the next attempt goes on from there.
/// </summary>
public sealed class Download(HttpClient http, FetchSettings settings)
{
    private const int MostRedirects = 5;

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <summary>A client that follows no redirect by itself and waits no longer than a large file needs.</summary>
    public static HttpClient Client() => new(new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = TimeSpan.FromSeconds(20), UseCookies = false })
    {
        Timeout = TimeSpan.FromHours(1),
    };

    /// <summary>Downloads the file into the folder and gives its path.</summary>
    public async Task<string> RunAsync(PublisherFile file, string folder, IProgress<DownloadProgress>? progress, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var part = new PartFile(Path.Combine(folder, file.File));
        try
        {
            using (var response = await AskAsync(file, part, stop))
                await TakeAsync(file, part, response, progress, stop);
            part.Check(file);
            return part.Finish();
        }
        catch (HttpRequestException e) when (e.StatusCode is null)
        {
            throw Unusable("no-network", file, "The publisher's server {0} cannot be reached from here. Check the network and try again, or download {1} from {2} elsewhere and load that file.",
                settings.AddressOf(file).Host, file.File, file.Page.ToString());
        }
        catch (Exception e) when (e is IOException or TimeoutException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw Unusable("download-broke", file, "The connection broke after {0} KB. What came is kept; the next attempt goes on from there.", $"{part.Length >> 10}");
        }
    }

    private async Task<HttpResponseMessage> AskAsync(PublisherFile file, PartFile part, CancellationToken stop)
    {
        var address = settings.AddressOf(file);
        var site = Site(address);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!settings.Allows(address) || Site(address) != site)
                throw Unusable("bad-redirect", file, "The publisher's server sends to {0}, which is not encrypted or not its own; nothing was taken from there.", address.GetLeftPart(UriPartial.Authority));
            var response = await http.SendAsync(Request(address, part), HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.PartialContent)
                return response;
            using (response)
                address = Next(file, part, address, response);
        }
        throw Unusable("too-many-redirects", file, "The publisher's server sends from one address to the next, {0} times and more.", $"{MostRedirects}");
    }

    /// <summary>Where to ask next after an answer that is not the file.</summary>
    private static Uri Next(PublisherFile file, PartFile part, Uri address, HttpResponseMessage response)
    {
        switch (response.StatusCode)
        {
            case HttpStatusCode.RequestedRangeNotSatisfiable when part.Length > 0:
                part.Clear();
                return address;
            case HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests:
                throw Unusable("download-refused", file, "The publisher's server refuses downloads by programs (answer {0}). Set TRELLIS_CONTACT to an e-mail address and try again, or download {1} from {2} in a browser and load that file.",
                    $"{(int)response.StatusCode}", file.File, file.Page.ToString());
            case HttpStatusCode.NotFound or HttpStatusCode.Gone:
                throw Unusable("download-gone", file, "The publisher has no file at {0} any more. Look for a newer one at {1} and load it as a file.", address.ToString(), file.Page.ToString());
            case var status when (int)status is >= 300 and < 400 && response.Headers.Location is { } location:
                return new(address, location);
            default:
                throw Unusable("download-failed", file, "The publisher's server answers {0}. Try again later.", $"{(int)response.StatusCode}");
        }
    }

    private HttpRequestMessage Request(Uri address, PartFile part)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.Contact is { } contact ? $"Trellis/1.0 ({contact})" : "Trellis/1.0");
        if (part.Length > 0 && EntityTagHeaderValue.TryParse(part.Tag, out var tag))
        {
            request.Headers.Range = new(part.Length, null);
            request.Headers.IfRange = new(tag);
        }
        return request;
    }

    private static async Task TakeAsync(PublisherFile file, PartFile part, HttpResponseMessage response, IProgress<DownloadProgress>? progress, CancellationToken stop)
    {
        if (response.StatusCode != HttpStatusCode.PartialContent || response.Content.Headers.ContentRange?.From != part.Length)
            part.Clear();
        var total = part.Length + response.Content.Headers.ContentLength;
        if (total > file.MostBytes)
            throw TooLarge(file);
        part.Tag = response.Headers.ETag is { IsWeak: false } tag ? tag.ToString() : null;
        await using var from = await response.Content.ReadAsStreamAsync(stop);
        await using var to = part.Append();
        var buffer = new byte[1 << 17];
        while (await ReadAsync(from, buffer, stop) is > 0 and var read)
        {
            if (to.Position + read > file.MostBytes)
                throw TooLarge(file);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
            progress?.Report(new(to.Position, total));
        }
    }

    private static async Task<int> ReadAsync(Stream from, byte[] buffer, CancellationToken stop)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
        silence.CancelAfter(Silence);
        return await from.ReadAsync(buffer, silence.Token);
    }

    /// <summary>The last two parts of the host: www.bls.gov and download.bls.gov are of one site.</summary>
    private static string Site(Uri address) => address.HostNameType == UriHostNameType.Dns ? string.Join('.', address.Host.Split('.').TakeLast(2)) : address.Authority;

    private static UnusableInputException TooLarge(PublisherFile file) =>
        Unusable("download-too-large", file, "The file is larger than {0} MB, which is more than it should be; it was not taken.", $"{file.MostBytes >> 20}");

    private static UnusableInputException Unusable(string code, PublisherFile file, string sentence, params string[] values) =>
        new(Problem.Rejected(code, file.File, sentence, values));
}
