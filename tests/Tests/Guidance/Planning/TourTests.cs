using System.Net;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Planning;

/// <summary>The tour for advisers: with an invented customer in a demonstration, without one elsewhere.</summary>
[Collection(nameof(AccessApp))]
public sealed class TourTests(AccessApp shared)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tour_OfADemonstration_OpensItsCustomerWithOneClick()
    {
        await using var app = AccessApp.Start(("demo", "on"));
        var browser = app.Browser();
        var tour = await browser.OpenAsync("/plan/tour");
        Assert.Equal(10, tour.QuerySelectorAll(".plan-tour li").Length);

        var record = await browser.PressAsync(tour, "Open Rosa’s record as the demo adviser");

        Assert.Equal($"/caseload/{DemoCustomer.IdOf("rosa")}", browser.At);
        Assert.Contains("Rosa Ejemplo (invented)", record.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada Quill (demo)", record.QuerySelector(".access-who")!.TextContent, StringComparison.Ordinal);
        var gap = await browser.OpenAsync("/gap?occupation=29-1141.00");
        Assert.Contains("Rosa Ejemplo (invented)", gap.QuerySelector(".case-bar")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(gap.QuerySelector(".guide-ready"));
        var desk = await browser.OpenAsync("/caseload/desk");
        Assert.All(desk.QuerySelectorAll(".desk-counts strong").Where((_, place) => place is 0 or 1 or 3 or 4), c => Assert.NotEqual("0", c.TextContent));
        Assert.NotEmpty((await browser.OpenAsync("/caseload/group")).QuerySelectorAll("[aria-labelledby=programs] tbody tr"));
        await using var db = app.OpenDb();
        Assert.All(await db.Customers.Select(c => c.AdviserId).ToListAsync(Stop), a => Assert.Equal(DemoPeople.IdOf("adviser"), a));
    }

    [Fact]
    public async Task Tour_OutsideADemonstration_HasNoCustomerToOpen()
    {
        var browser = shared.Browser();

        var tour = await browser.OpenAsync("/plan/tour");
        Assert.Equal(7, tour.QuerySelectorAll(".plan-tour li").Length);
        Assert.Empty(tour.QuerySelectorAll("form[action='/plan/tour/start']"));
        await browser.PostAsync("/plan/tour/start");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await using var db = shared.OpenDb();
        Assert.False(await db.Customers.AnyAsync(c => c.Id == DemoCustomer.IdOf("rosa"), Stop));
    }
}
