using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>A visitor without an account: keeps cookies, fills in forms as they stand on the pages, and follows where they lead.</summary>
internal sealed class Guest : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _client;
    private readonly HtmlParser _parser = new();

    public Guest(Uri address, string language = "en")
    {
        _client = new(new HttpClientHandler { CookieContainer = _cookies }) { BaseAddress = address };
        _client.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    /// <summary>Every address that was asked for, with what each led to.</summary>
    public List<string> Addresses { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Cookie => string.Join("; ", _cookies.GetAllCookies().Where(c => c.Name.StartsWith("trellis-profile", StringComparison.Ordinal)).Select(c => c.Value));

    public async Task<IDocument> OpenAsync(string path)
    {
        using var response = await _client.GetAsync(path, Stop);
        return await PageAsync(response);
    }

    public async Task<string> TextAsync(string path) => await _client.GetStringAsync(path, Stop);

    /// <summary>Sends the form of a page that goes to an address, with its own values changed by the given ones.</summary>
    public async Task<IDocument> SendAsync(IDocument page, string action, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(Filled(Form(page, action), fields));
        using var response = await _client.PostAsync(action, content, Stop);
        return await PageAsync(response);
    }

    /// <summary>Sends a form that takes a file.</summary>
    public async Task<IDocument> SendFileAsync(IDocument page, string action, (string Name, byte[] Content) file)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Filled(Form(page, action), []))
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(file.Content), "file", file.Name);
        using var response = await _client.PostAsync(action, content, Stop);
        return await PageAsync(response);
    }

    public void Dispose() => _client.Dispose();

    private static IElement Form(IDocument page, string action)
    {
        var form = page.QuerySelectorAll("form").FirstOrDefault(f => (f.GetAttribute("action") ?? "") == action && f.GetAttribute("method") == "post");
        Assert.True(form is not null, $"The page has no form to {action}.");
        return form;
    }

    private static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, (string Name, string Value)[] fields)
    {
        var own = form.QuerySelectorAll("input, textarea").Where(i => i.GetAttribute("name") is not null && i.GetAttribute("type") is not ("file" or "radio" or "checkbox"))
            .Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value") ?? i.TextContent))
            .Concat(form.QuerySelectorAll("select").Select(s => (Name: s.GetAttribute("name")!, Value: (s.QuerySelector("option[selected]") ?? s.QuerySelector("option"))?.GetAttribute("value") ?? "")))
            .Concat(form.QuerySelectorAll("input[checked]").Select(i => (Name: i.GetAttribute("name")!, Value: i.GetAttribute("value")!)));
        return own.Where(o => fields.All(f => f.Name != o.Name)).Concat(fields).Select(f => KeyValuePair.Create(f.Name, f.Value));
    }

    private async Task<IDocument> PageAsync(HttpResponseMessage response)
    {
        Addresses.Add(response.RequestMessage!.RequestUri!.ToString());
        var html = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.IsSuccessStatusCode, $"{response.RequestMessage.RequestUri} answered {(int)response.StatusCode}: {html}");
        return _parser.ParseDocument(html);
    }
}
