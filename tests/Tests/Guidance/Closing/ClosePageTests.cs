using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Guidance.Closing;

/// <summary>Ways to close the gaps of a nursing assistant who wants to be a nurse, with the starter set.</summary>
public sealed class ClosePageTests(StarterApp starter)
{
    private const string NursingAssistant = "31-1131.00", RegisteredNurse = "29-1141.00";

    [Fact]
    public async Task Programs_ForAGoal_SayWhyAndWhatIsNotReported()
    {
        using var guest = new Guest(starter.App.Address);
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", "Nursing Assistant"), ("current", "yes"));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs/0/occupation", ("code", NursingAssistant));
        var page = await guest.OpenAsync($"/close?occupation={RegisteredNurse}&order=most");

        var cards = page.QuerySelectorAll(".guide-fit").ToList();
        Assert.NotEmpty(cards);
        Assert.All(cards, c => Assert.NotEmpty(c.QuerySelectorAll("li")));
        Assert.All(cards, c => Assert.Contains("Cost:", c.TextContent, StringComparison.Ordinal));
        Assert.Contains("Associate Degree in Nursing", string.Concat(cards.Select(c => c.TextContent)), StringComparison.Ordinal);
        Assert.Contains("its provider names Registered Nurses", string.Concat(cards.Select(c => c.TextContent)), StringComparison.Ordinal);
        var shares = cards.Select(c => int.Parse(c.QuerySelector("strong")!.TextContent.Split("about ")[1].Split('%')[0].Trim(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(shares.OrderDescending(), shares);
        Assert.NotEmpty(page.QuerySelectorAll(".release-note"));
    }

    [Fact]
    public async Task Programs_ForAModel_AreThoseOfItsOccupationsWithinTheLimits()
    {
        using var guest = new Guest(starter.App.Address);
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", "Nursing Assistant"), ("current", "yes"));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs/0/occupation", ("code", NursingAssistant));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/about", ("childcare", "yes"));

        var all = await guest.OpenAsync("/close?model=allied-health&level=4&order=most");
        var within = await guest.OpenAsync("/close?model=allied-health&level=4&order=most&within=yes");

        Assert.Contains("which the model names (", all.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(all.QuerySelectorAll(".guide-fit"));
        Assert.Empty(all.QuerySelectorAll("form[action='/plan/programs']"));
        Assert.Contains("Against it: It has no child care.", string.Concat(all.QuerySelectorAll(".guide-fit li").Select(l => l.TextContent)), StringComparison.Ordinal);
        Assert.NotEmpty(within.QuerySelectorAll(".guide-fit"));
        Assert.DoesNotContain("Against it:", within.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("are left out by your limits.", within.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/close?model=allied-health&level=4", (await guest.OpenAsync("/gap?model=allied-health&level=4")).QuerySelector("main a[href^='/close?model']")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Close_OfAnEmptyProfile_SaysThatNothingWasAssessed() =>
        Assert.Contains("Nothing of this was assessed yet", (await starter.PageAsync($"/close?occupation={RegisteredNurse}")).Body!.TextContent, StringComparison.Ordinal);
}
