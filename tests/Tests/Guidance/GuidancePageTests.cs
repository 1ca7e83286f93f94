using System.Text;
using AngleSharp.Dom;
using Trellis.Core.Guidance;
using Trellis.Tests.LaborMarket;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>A visitor's way from a job to what fits and what is missing, over the pages, with the starter set.</summary>
public sealed class GuidancePageTests(StarterApp starter)
{
    private const string NursingAssistant = "31-1131.00";

    [Fact]
    public async Task Job_OfATitle_GetsTheOccupationThatThePersonPicks()
    {
        using var guest = new Guest(starter.App.Address);
        var page = await WithJobAsync(guest);

        var first = page.QuerySelector("input[name=code]");
        Assert.Equal(NursingAssistant, first?.GetAttribute("value"));
        page = await guest.SendAsync(page, "/profile/jobs/0/occupation", ("code", NursingAssistant));
        Assert.Contains("Nursing Assistants", page.QuerySelector(".guide-job")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2.5 years", page.QuerySelector(".guide-job")!.TextContent, StringComparison.Ordinal);
        page = await guest.SendAsync(page, "/profile/jobs/0/remove");
        Assert.Null(page.QuerySelector(".guide-job"));
    }

    [Fact]
    public async Task Fit_OfANursingAssistant_NamesReasonsAndWhatIsUnknown()
    {
        using var guest = new Guest(starter.App.Address);
        await ChosenAsync(guest);
        var fit = await guest.SendAsync(await guest.OpenAsync("/fit"), "/fit/save", ("pay", "30,000"), ("area", "us"), ("weight-Pay", "0"), ("weight-Outlook", "0"), ("weight-Preparation", "0"));

        var cards = fit.QuerySelectorAll(".guide-fit").ToList();
        Assert.Equal(20, cards.Count);
        Assert.Contains("Nursing Assistants", cards[0].QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("It is near your job", cards[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not counted, because nothing is known: My interests", fit.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("a year below what you need", string.Concat((await guest.SendAsync(fit, "/fit/save", ("pay", "900000"))).QuerySelectorAll(".guide-fit").Select(c => c.TextContent)), StringComparison.Ordinal);
        Assert.All(guest.Addresses, a => Assert.DoesNotContain("900000", a, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Questions_OneByOneAndSkipped_GoOnUntilTheLast()
    {
        using var guest = new Guest(starter.App.Address);
        var page = await guest.OpenAsync("/skills");
        var first = Question(page);
        page = await guest.SendAsync(page, "/skills/save", (first, "3"));
        Assert.Contains("1 of 40 questions answered", page.Body!.TextContent, StringComparison.Ordinal);
        var second = Question(page);
        Assert.NotEqual(first, second);

        page = await guest.OpenAsync(page.QuerySelector("a[href*='skip=']")!.GetAttribute("href")!);
        Assert.NotEqual(second, Question(page));
        var list = await guest.OpenAsync("/skills?view=list");
        Assert.Equal(40, list.QuerySelectorAll("fieldset.guide-question").Length);
        Assert.Equal("3", Assert.Single(list.QuerySelectorAll("input[type=radio][checked]")).GetAttribute("value"));
    }

    [Fact]
    public async Task Ratings_OfSeveralRaters_StandSideBySide()
    {
        using var guest = new Guest(starter.App.Address);
        await guest.SendAsync(await guest.OpenAsync("/skills?view=list"), "/skills/save", ("rate-2.A.1.a", "3"), ("evidence-2.A.1.a", "Read care plans"));
        var adviser = await guest.SendAsync(await guest.OpenAsync("/skills?view=list&rater=adviser"), "/skills/save", ("rate-2.A.1.a", "2"));

        Assert.Contains("Adviser says: 2", adviser.QuerySelector("fieldset.guide-question")!.TextContent, StringComparison.Ordinal);
        var file = ProfileReader.Read(Encoding.UTF8.GetBytes(await guest.TextAsync("/profile/trellis-profile.json")));
        Assert.Equal([(3, Rater.Self, "Read care plans"), (2, Rater.Adviser, null)], file.Ratings.Select(r => (r.Level, r.Rater, r.Evidence)));
        Assert.All(file.Ratings, r => Assert.NotNull(r.On));
    }

    [Fact]
    public async Task Statements_OfAModelsBlock_AreRatedAndCountInItsGap()
    {
        using var guest = new Guest(starter.App.Address);
        var model = await guest.OpenAsync("/skills?model=building-blocks");
        var block = await guest.OpenAsync(model.QuerySelector(".guide-blocks a")!.GetAttribute("href")!);
        var rated = block.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("name")!).Distinct().ToList();
        await guest.SendAsync(block, "/skills/save", [.. rated.Select(r => (r, "3"))]);

        var gap = await guest.OpenAsync("/gap?model=building-blocks&level=3");
        var row = gap.QuerySelectorAll(".guide-parts tbody tr")[0];
        Assert.Contains("100", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(rated.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), row.QuerySelectorAll("td")[1].TextContent.Trim());
        Assert.Contains("Not assessed", gap.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gap_BeforeAnythingIsKnown_SaysSo()
    {
        var page = await starter.PageAsync($"/gap?occupation={NursingAssistant}");

        Assert.Contains("Nothing of this was assessed yet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".guide-ready"));
        Assert.Contains("no such model", (await starter.PageAsync("/gap?model=none")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gap_OfANursingAssistantToRegisteredNurse_NamesGapsAndStrengths()
    {
        using var guest = new Guest(starter.App.Address, "es");
        await ChosenAsync(guest);
        var gap = await guest.OpenAsync("/gap?occupation=29-1141.00");

        Assert.Contains("Listo en un", gap.QuerySelector(".guide-ready-value")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(gap.QuerySelectorAll("section[aria-labelledby=gaps] tbody tr"));
        Assert.Contains("estimado por los trabajos", gap.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(gap.QuerySelectorAll("svg.guide-bullet"));
    }

    [Fact]
    public async Task Interests_Answered_AreScoredAndExplained()
    {
        using var guest = new Guest(starter.App.Address);
        var form = await guest.OpenAsync("/interests");
        var page = await guest.SendAsync(form, "/interests/save", [.. "RIASEC".SelectMany((type, i) => Enumerable.Range(1, 5).Select(n => ($"like-{type}{n}", i == 3 ? "4" : i == 0 ? "3" : "1")))]);

        Assert.Contains("Your strongest types: SR", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["75", "25", "25", "100", "25", "25"], page.QuerySelectorAll(".guide-interests td").Select(t => t.TextContent.Trim()));
    }

    [Fact]
    public async Task Resume_AsAWordFile_SuggestsAndTakesOnlyWhatIsTicked()
    {
        using var guest = new Guest(starter.App.Address);
        var found = await guest.SendFileAsync(await guest.OpenAsync("/profile/resume"), "/profile/resume", ("resume.docx", ResumeTests.Word("Nursing Assistant, Quiet Shore Home", "Active Listening with patients")));

        Assert.Equal(["Nursing Assistant", "Active Listening"], found.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Empty(found.QuerySelectorAll("input[type=checkbox][checked]"));
        var profile = await guest.SendAsync(found, "/profile/resume/take", ("take-job", "Nursing Assistant"));
        Assert.Equal("Nursing Assistant", profile.QuerySelector(".guide-job h3")!.TextContent);
        Assert.Contains("0 rated", profile.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_SavedForgottenAndOpened_BringsTheProfileBack()
    {
        using var guest = new Guest(starter.App.Address);
        await ChosenAsync(guest);
        var file = Encoding.UTF8.GetBytes(await guest.TextAsync("/profile/trellis-profile.json"));
        var empty = await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/forget");
        Assert.Null(empty.QuerySelector(".guide-job"));
        Assert.Equal("", guest.Cookie);

        var back = await guest.SendFileAsync(await guest.OpenAsync("/profile/open"), "/profile/open", ("trellis-profile.json", file));
        Assert.Contains("Nursing Assistants", back.QuerySelector(".guide-job")!.TextContent, StringComparison.Ordinal);
        var faulty = await guest.SendFileAsync(await guest.OpenAsync("/profile/open"), "/profile/open", ("x.json", """{"format":"trellis-profile","version":1,"jobs":[{}]}"""u8.ToArray()));
        Assert.Contains("/jobs/0/title", faulty.QuerySelector(".trellis-problems")!.TextContent, StringComparison.Ordinal);
    }

    private static string Question(IDocument page) => page.QuerySelector("input[type=radio]")!.GetAttribute("name")!;

    private static async Task<IDocument> WithJobAsync(Guest guest) =>
        await guest.SendAsync(await guest.OpenAsync("/profile"), "/profile/jobs", ("title", "Nursing Assistant"), ("years", "2"), ("months", "6"), ("current", "yes"));

    private static async Task ChosenAsync(Guest guest) =>
        await guest.SendAsync(await WithJobAsync(guest), "/profile/jobs/0/occupation", ("code", NursingAssistant));
}
