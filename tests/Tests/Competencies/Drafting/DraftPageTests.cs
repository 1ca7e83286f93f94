using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies.Drafting;

/// <summary>Building a model on the pages, without script.</summary>
public sealed class DraftPageTests(TestApp app)
{
    [Fact]
    public async Task Model_FromAListAndAnother_IsBuiltEditedReviewedAndPublished()
    {
        await LoadAsync("Fence building", "Sets posts in concrete", "Measures the line of a fence");
        var browser = new FormBrowser(app);
        var list = await browser.SendAsync(await browser.OpenAsync("/models/new"), "/models/new/start", ("title", "Garden building"), ("publisher", "A board"), ("model", "fence-building"),
            ("text", "Gates\n  Hangs gates\n  Sets the posts in concrete"), ("text-title", "Our list"));
        Assert.Equal("the", Assert.Single(list.QuerySelectorAll(".build-pairs > li")).QuerySelector("ins")!.TextContent.Replace("[added:]", "", StringComparison.Ordinal).Replace("[end]", "", StringComparison.Ordinal).Trim());
        list = await browser.PressAsync(list, "Merge, keep the first wording");
        var edit = await browser.PressAsync(list, "Bring them in");
        Assert.Equal("/models/garden-building/edit?note=brought", edit.Location.PathName + edit.Location.Search);
        Assert.Equal(["Fence building", "Sets posts in concrete", "Measures the line of a fence", "Hangs gates"], Statements(edit));

        var row = edit.QuerySelectorAll(".edit-row").Single(r => r.TextContent.Contains("Hangs gates", StringComparison.Ordinal));
        var form = await browser.OpenAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        edit = await browser.PressAsync(form, "Save", ("text-en", "Hangs gates plumb"), ("text-es", "Cuelga puertas a plomo"));
        Assert.Contains("Cuelga puertas a plomo", edit.Body!.TextContent, StringComparison.Ordinal);
        edit = await browser.PressAsync(edit, "Undo");
        Assert.Contains("Hangs gates", Statements(edit));

        var version = await browser.PressAsync(await browser.OpenAsync("/models/garden-building/edit/publish"), "Publish this version");
        Assert.Equal("/models/garden-building", version.Location.PathName);
        var outline = await app.PageAsync("/models/garden-building?view=outline");
        Assert.Contains("Hangs gates", outline.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_OfEveryKind_ComeOntoTheList()
    {
        await LoadAsync("Kiln firing", "Loads a kiln");
        var browser = new FormBrowser(app);
        var refused = await browser.SendAsync(await browser.OpenAsync("/models/new"), "/models/new/start", ("title", "Nursing draft"), ("occupation", "99-9999.00"));
        Assert.Contains("There is no occupation with the code 99-9999.00.", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        var list = await browser.SendAsync(await browser.OpenAsync("/models/new"), "/models/new/start", ("title", "Nursing draft"), ("occupation", "31-1131.00"));
        Assert.Contains(list.QuerySelectorAll(".build-picks summary"), s => s.TextContent.StartsWith("Tasks", StringComparison.Ordinal));
        await using (var db = app.OpenDb())
        {
            var draft = (await Drafts.FindAsync(db, "nursing-draft"))!.Draft.Id;
            Assert.Contains(await db.DraftPicks.Where(p => p.DraftId == draft).ToListAsync(), p => p.Links?.Contains(NodeSchemes.OnetElement, StringComparison.Ordinal) == true);
        }

        list = await browser.SendFileAsync(list, "/models/nursing-draft/edit/list/send", await browser.TextAsync("/models/kiln-firing.csv"), ("do", "add"));
        Assert.Contains("Loads a kiln", list.QuerySelector(".build-picks")!.TextContent, StringComparison.Ordinal);
        list = await browser.SendAsync(list, "/models/nursing-draft/edit/list/send", ("do", "drop:1"));
        Assert.DoesNotContain(list.QuerySelectorAll(".build-picks summary"), s => s.TextContent.StartsWith("Tasks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Suggestion_OfAnElement_NamesTheWordsItRestsOn()
    {
        await using var db = app.OpenDb();
        var release = (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet))!;
        var element = await db.ContentElements.Where(e => e.ReleaseKey == release.Key && e.Id.StartsWith("2.B") && e.Description != "").OrderBy(e => e.Id).FirstAsync();
        var statement = new DraftStatement { DraftId = Guid.NewGuid(), Id = Guid.NewGuid(), Text = LanguageText.Of("en", element.Description) };

        var offer = (await AlignmentSuggestions.ElementsAsync(db, statement))[0];

        Assert.Equal(element.Id, offer.Destination.Id);
        Assert.NotEmpty(offer.Words);
    }

    [Fact]
    public async Task Edit_ThatComesTooLate_KeepsBothTextsAndGoesOnWithOneClick()
    {
        await LoadAsync("Clock repair", "Oils a movement");
        var browser = new FormBrowser(app);
        var edit = await browser.PressAsync(await browser.OpenAsync("/models/clock-repair/edit"), "Start a draft");
        var row = edit.QuerySelectorAll(".edit-row").Single(r => r.TextContent.Contains("Oils", StringComparison.Ordinal));
        var address = row.QuerySelector("a")!.GetAttribute("href")!;
        var (first, second) = (await browser.OpenAsync(address), await browser.OpenAsync(address));
        await browser.PressAsync(first, "Save", ("text-en", "Oils a clock"));

        var conflict = await browser.PressAsync(second, "Save", ("text-en", "Oils a watch"));

        Assert.StartsWith("/models/clock-repair/edit/conflicts/", conflict.Location.PathName, StringComparison.Ordinal);
        Assert.Contains("Oils a clock", conflict.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Oils a watch", conflict.QuerySelector("textarea")!.TextContent);
        edit = await browser.PressAsync(conflict, "Save my text");
        Assert.Equal(["Clock repair", "Oils a watch"], Statements(edit));
    }

    [Fact]
    public async Task Problem_WithAnEdit_IsSaidOnThePage()
    {
        await LoadAsync("Basketry", "Weaves willow");
        var browser = new FormBrowser(app);
        var edit = await browser.PressAsync(await browser.OpenAsync("/models/basketry/edit"), "Start a draft");

        edit = await browser.PressAsync(edit, "Undo");

        Assert.Equal("There is nothing of yours to undo.", edit.QuerySelector("[role=alert]")!.TextContent.Trim());
    }

    [Fact]
    public async Task Draft_IsSeenNowhereElse()
    {
        await LoadAsync("Quill cutting", "Cuts quills");
        var browser = new FormBrowser(app);
        var edit = await browser.PressAsync(await browser.OpenAsync("/models/quill-cutting/edit"), "Start a draft");
        await browser.PressAsync(await browser.OpenAsync(edit.QuerySelectorAll(".edit-row a")[^1].GetAttribute("href")!), "Save", ("text-en", "Whittles zymurgic quills"));
        await browser.SendAsync(await browser.OpenAsync("/models/new"), "/models/new/start", ("title", "Zymurgic draft"), ("publisher", "A board"), ("text", "Whittles zymurgic spoons"));

        await using var db = app.OpenDb();
        var model = (await ModelCatalog.FindAsync(db, "quill-cutting"))!;
        string[] places =
        [
            "/models", "/models/quill-cutting", "/models/quill-cutting?view=outline", "/models/quill-cutting?view=about", "/models/quill-cutting.csv", "/models/quill-cutting.json",
            "/search?q=zymurgic", $"/ims/case/v1p1/CFPackages/{model.Framework.Id}", "/ims/case/v1p1/CFDocuments?limit=500", "/models/compare",
        ];
        foreach (var place in places)
        {
            var text = await browser.TextAsync(place);
            Assert.True(!text.Replace("q=zymurgic", "", StringComparison.Ordinal).Replace("value=\"zymurgic\"", "", StringComparison.Ordinal).Contains("Whittles", StringComparison.Ordinal)
                && !text.Contains("Zymurgic draft", StringComparison.Ordinal), $"{place} shows a draft.");
        }
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/models/zymurgic-draft", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Pages_OfBuilding_ForOthersThanEditors_AreRefused()
    {
        string[] places = ["/models/new", "/models/building-blocks/edit", "/models/building-blocks/edit/list", "/models/building-blocks/retire", "/reviews"];
        foreach (var place in places)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, place);
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var response = await app.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
        Assert.Contains("not valid", (await app.PageAsync("/reviews/answer/0123456789")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_OfTwoVersions_ShowsWhatChanged()
    {
        var id = Guid.NewGuid();
        await using (var db = app.OpenDb())
        {
            await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Thatching", "Cuts reed", "Ties bundles"), TestModel.Change);
            await new FrameworkEditor(db).LoadAsync(TestModel.Of(id, "Thatching", "Cuts reed", "Trims eaves"), TestModel.Change);
        }

        var page = await app.PageAsync("/models/thatching/diff?from=1&to=2");

        Assert.Equal(["Added", "Removed here"], page.QuerySelectorAll(".build-difference .usa-tag").Select(t => t.TextContent));
        Assert.Contains("1 added, 1 removed, 0 reworded, 0 moved.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reviewer_WithNothingButALink_AnswersAndIsCounted()
    {
        var browser = new FormBrowser(app);
        await browser.SendAsync(await browser.OpenAsync("/models/new"), "/models/new/start", ("title", "Reviewed building"), ("publisher", "A board"), ("text", "Block\n  Lays stone"));
        await browser.PressAsync(await browser.OpenAsync("/models/reviewed-building/edit/list"), "Bring them in");
        var round = await browser.PressAsync(await browser.OpenAsync("/models/reviewed-building/edit/reviews"), "Open the round");
        var links = await browser.PressAsync(round, "Make links", ("organizations", "Local 7\nCollege"));
        var addresses = links.QuerySelectorAll(".build-links code").Select(c => new Uri(c.TextContent).AbsolutePath).ToList();
        Assert.Equal(2, addresses.Count);

        var reviewer = new FormBrowser(app);
        var answer = await reviewer.OpenAsync(addresses[0]);
        var verdict = answer.QuerySelector("input[type=radio][value=Drop]")!.GetAttribute("name")!;
        answer = await reviewer.PressAsync(answer, "Save", (verdict, "Drop"), (verdict.Replace("verdict", "importance", StringComparison.Ordinal), "5"));
        Assert.NotNull(answer.QuerySelector("input[value=Drop][checked]"));
        await reviewer.PressAsync(answer, "Propose it", ("proposal", "Mixes mortar"));

        round = await browser.OpenAsync(round.Location.PathName);
        Assert.Contains("0 keep, 0 change, 1 drop", round.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(addresses[0].Split('/')[^1], round.Source.Text, StringComparison.Ordinal);
        await browser.PressAsync(round, "Take into the draft");
        round = await browser.PressAsync(await browser.OpenAsync(round.Location.PathName), "Drop it");
        Assert.Equal(["Mixes mortar"], Statements(await browser.OpenAsync("/models/reviewed-building/edit")));
    }

    private static List<string> Statements(IDocument page) =>
        [.. page.QuerySelectorAll(".edit-row").Where(r => r.GetAttribute("class")!.Contains("edit-heading", StringComparison.Ordinal) is false).Select(r => r.QuerySelector(".edit-texts p")!.TextContent.Trim())];

    private async Task LoadAsync(string title, params string[] texts)
    {
        await using var db = app.OpenDb();
        await new FrameworkEditor(db).LoadAsync(TestModel.Of(title, texts), TestModel.Change);
    }
}

/// <summary>Keeps cookies, follows redirects and sends forms with all their fields, as a browser without script does.</summary>
internal sealed class FormBrowser(TestApp app)
{
    private readonly HttpClient _http = new(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = app.Address };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<IDocument> OpenAsync(string path) => await ReadAsync(await _http.GetAsync(path, Stop));

    public Task<string> TextAsync(string path) => _http.GetStringAsync(path, Stop);

    /// <summary>Sends these fields alone to an address, with the token of the page.</summary>
    public Task<IDocument> SendAsync(IDocument page, string to, params (string Name, string Value)[] fields) =>
        PostAsync(to, [("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), .. fields]);

    /// <summary>Presses the first button of this name; the fields given take the place of what stands in the form.</summary>
    public Task<IDocument> PressAsync(IDocument page, string name, params (string Name, string Value)[] typed)
    {
        var button = page.QuerySelectorAll("main button").First(b => b.TextContent.Trim() == name);
        var form = button.GetAttribute("form") is { } id ? page.GetElementById(id)! : button.Closest("form")!;
        var fields = form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(IsSent).Select(f => (Name: f.GetAttribute("name")!, Value: Value(f)))
            .Where(f => !typed.Any(t => t.Name == f.Name)).Concat(typed);
        if (button.GetAttribute("name") is { } named)
            fields = fields.Append((named, button.GetAttribute("value")!));
        return PostAsync(form.GetAttribute("action")!, [.. fields]);
    }

    /// <summary>Sends a file with these fields alone.</summary>
    public async Task<IDocument> SendFileAsync(IDocument page, string to, string content, params (string Name, string Value)[] fields)
    {
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
            { new StringContent(content), "file", "model.csv" },
        };
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        return await ReadAsync(await _http.PostAsync(to, parts, Stop));
    }

    private async Task<IDocument> PostAsync(string to, IReadOnlyList<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await ReadAsync(await _http.PostAsync(to, content, Stop));
    }

    private static bool IsSent(IElement field) => field.GetAttribute("type") switch
    {
        "checkbox" or "radio" => field.HasAttribute("checked"),
        "file" => false,
        _ => true,
    };

    private static string Value(IElement field) => field.LocalName switch
    {
        "textarea" => field.TextContent,
        "select" => (field.QuerySelector("option[selected]") ?? field.QuerySelector("option"))?.GetAttribute("value") ?? "",
        _ => field.GetAttribute("value") ?? "on",
    };

    private static async Task<IDocument> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.IsSuccessStatusCode, html);
            var page = new HtmlParser().ParseDocument(html);
            page.Location.Href = response.RequestMessage!.RequestUri!.ToString();
            return page;
        }
    }
}
