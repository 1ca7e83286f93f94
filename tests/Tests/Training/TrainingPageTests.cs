using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>The pages and files about programs, through the door.</summary>
public sealed class TrainingPageTests(TestApp app) : IAsyncLifetime
{
    [Fact]
    public async Task Search_ForAnOccupation_ShowsProgramsWithReasonsAndFigures()
    {
        var page = await app.PageAsync("/training?occupation=51-4121&q=browser");
        var card = page.QuerySelector(".training-card")!;

        Assert.Equal("1 program for Welders, Cutters, Solderers, and Brazers", page.QuerySelector("#results")!.TextContent);
        Assert.Contains("The provider names this occupation", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("Its field of study, Welding Technology/Welder (48.0508), prepares for", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(["$4,500", "16 weeks", "75% of 60 people", "$9,500"], card.QuerySelectorAll("dd").Take(4).Select(d => d.TextContent));
        Assert.Contains("ETA-9171", page.QuerySelector(".training-sources")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ByAWordForSeveralOccupations_AsksWhichIsMeant()
    {
        var page = await app.PageAsync("/training?occupation=drivers&place=Lakeside");

        Assert.Equal(["Bus Drivers, School", "Heavy and Tractor-Trailer Truck Drivers"], page.QuerySelectorAll(".training-meant a").Select(a => a.TextContent));
        Assert.Contains("place=Lakeside", page.QuerySelector(".training-meant a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_OfPrograms_StaysInTheAddressUntilTheyAreCompared()
    {
        var first = await app.PageAsync("/training?q=browser");
        var second = await app.PageAsync(first.QuerySelectorAll(".training-add")[0].GetAttribute("href")!);
        var third = await app.PageAsync(second.QuerySelectorAll(".training-add")[0].GetAttribute("href")!);
        var compared = await app.PageAsync(third.QuerySelector(".training-tray a.usa-button")!.GetAttribute("href")!);

        Assert.Equal("Chosen for comparing: 1 of 4", second.QuerySelector("#tray")!.TextContent);
        Assert.Equal("Compare these 2 programs", third.QuerySelector(".training-tray a.usa-button")!.TextContent);
        Assert.Equal(2, compared.QuerySelectorAll(".training-compare thead th").Length);
    }

    [Fact]
    public async Task Comparison_OfThree_TellsWhatIsMissingApart()
    {
        await using var db = app.OpenDb();
        var page = await app.PageAsync(await TrainingPages.AddressAsync(db, "{compared}"));

        Assert.Equal(["$4,500", "not reported", "$1,000best of these"], Row(page, "Total cost"));
        Assert.Equal(["16 weeks", "not reported", "ends when you can do it (competency-based)"], Row(page, "Length"));
        Assert.Equal(["75%", "not reported", "too few to show"], Row(page, "At work six months after leaving"));
        Assert.Contains("of 60 people", Cell(page, "At work six months after leaving", 0).TextContent, StringComparison.Ordinal);
        Assert.Contains("median; about $38,000 in a year", Cell(page, "Earnings in a quarter, six months after leaving", 0).TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".training-best"));
    }

    [Fact]
    public async Task Comparison_WithAProgramThatIsGone_SaysSo()
    {
        await using var db = app.OpenDb();
        var page = await app.PageAsync(await TrainingPages.AddressAsync(db, "{compared}") + "&p=zz-gone");

        Assert.Contains("zz-gone", page.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await app.PageAsync("/training/compare")).QuerySelector("a.usa-button[href='/training']"));
    }

    [Fact]
    public async Task Program_OnItsPage_HasCostsResultsOccupationsAndDataForSearchEngines()
    {
        await using var db = app.OpenDb();
        var page = await app.PageAsync(await TrainingPages.AddressAsync(db, "{program}"));
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);

        Assert.Equal("Welding Basics browser", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["$4,000", "not reported", "$500", "not reported", "$4,500"], page.QuerySelectorAll(".training-costs td").Select(d => d.TextContent));
        Assert.Contains("45 of 60", page.QuerySelector(".training-results")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Welders, Cutters, Solderers, and Brazers", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("EducationalOccupationalProgram", "P16W", "4500.00"), (Text("@type"), Text("timeToComplete"), data.RootElement.GetProperty("offers").GetProperty("price").GetString()));

        string? Text(string name) => data.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Program_InSpanish_KeepsItsFigures()
    {
        await using var db = app.OpenDb();
        var page = await app.PageAsync(await TrainingPages.AddressAsync(db, "{program}"), "es");

        Assert.Equal("Cuánto cuesta", page.QuerySelector("#costs")!.TextContent);
        Assert.Contains("no se informa", page.QuerySelector(".training-costs")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/training/zz-none")]
    [InlineData("/training/providers/zz-none")]
    public async Task Page_OfWhatIsNotThere_Answers404(string path)
    {
        using var response = await app.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Download_AsCsv_HasTheRowsOfTheSearchAndWordsForWhatIsMissing()
    {
        var csv = await app.Http.GetStringAsync("/training.csv?q=browser", TestContext.Current.CancellationToken);
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        Assert.Contains(lines, l => l.Contains("Nursing Assistant browser", StringComparison.Ordinal) && l.Contains(",suppressed,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Download_AsExcel_IsAWorkbook()
    {
        var bytes = await app.Http.GetByteArrayAsync("/training.xlsx?q=browser", TestContext.Current.CancellationToken);
        using var book = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken));
    }

    private static List<string> Row(IDocument page, string name) =>
        [.. Cells(page, name).Select(c => string.Concat(c.ChildNodes.Where(n => n is IText || (n is IElement e && e.ClassList.Contains("training-best-tag"))).Select(n => n.TextContent.Trim())))];

    private static IElement Cell(IDocument page, string name, int place) => Cells(page, name)[place];

    private static List<IElement> Cells(IDocument page, string name) =>
        [.. page.QuerySelectorAll(".training-compare tbody tr").First(r => r.QuerySelector("th")!.TextContent == name).QuerySelectorAll("td")];

    public async ValueTask InitializeAsync()
    {
        await using var db = app.OpenDb();
        await TrainingPages.AddressAsync(db, "");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
