using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Trellis.Core.Codes;
using Trellis.Interop.Fetch;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Downloads from a server on this machine that stands in for a publisher's.</summary>
public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Content = [.. "PK"u8, .. Enumerable.Range(0, 300_000).Select(i => (byte)i)];

    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-download-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task File_ThatIsThere_ArrivesWholeWithProgress()
    {
        var progress = new Steps();

        var path = await RunAsync(http => SendAsync(http, Content), progress: progress);

        Assert.Equal(Content, await File.ReadAllBytesAsync(path, Stop));
        Assert.Equal(new DownloadProgress(Content.Length, Content.Length), progress.Last);
        Assert.Equal([path], Directory.EnumerateFiles(_folder));
    }

    [Fact]
    public async Task Connection_ThatBreaks_IsTakenUpWhereItBroke()
    {
        var ranges = new List<string>();
        var held = new Steps();
        RequestDelegate answer = async http =>
        {
            ranges.Add(http.Request.Headers.Range.ToString());
            if (ranges.Count == 1)
            {
                http.Response.Headers.ETag = "\"a\"";
                http.Response.ContentLength = Content.Length;
                await http.Response.Body.WriteAsync(Content.AsMemory(0, 200_000));
                await http.Response.Body.FlushAsync();
                // What an abort finds under way is thrown away; the client has to hold a part before it can take it up.
                await held.First.WaitAsync(Stop);
                http.Abort();
                return;
            }
            await SendAsync(http, Content);
        };
        await using var server = await TestServer.StartAsync(answer);

        var broken = await Assert.ThrowsAsync<UnusableInputException>(() => RunAsync(server, Plain, held));
        var path = await RunAsync(server, Plain);

        Assert.Equal("download-broke", broken.Problems[0].Code);
        Assert.Equal(Content, await File.ReadAllBytesAsync(path, Stop));
        Assert.Equal("", ranges[0]);
        Assert.StartsWith("bytes=", ranges[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditionThatChangedMeanwhile_IsTakenFromItsBeginning()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder, "release.zip.part"), new byte[1000], Stop);
        await File.WriteAllTextAsync(Path.Combine(_folder, "release.zip.part.tag"), "\"old\"", Stop);

        var path = await RunAsync(http => SendAsync(http, Content));

        Assert.Equal(Content, await File.ReadAllBytesAsync(path, Stop));
    }

    [Theory]
    [InlineData(403, "download-refused")]
    [InlineData(429, "download-refused")]
    [InlineData(404, "download-gone")]
    [InlineData(500, "download-failed")]
    public async Task Answer_ThatIsNoFile_IsAProblemInWords(int status, string code) => await RefusedAsync(code, http =>
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    [Fact]
    public async Task Page_InPlaceOfAFile_IsRefused() =>
        await RefusedAsync("download-no-data", http => http.Response.WriteAsync("<html>Access denied</html>", Stop));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_ThatIsTooLarge_IsNotTaken(bool saysSo) => await RefusedAsync("download-too-large", async http =>
    {
        if (saysSo)
            http.Response.ContentLength = 2 * 1024 * 1024;
        for (var i = 0; i < 32 && !http.RequestAborted.IsCancellationRequested; i++)
            await http.Response.Body.WriteAsync(new byte[64 * 1024]);
    });

    [Fact]
    public async Task File_WithAnotherFingerprint_IsRefused() =>
        await RefusedAsync("download-altered", http => SendAsync(http, Content), Plain with { Sha256 = new string('0', 64) });

    [Fact]
    public async Task File_WithItsFingerprint_IsTaken() =>
        Assert.NotEmpty(await RunAsync(http => SendAsync(http, Content), Plain with { Sha256 = Convert.ToHexString(SHA256.HashData(Content)) }));

    [Theory]
    [InlineData("http://www.example.org/release.zip")]
    [InlineData("https://www.example.org/release.zip")]
    [InlineData("http://127.0.0.1:1/release.zip")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirect_AwayFromThePublisher_IsNotFollowed(string to) => await RefusedAsync("bad-redirect", http => RedirectAsync(http, to));

    [Fact]
    public async Task Redirect_WithoutEnd_IsGivenUp() => await RefusedAsync("too-many-redirects", http => RedirectAsync(http, http.Request.Path + "x"));

    [Fact]
    public async Task Redirect_WithinThePublisher_IsFollowed() =>
        Assert.NotEmpty(await RunAsync(http => http.Request.Path == "/new.zip" ? SendAsync(http, Content) : RedirectAsync(http, "/new.zip")));

    [Theory]
    [InlineData("https://www.bls.gov/x", null, true)]
    [InlineData("http://www.bls.gov/x", null, false)]
    [InlineData("http://127.0.0.1/x", null, false)]
    [InlineData("http://127.0.0.1/x", "http://127.0.0.1:80/", true)]
    [InlineData("http://mirror.example.org/x", "http://mirror.example.org/", false)]
    [InlineData("ftp://www.bls.gov/x", null, false)]
    public void Address_WithoutEncryption_IsAllowedToAMirrorOnThisMachineOnly(string address, string? mirror, bool allowed) =>
        Assert.Equal(allowed, new FetchSettings(null, mirror is null ? null : new(mirror)).Allows(new(address)));

    [Fact]
    public void Publishers_ThatShip_AreAskedOverHttps()
    {
        var files = PublisherFile.ReadAll(Path.Combine(Checkout.Root, "data"));

        Assert.True(files.Count > 10);
        Assert.All(files, f => Assert.True(f.Address.Scheme == "https" && f.Page.Scheme == "https" && f.License.Length > 0 && f.Publisher.Length > 0 && f.MostBytes > 0));
        Assert.Equal(files.Count, files.Select(f => f.File).Distinct().Count());
        Assert.Equal(files.Count, files.Select(f => (f.Kind, f.Edition)).Distinct().Count());
    }

    private static PublisherFile Plain { get; } = new()
    {
        Kind = "onet",
        Group = "",
        Edition = "1",
        Title = "A release",
        Publisher = "A publisher",
        Address = new("https://www.example.org/files/release.zip"),
        File = "release.zip",
        License = "none",
        Page = new("https://www.example.org/"),
        Sha256 = "",
        MostBytes = 1024 * 1024,
    };

    private async Task RefusedAsync(string code, RequestDelegate answer, PublisherFile? file = null)
    {
        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => RunAsync(answer, file));

        Assert.Equal(code, refused.Problems[0].Code);
        Assert.DoesNotContain("release.zip", Directory.EnumerateFiles(_folder).Select(f => Path.GetFileName(f)));
    }

    private async Task<string> RunAsync(RequestDelegate answer, PublisherFile? file = null, IProgress<DownloadProgress>? progress = null)
    {
        await using var server = await TestServer.StartAsync(answer);
        return await RunAsync(server, file ?? Plain, progress);
    }

    private async Task<string> RunAsync(TestServer server, PublisherFile file, IProgress<DownloadProgress>? progress = null)
    {
        using var http = Download.Client();
        return await new Download(http, new(null, server.Address)).RunAsync(file, _folder, progress, Stop);
    }

    private static Task SendAsync(HttpContext http, byte[] content) =>
        Results.File(content, "application/zip", entityTag: new("\"a\""), enableRangeProcessing: true).ExecuteAsync(http);

    private static Task RedirectAsync(HttpContext http, string to)
    {
        http.Response.StatusCode = StatusCodes.Status302Found;
        http.Response.Headers.Location = new StringValues(to);
        return Task.CompletedTask;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private sealed class Steps : IProgress<DownloadProgress>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DownloadProgress Last { get; private set; }

        /// <summary>Ends as soon as the client holds a part.</summary>
        public Task First => _first.Task;

        public void Report(DownloadProgress value)
        {
            Last = value;
            _first.TrySetResult();
        }
    }
}
