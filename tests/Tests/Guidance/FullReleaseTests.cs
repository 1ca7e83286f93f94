using Trellis.Interop;
using Trellis.Interop.Guidance;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>The pages over the full release O*NET 30.2.</summary>
public sealed class FullReleaseTests(OnetDatabase onet)
{
    [Fact]
    public async Task Fit_OfSomebodyWhoAnswersAsARegisteredNurse_NamesNurses()
    {
        var app = await onet.App.AppAsync();
        using var guest = new Guest(app.Address);
        var table = OnetRatings.Read(SharedData.Path("onet/db_30_2_text.zip")).Table;
        var row = table.Row("29-1141.00");
        var answers = GuidanceQuestions.Read(ShippedData.Folder).Skills
            .Select(q => ("rate-" + q.Element, Math.Round(table.Need(row, table.Column(q.Element))).ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        await guest.SendAsync(await guest.OpenAsync("/skills?view=list"), "/skills/save", answers);
        var fit = await guest.SendAsync(await guest.OpenAsync("/fit"), "/fit/save", ("weight-Pay", "0"), ("weight-Outlook", "0"), ("weight-Preparation", "0"), ("weight-Nearness", "0"));

        Assert.Contains("Nurse", fit.QuerySelector(".guide-fit h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Registered Nurses", fit.QuerySelectorAll(".guide-fit h3").Take(10).Select(h => h.TextContent.Trim()));
        var gap = await guest.OpenAsync("/gap?occupation=29-1141.00");
        Assert.NotEmpty(gap.QuerySelectorAll("section[aria-labelledby=strengths] tbody tr"));
        Assert.True((await guest.OpenAsync("/skills")).Body!.TextContent.Contains("can stop here", StringComparison.Ordinal));
    }
}
