using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Trellis.Core.Access;
using Trellis.Tests.Guidance;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Competencies;

/// <summary>Requirement profiles and job orders over their pages, as files and over the API, with what ships.</summary>
public sealed class RequirementPageTests(StarterApp starter)
{
    private const string Shipped = "3f0c5d0e-54c9-4a57-9b63-0d0c7f2f6a11";

    [Fact]
    public async Task JobOrder_WrittenOnThePages_IsPublishedAndStoodBesideByAGuest()
    {
        using var steward = new Guest(starter.App.Address);
        var page = await steward.SendAsync(await steward.OpenAsync("/requirements/new?model=hospitality"), "/requirements/new/save",
            ("title", "Line cook for a test"), ("employer", "Test Kitchen"), ("job", "Cook"), ("pay-from", "19.5"), ("pay-to", "22"), ("openings", "2"));
        var form = page.QuerySelector("form[action$='/edit/send']")!.GetAttribute("action")!;
        var names = page.QuerySelectorAll("select[name^=level-]").Select(s => s.GetAttribute("name")!["level-".Length..]).Take(3).ToList();
        page = await steward.SendAsync(page, form, ("level-" + names[0], "2"), ("importance-" + names[0], "4"), ("level-" + names[1], "4"), ("importance-" + names[1], "2"), ("level-" + names[2], "3"), ("do", "next"));
        Assert.Contains("3 statements chosen", page.Body!.TextContent, StringComparison.Ordinal);
        // Another part was shown now; what was chosen before stays.
        page = await steward.SendAsync(page, form, ("do", "items"));
        Assert.Contains("3 statements chosen", page.Body!.TextContent, StringComparison.Ordinal);
        var address = form[..^"/edit/send".Length];
        page = await steward.SendAsync(await steward.OpenAsync(address), address + "/send", ("do", "publish"));
        Assert.Contains("$19.50 to $22 an hour", page.Body!.TextContent, StringComparison.Ordinal);

        using var guest = new Guest(starter.App.Address);
        var gap = $"/gap?requirements={address.Split('/')[^1]}";
        Assert.Contains("Nothing of this was assessed yet", (await guest.OpenAsync(gap)).Body!.TextContent, StringComparison.Ordinal);
        var blocks = (await guest.OpenAsync("/skills?model=hospitality")).QuerySelector(".guide-blocks a")!.GetAttribute("href")!;
        await guest.SendAsync(await guest.OpenAsync(blocks), "/skills/save", ("rate-" + names[0], "2"), ("rate-" + names[1], "1"));
        page = await guest.OpenAsync(gap);

        // Weights 1 and 0.5: met 1 and 0.25 of 1.5; the third has the mean weight of those that were said.
        Assert.Contains("About 75% ready", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=gaps] tbody tr"));
        Assert.Single(page.QuerySelectorAll("section[aria-labelledby=strengths] tbody tr"));
        Assert.Contains(page.QuerySelectorAll("#gap-requirements option"), o => o.TextContent.StartsWith("Line cook for a test", StringComparison.Ordinal) && o.HasAttribute("selected"));
    }

    [Fact]
    public async Task Shipped_JobOrder_IsRead()
    {
        Assert.Contains("Nursing assistant, evening shift", (await starter.PageAsync("/requirements?q=birch+evening&kind=JobOrder")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        var page = await starter.PageAsync($"/requirements/{Shipped}", "es");
        Assert.Contains("de $18.50 a $21 por hora", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(14, page.QuerySelectorAll(".requirement-table tbody tr").Length);
        Assert.Null(page.QuerySelector("form[action$='/send'] button[value=publish]"));
        Assert.Empty((await starter.PageAsync("/requirements?kind=Consensus&q=none")).QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task Files_AndAnswers_SayTheSame()
    {
        using var list = await starter.JsonAsync("/api/v1/requirements?q=evening+birch");
        Assert.Equal(Shipped, Assert.Single(list.RootElement.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
        using var one = await starter.JsonAsync($"/api/v1/requirements/{Shipped}");
        var pay = one.RootElement.GetProperty("job").GetProperty("pay");
        Assert.Equal((1850, 2100, "hour"), (pay.GetProperty("from").GetInt32(), pay.GetProperty("to").GetInt32(), pay.GetProperty("per").GetString()));
        Assert.Equal(14, one.RootElement.GetProperty("statements").GetArrayLength());
        var csv = Encoding.UTF8.GetString(await starter.App.Http.GetByteArrayAsync($"/requirements/{Shipped}.csv", TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal(14 + 2, csv.Length);
        Assert.Contains(one.RootElement.GetProperty("statements")[0].GetProperty("id").GetString()!, csv[1], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync($"/requirements/{Shipped}.xlsx"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync($"/api/v1/requirements/{Guid.NewGuid()}"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync("/api/v1/requirements?kind=wish"));
        Assert.Contains("no such requirement profile", (await starter.PageAsync($"/gap?requirements={Guid.NewGuid()}")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var response = await starter.App.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}

/// <summary>Who sees and changes the drafts of whom.</summary>
[Collection(nameof(AccessApp))]
public sealed class RequirementAccessTests(AccessApp app)
{
    [Fact]
    public async Task Draft_OfAnEmployer_IsNotThereForAnother()
    {
        await app.AddAsync(Role.Administrator);
        var (own, _, _) = await app.SignedInAsync(Role.Employer);
        var (foreign, _, _) = await app.SignedInAsync(Role.Employer);
        await own.PressAsync(await own.OpenAsync("/requirements/new?model=hospitality"), "Go on to the statements",
            ("kind", "JobOrder"), ("title", "Secret draft"), ("employer", "Own"), ("job", "Cook"));
        var edit = own.At.Split('?')[0];
        var address = edit[..^"/edit".Length];
        Assert.EndsWith("/edit", edit, StringComparison.Ordinal);

        Assert.Contains("Secret draft", (await own.OpenAsync("/requirements")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret draft", (await foreign.OpenAsync("/requirements")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var path in new[] { address, edit, address + ".csv", address + ".json", $"/requirements/new?from={address.Split('/')[^1]}" })
        {
            await own.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, own.Status);
            await foreign.OpenAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, foreign.Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

        var token = (await foreign.OpenAsync("/requirements/new")).QuerySelector("form[action='/requirements/new/save'] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        await foreign.PostAsync(address + "/send", ("__RequestVerificationToken", token), ("seen", "1"), ("do", "delete"));
        await foreign.PostAsync(edit + "/send", ("__RequestVerificationToken", token), ("seen", "1"), ("do", "about"), ("title", "Taken over"), ("employer", "Foreign"), ("job", "Cook"));
        Assert.Contains("Secret draft", (await own.OpenAsync(address)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }
}
