using AngleSharp.Dom;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>What people of compared programs earn beside what the wanted occupation pays; figures of the starter set, worked out by hand.</summary>
public sealed class TargetWageTests(StarterApp starter)
{
    private const string Two = "/training/compare?p=nursing-assistant-birch&p=nursing-assistant-alder";

    /// <summary>7,350 and 7,810 dollars in a quarter are 29,400 and 31,240 in a year; half of the state's nursing assistants earn 36,180.</summary>
    [Fact]
    public async Task Comparison_OfTwoInOneState_IsAgainstThePayThere()
    {
        var page = await starter.PageAsync(Two);

        Assert.Equal(("31-1131", "state-99"), (Chosen(page, "#target"), Chosen(page, "#target-area")));
        Assert.All(Row(page, "Median pay a year of the wanted occupation"), c => Assert.StartsWith("$36,180Nursing Assistants, Meridian", c, StringComparison.Ordinal));
        Assert.Equal(["about 19% less", "about 14% less"], Row(page, "Earnings beside that pay"));
        Assert.Contains("wages", page.QuerySelector(".training-sources")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Comparison_ForAnotherOccupationAndArea_IsAgainstItsPay()
    {
        var page = await starter.PageAsync(Two + "&occupation=registered+nurse&area=region-three-rivers");

        Assert.Equal(("29-1141", "region-three-rivers"), (Chosen(page, "#target"), Chosen(page, "#target-area")));
        Assert.All(Row(page, "Median pay a year of the wanted occupation"), c => Assert.Contains("Registered Nurses", c, StringComparison.Ordinal));
    }

    [Fact]
    public async Task File_OfAComparison_HasThePay()
    {
        var text = await (await starter.App.Http.GetAsync(Two.Replace("compare", "compare.csv", StringComparison.Ordinal) + "&occupation=31-1131&area=state-99", TestContext.Current.CancellationToken))
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Contains("31-1131 Nursing Assistants,36180,", text, StringComparison.Ordinal);
    }

    /// <summary>"Wage of a year from an hour".</summary>
    [Theory]
    [InlineData("not reported", "1740", "3619200")]
    [InlineData("3618000", "1740", "3618000")]
    [InlineData("suppressed", "1740", "suppressed")]
    [InlineData("not reported", "not reported", "not reported")]
    [InlineData("not reported", ">=11500", ">=23920000")]
    public void Year_OfHours_IsAsWorkedOut(string year, string hour, string expected) => Assert.Equal(Read(expected), YearOfHours.Of(Read(year), Read(hour)));

    private static Figure Read(string text) => text switch
    {
        "not reported" => Figure.NotReported,
        "suppressed" => Figure.Suppressed,
        ['>', '=', .. var bound] => Figure.TopCoded(double.Parse(bound, System.Globalization.CultureInfo.InvariantCulture)),
        _ => Figure.Of(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private static string? Chosen(IDocument page, string select) => page.QuerySelector(select + " option[selected]")!.GetAttribute("value");

    private static List<string> Row(IDocument page, string name) =>
        [.. page.QuerySelectorAll(".training-compare tbody tr").First(r => r.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td").Select(c => string.Concat(c.TextContent.Trim().Split('\n').Select(l => l.Trim())))];
}
