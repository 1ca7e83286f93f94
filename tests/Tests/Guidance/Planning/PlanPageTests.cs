using System.Text;
using AngleSharp.Dom;
using Trellis.Core.Guidance.Planning;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Guidance.Planning;

/// <summary>A visitor's plan over the pages, with the starter set.</summary>
public sealed class PlanPageTests(StarterApp starter)
{
    private const string RegisteredNurse = "29-1141.00";

    [Fact]
    public async Task Plan_FromAProgramToSignatures_IsKeptInTheFile()
    {
        using var guest = await NurseAsync();
        var page = await PutAsync(guest, 2);
        Assert.Contains("Registered Nurses", page.QuerySelector(".plan-goal")!.TextContent, StringComparison.Ordinal);
        page = await guest.SendAsync(page, "/plan/programs/1/choose", ("reason", "It is near"));
        page = await guest.SendAsync(page, "/plan/people", ("participant", "Rosa Ejemplo"), ("adviser", "Kim Adviser"));
        page = await guest.SendAsync(page, "/plan/entries", ("kind", "Support"), ("text", "Bus pass"), ("who", "Partner"), ("due", "2030-02-01"));
        page = await guest.SendAsync(page, "/plan/money", ("text", "Tuition"), ("dollars", "9,800"));
        page = await guest.SendAsync(page, "/plan/sign", ("signer", "Participant"), ("name", "Rosa Ejemplo"));
        page = await guest.SendAsync(page, "/plan/entries", ("kind", "Barrier"), ("text", "No child care"), ("who", "Adviser"), ("due", ""));
        page = await guest.SendAsync(page, "/plan/reassess");

        var plan = PlanReader.Read(Encoding.UTF8.GetBytes(await guest.TextAsync("/plan/trellis-plan.json")));
        Assert.Equal((2, "It is near", 2), (plan.Version, plan.Chosen!.Reason, plan.Programs.Count));
        Assert.Equal([980_000L], plan.Money.Select(m => m.Cents));
        Assert.Equal(2, plan.Gaps.Count);
        Assert.NotEmpty(plan.Gaps[0].Lines);
        Assert.Equal("No child care", Assert.Single(plan.Changes).About);
        Assert.Contains("Added: No child care", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:Support: Bus pass (Partner agency)", await guest.TextAsync("/plan/trellis-plan.ics"), StringComparison.Ordinal);
        Assert.All(guest.Addresses, a => Assert.DoesNotContain("Rosa", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Print_OfAPlan_HasASummaryAndTheWhole()
    {
        using var guest = await NurseAsync();
        var page = await PutAsync(guest, 2);
        page = await guest.SendAsync(page, "/plan/programs/0/choose", ("reason", "It is near"));
        page = await guest.SendAsync(page, "/plan/entries", ("kind", "Objective"), ("text", "Pass the exam"), ("who", "Participant"), ("due", ""));
        await guest.SendAsync(page, "/plan/entries/0/done");

        var summary = (await guest.OpenAsync("/plan/print?part=summary")).QuerySelector(".plan-paper")!.TextContent;
        var whole = (await guest.OpenAsync("/plan/print")).QuerySelector(".plan-paper")!.TextContent;
        Assert.DoesNotContain("Pass the exam", summary, StringComparison.Ordinal);
        Assert.Contains("It is near", summary, StringComparison.Ordinal);
        Assert.Contains("Pass the exam", whole, StringComparison.Ordinal);
        Assert.Contains("The most important gaps on", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_WithoutWords_SayWhatIsNeeded()
    {
        using var guest = await NurseAsync();
        var page = await PutAsync(guest, 1);

        Assert.Contains("Say what it is", (await guest.SendAsync(page, "/plan/entries", ("text", " "))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("in whole dollars", (await guest.SendAsync(page, "/plan/money", ("text", "Books"), ("dollars", "some"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Type the name", (await guest.SendAsync(page, "/plan/sign", ("name", ""))).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_OfAPlan_OpensAgainAndIsForgotten()
    {
        using var guest = new Guest(starter.App.Address);
        var page = await guest.SendFileAsync(await guest.OpenAsync("/plan/open"), "/plan/open", ("plan.json", PlanJson.Write(PlanEditsTests.Whole())));
        Assert.Contains("Rosa Ejemplo", page.QuerySelector("#plan-participant")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.Contains("withheld by the source", page.Body!.TextContent, StringComparison.Ordinal);

        var refused = await guest.SendFileAsync(await guest.OpenAsync("/plan/open"), "/plan/open", ("plan.json", "{}"u8.ToArray()));
        Assert.Contains("The file was not taken", refused.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Rosa", (await guest.SendAsync(page, "/plan/forget")).Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("There is no plan", (await guest.OpenAsync("/plan/print")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tour_ForAdvisers_LeadsToPagesThatAreThere()
    {
        using var guest = new Guest(starter.App.Address);
        var stops = (await guest.OpenAsync("/plan/tour")).QuerySelectorAll(".plan-tour a").Select(a => a.GetAttribute("href")!).ToList();

        Assert.Equal(7, stops.Count);
        foreach (var stop in stops)
            Assert.NotNull((await guest.OpenAsync(stop)).QuerySelector("h1"));
    }

    private async Task<Guest> NurseAsync()
    {
        var guest = new Guest(starter.App.Address);
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", "Nursing Assistant"), ("current", "yes"));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs/0/occupation", ("code", "31-1131.00"));
        return guest;
    }

    /// <summary>Puts a program that closes gaps to a nurse's work into the plan, and others beside it.</summary>
    private static async Task<IDocument> PutAsync(Guest guest, int programs)
    {
        var close = await guest.OpenAsync($"/close?occupation={RegisteredNurse}");
        var listed = (await guest.OpenAsync("/training?q=nursing")).QuerySelectorAll("h2 a, h3 a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/training/", StringComparison.Ordinal));
        var ids = close.QuerySelectorAll("input[name=program]").Select(i => i.GetAttribute("value")!).Concat(listed.Select(h => Uri.UnescapeDataString(h["/training/".Length..]))).Distinct().Take(programs).ToList();
        Assert.Equal(programs, ids.Count);
        var page = close;
        foreach (var id in ids)
            page = await guest.SendAsync(close, "/plan/programs", ("program", id));
        return page;
    }
}
