using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Keeps cookies, follows redirects and fills in forms, as a browser without script does.</summary>
internal sealed class DataBrowser
{
    private readonly HttpClient _http;

    public DataBrowser(TestApp app, string language = "en")
    {
        _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = app.Address };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>After how many seconds the last page asked to be opened again.</summary>
    public string? LastRefresh { get; private set; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IDocument> OpenAsync(string path) => await ReadAsync(await _http.GetAsync(path, Stop));

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path, Stop);

    public async Task<IDocument> SendAsync(string file, byte[] content, string kind, string? token = null)
    {
        var page = await OpenAsync("/data/load");
        var form = page.QuerySelectorAll("main form").First(f => f.QuerySelector("input[type=file]") is not null);
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(token ?? form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(kind), "kind" },
            { new ByteArrayContent(content), "file", file },
        };
        return await ReadAsync(await _http.PostAsync(form.GetAttribute("action"), parts, Stop));
    }

    public async Task<IDocument> PressAsync(IDocument page, string button, params (string Name, string Value)[] chosen)
    {
        var form = page.QuerySelectorAll("main form").First(f => f.QuerySelectorAll("button").Any(b => b.TextContent == button));
        var fields = form.QuerySelectorAll("input[name]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? "")).Concat(chosen);
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await _http.PostAsync(form.GetAttribute("action"), content, Stop));
    }

    /// <summary>Opens the page of a job until the job is over.</summary>
    public async Task<IDocument> UntilOverAsync(IDocument job)
    {
        for (var looks = 0; job.QuerySelector("progress") is not null; looks++)
        {
            Assert.True(looks < 6000, "The job does not end.");
            // As the page itself does for a reader: it is opened again until the job is over.
            await Task.Delay(100, Stop);
            job = await OpenAsync(job.DocumentUri);
        }
        return job;
    }

    private async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.IsSuccessStatusCode, html);
            LastRefresh = response.Headers.TryGetValues("Refresh", out var refresh) ? refresh.Single() : null;
            var page = new HtmlParser().ParseDocument(html);
            page.Location.Href = response.RequestMessage!.RequestUri!.ToString();
            return page;
        }
    }
}
