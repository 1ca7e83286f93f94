using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Xunit;

namespace Trellis.Tests.Support;

/// <summary>A browser without script that somebody signs in with: keeps cookies, follows redirects, fills in forms by the words on their buttons.</summary>
internal sealed class AccountBrowser
{
    private readonly HttpClient _http;

    public AccountBrowser(Uri address, string language = "en")
    {
        _http = new(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Add("Accept-Language", language);
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status { get; private set; }

    /// <summary>Where the last answer came from, after redirects.</summary>
    public string At { get; private set; } = "";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IDocument> OpenAsync(string path) => await ReadAsync(await _http.GetAsync(path, Stop));

    public Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(path, Stop);

    public async Task<IDocument> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await _http.PostAsync(path, content, Stop));
    }

    /// <summary>Asks an address as its method says; a form carries the token of one of this person's pages.</summary>
    public async Task<IDocument> AskAsync(string method, string path, params (string Name, string Value)[] fields)
    {
        if (method == "GET")
            return await OpenAsync(path);
        var token = (await OpenAsync("/account")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await PostAsync(path, [("__RequestVerificationToken", token), .. fields]);
    }

    public async Task<IDocument> SendAsync(string path, HttpContent content) => await ReadAsync(await _http.PostAsync(path, content, Stop));

    /// <summary>Presses the button of a page with what the form holds and what is filled in beside; boxes are as told alone.</summary>
    public Task<IDocument> PressAsync(IDocument page, string button, params (string Name, string Value)[] filled)
    {
        var pressed = page.QuerySelectorAll("form button").First(b => b.TextContent.Trim() == button);
        var form = pressed.Closest("form")!;
        var names = filled.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var held = form.QuerySelectorAll("input[name]:not([type=checkbox]), select[name]").Select(i => (Name: i.GetAttribute("name")!, Value: Held(i))).Where(f => !names.Contains(f.Name));
        if (pressed.GetAttribute("name") is { } own)
            held = held.Append((own, pressed.GetAttribute("value") ?? ""));
        return PostAsync(pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? At, [.. held, .. filled]);
    }

    public async Task<IDocument> SignInAsync(string email, string password) =>
        await PressAsync(await OpenAsync("/account/sign-in"), "Sign in", ("email", email), ("password", password));

    private static string Held(IElement field) => field.GetAttribute("value") ?? field.QuerySelector("option[selected]")?.GetAttribute("value") ?? field.QuerySelector("option")?.GetAttribute("value") ?? "";

    private async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            (Status, At) = (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery);
            return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Stop));
        }
    }
}
