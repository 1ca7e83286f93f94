using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Guidance.Routes;

/// <summary>Routes over the page, with the starter set.</summary>
public sealed class RoutePageTests(StarterApp starter)
{
    private const string NursingAssistant = "31-1131.00", RegisteredNurse = "29-1141.00";

    [Fact]
    public async Task Routes_BetweenOccupations_ShowEachMoveWithItsFigures()
    {
        var page = await starter.PageAsync($"/routes?from={NursingAssistant}&to={RegisteredNurse}&pay=any");

        var route = page.QuerySelector(".route");
        Assert.NotNull(route);
        var cells = route.QuerySelectorAll("tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(route.QuerySelectorAll(".route-ladder rect").Length - 1, cells.Count);
        Assert.Contains("Licensed Practical", cells[0], StringComparison.Ordinal);
        Assert.Contains("Registered Nurses", cells[^1], StringComparison.Ordinal);
        Assert.Contains("$", cells[^1], StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".release-note"));
        Assert.Contains("Going there at once", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_WithoutAStart_AskForOne()
    {
        Assert.Contains("Say where you start", (await starter.PageAsync($"/routes?to={RegisteredNurse}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose two different occupations", (await starter.PageAsync($"/routes?from=99-9999.00&to={RegisteredNurse}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnJob_OfTheProfile_StaysOutOfTheAddress()
    {
        using var guest = new Guest(starter.App.Address);
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", "Nursing Assistant"), ("current", "yes"));
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs/0/occupation", ("code", NursingAssistant));
        var page = await guest.OpenAsync($"/routes?to={RegisteredNurse}");

        Assert.Equal("", page.QuerySelector("#route-from option")!.GetAttribute("value"));
        Assert.Contains("My job: Nursing Assistants", page.QuerySelector("#route-from")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Going there at once", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
