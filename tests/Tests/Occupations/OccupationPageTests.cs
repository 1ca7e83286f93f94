using System.Net;
using Trellis.Tests.LaborMarket;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The pages of occupations over the starter set, as a reader without an account sees them.</summary>
public sealed class OccupationPageTests(StarterApp starter)
{
    [Fact]
    public async Task Occupation_OfTheDemoRegion_ShowsItsWorkPayAndTraining()
    {
        var page = await starter.PageAsync("/occupations/31-1131.00?area=region-three-rivers");

        Assert.Equal("Nursing Assistants", page.QuerySelector("h1")!.TextContent);
        foreach (var id in new[] { "pay", "outlook", "tasks", "ratings", "preparation", "models", "programs", "related" })
            Assert.NotNull(page.QuerySelector($"h2#{id}"));
        var pay = page.QuerySelectorAll("section[aria-labelledby=pay] tbody tr").Select(r => r.QuerySelector("th")!.TextContent).ToList();
        Assert.Equal(["Three Rivers Workforce Area (invented)", "Meridian (invented state)", "United States"], pay);
        Assert.Contains("$39,530", page.QuerySelector("section[aria-labelledby=pay] tbody tr:last-child")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Birch Valley School of Health", page.QuerySelector("section[aria-labelledby=programs]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("section[aria-labelledby=models] a[href='/models/allied-health']"));
        Assert.Contains("Starter set", page.QuerySelector(".release-note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Occupation_WithTopCodedWage_SaysOrMoreAndNeverZero()
    {
        var page = await starter.PageAsync("/occupations/11-3021.00");

        var row = page.QuerySelector("section[aria-labelledby=pay] tbody tr")!.TextContent;
        Assert.Contains("$239,200 or more", row, StringComparison.Ordinal);
        Assert.DoesNotContain("$0", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Occupation_BySocCode_LeadsToItsPage()
    {
        using var response = await starter.App.Http.GetAsync(new Uri("/occupations/29-1141", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.EndsWith("/occupations/29-1141.00", response.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/occupations/99-9999.00")]
    [InlineData("/occupations/nonsense")]
    public async Task Occupation_ThatIsNotThere_IsNotFoundInWords(string path)
    {
        using var response = await starter.App.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfACareerCluster_HoldsItsOccupationsOfAllFamilies()
    {
        var page = await starter.PageAsync("/occupations?cluster=information-technology&sort=code");
        var all = await starter.PageAsync("/occupations");

        var codes = page.QuerySelectorAll("main a[href^='/occupations/']").Select(a => a.GetAttribute("href")!["/occupations/".Length..][..7]).Where(c => char.IsDigit(c[0])).Distinct().ToList();
        Assert.Equal("11-3021", codes[0]);
        Assert.All(codes, c => Assert.True(c == "11-3021" || c.StartsWith("15-1", StringComparison.Ordinal) || c == "49-2011", c));
        Assert.Equal("information-technology", page.QuerySelector("#cluster option[selected]")!.GetAttribute("value"));
        Assert.Equal(136, all.QuerySelectorAll("#cluster option").Skip(1).Sum(o => int.Parse(o.TextContent.Split('(')[1].TrimEnd(')'), System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The longest beginning of a code decides.</summary>
    [Theory]
    [InlineData("29-1141.00", "health")]
    [InlineData("13-1161", "marketing")]
    [InlineData("13-1199", "business")]
    [InlineData("49-3041.00", "agriculture")]
    [InlineData("99-0000", null)]
    public void Cluster_OfACode_IsThatOfItsLongestBeginning(string code, string? cluster) =>
        Assert.Equal(cluster, Trellis.Interop.Reference.CareerClusterList.Read(Trellis.Interop.Models.ShippedModels.DataFolder).Of(code));

    [Fact]
    public async Task List_FilteredByModelAndPay_HoldsOnlyWhatFits()
    {
        var page = await starter.PageAsync("/occupations?model=allied-health&pay=50000&sort=pay");

        var pay = page.QuerySelectorAll("td[data-label='Median pay a year']").Select(c => int.Parse(c.TextContent.Trim('$').Replace(",", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(pay.Count > 3);
        Assert.All(pay, p => Assert.True(p >= 50000));
        Assert.Equal(pay.OrderDescending(), pay);
    }

    [Fact]
    public async Task Comparison_OfTwo_ShowsBothSides()
    {
        var page = await starter.PageAsync("/occupations/compare?o=29-1141.00&o=29-2061.00&area=state-99");

        Assert.Equal(["Registered Nurses", "Licensed Practical and Licensed Vocational Nurses"], page.QuerySelectorAll(".occ-side thead th a").Select(a => a.TextContent));
        Assert.Contains(page.QuerySelectorAll(".occ-compare h3"), h => h.TextContent.StartsWith("Knowledge", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_InSpanish_SpeakSpanish()
    {
        var page = await starter.PageAsync("/occupations/29-1141.00", "es");

        Assert.Equal("Salario", page.QuerySelector("h2#pay")!.TextContent);
        Assert.Equal("en", page.QuerySelector("h1")!.GetAttribute("lang"));
    }
}
