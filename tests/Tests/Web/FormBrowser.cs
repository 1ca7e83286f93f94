using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>Keeps cookies and follows redirects, as a browser does.</summary>
internal sealed class FormBrowser
{
    private readonly HttpClient _http;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public FormBrowser(TestApp app, string language = "en")
    {
        _http = new(new HttpClientHandler { CookieContainer = new() }) { BaseAddress = app.Address };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public async Task<IDocument> OpenAsync(string path) => await ReadAsync(await _http.GetAsync(path, Stop));

    public async Task<IDocument> PostAsync(string path, HttpContent content) => await ReadAsync(await _http.PostAsync(path, content, Stop));

    public Task<IDocument> SendFileAsync(string file, string text, string mode) => SendFileAsync("/models/import", file, Encoding.UTF8.GetBytes(text), mode);

    /// <summary>Sends a file with the form of a page.</summary>
    public async Task<IDocument> SendFileAsync(string path, string file, byte[] content, string mode = "tolerant")
    {
        var page = await OpenAsync(path);
        using var form = Form(file, content, mode, page.QuerySelector("main form input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return await PostAsync(page.QuerySelector("main form")!.GetAttribute("action")!, form);
    }

    public async Task<IDocument> PressAsync(IDocument page, string button, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll("main form").First(f => f.QuerySelectorAll("button").Any(b => b.TextContent == button));
        var fields = form.QuerySelectorAll("input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, typed.FirstOrDefault(t => t.Name == i.GetAttribute("name")).Value ?? i.GetAttribute("value") ?? ""));
        using var content = new FormUrlEncodedContent(fields);
        return await PostAsync(form.GetAttribute("action")!, content);
    }

    private static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.IsSuccessStatusCode, html);
            return new HtmlParser().ParseDocument(html);
        }
    }

    public static MultipartFormDataContent Form(string file, string text, string mode, string? token) => Form(file, Encoding.UTF8.GetBytes(text), mode, token);

    public static MultipartFormDataContent Form(string file, byte[] content, string mode, string? token)
    {
        var form = new MultipartFormDataContent { { new StringContent(mode), "mode" } };
        form.Add(new ByteArrayContent(content), "file", file);
        if (token is not null)
            form.Add(new StringContent(token), "__RequestVerificationToken");
        return form;
    }
}
