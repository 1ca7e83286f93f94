using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Trellis.Tests.Support;
using Xunit;

[assembly: AssemblyFixture(typeof(Trellis.Tests.LaborMarket.StarterApp))]

namespace Trellis.Tests.LaborMarket;

/// <summary>The running program with the starter set and nothing else, so that its figures are known.</summary>
public sealed class StarterApp : IAsyncDisposable
{
    private readonly Lazy<OwnApp> _app = new(() => OwnApp.Start());
    private readonly HtmlParser _parser = new();

    public OwnApp App => _app.Value;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IDocument> PageAsync(string path, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        using var response = await App.Http.SendAsync(request, Stop);
        var html = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {(int)response.StatusCode}: {html}");
        return _parser.ParseDocument(html);
    }

    public async Task<JsonDocument> JsonAsync(string path) => JsonDocument.Parse(await App.Http.GetStringAsync(path, Stop));

    /// <summary>Fills in the form of a page that sends to an address, and sends it with the page's cookies.</summary>
    public async Task<(HttpStatusCode Status, string? Location)> SendAsync(string page, string action, params (string Name, string Value)[] fields)
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = App.Address };
        var form = _parser.ParseDocument(await client.GetStringAsync(page, Stop)).QuerySelector($"form[action='{action}']");
        Assert.NotNull(form);
        var hidden = form.QuerySelectorAll("input[type=hidden]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value")!));
        using var content = new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await client.PostAsync(action, content, Stop);
        return (response.StatusCode, response.Headers.Location?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        if (_app.IsValueCreated)
            await _app.Value.DisposeAsync();
    }
}
