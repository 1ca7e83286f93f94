using System.Net;
using System.Text.Json;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The services that answer like O*NET's, asked as a client of O*NET's asks, over the full release 30.2.</summary>
public sealed class OnetApiTests(OnetDatabase database)
{
    private readonly OnetApp _onet = database.App;

    private const string Nurses = "/onet/online/occupations/29-1141.00";

    [Fact]
    public async Task About_OfTheServer_NamesTheReleaseAndItsAttribution()
    {
        var about = await _onet.GetAsync("/onet/about");

        Assert.Equal(("2.0", "30.2"), (Text(about, "api_version"), Text(about, "database_version")));
        Assert.Contains("O*NET(R) is a trademark", Text(about, "attribution"));
    }

    [Fact]
    public async Task Occupations_PageByPage_LeadFromTheFirstToTheLast()
    {
        var first = await _onet.GetAsync("/onet/online/occupations/?start=1&end=500");
        var second = await _onet.GetAsync(Path(first, "next"));
        var third = await _onet.GetAsync(Path(second, "next"));

        Assert.Equal((1, 500, 1016), (first.GetProperty("start").GetInt32(), first.GetProperty("end").GetInt32(), first.GetProperty("total").GetInt32()));
        Assert.False(first.TryGetProperty("prev", out _));
        Assert.False(third.TryGetProperty("next", out _));
        Assert.Equal(1016, third.GetProperty("end").GetInt32());
        var codes = new[] { first, second, third }.SelectMany(p => p.GetProperty("occupation").EnumerateArray()).Select(o => Text(o, "code")).ToList();
        Assert.Equal(1016, codes.Distinct().Count());
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(JsonValueKind.Object, first.GetProperty("occupation")[0].GetProperty("tags").ValueKind);
    }

    [Fact]
    public async Task Occupation_ByItsAddressInAList_HasContentsThatAllAnswer()
    {
        var found = await _onet.GetAsync("/onet/online/search?keyword=registered%20nurse");
        Assert.Equal("29-1141.00", Text(found.GetProperty("occupation")[0], "code"));
        Assert.Equal("29-1141.00", Text((await _onet.GetAsync("/onet/online/search?keyword=registerd%20nurze")).GetProperty("occupation")[0], "code"));

        var report = await _onet.GetAsync(Path(found.GetProperty("occupation")[0], "href"));

        Assert.Equal("Registered Nurses", Text(report, "title"));
        Assert.Contains("Staff Nurse", report.GetProperty("sample_of_reported_titles").EnumerateArray().Select(t => t.GetString()));
        Assert.Equal(2026, report.GetProperty("updated").GetProperty("year").GetInt32());
        var contents = report.GetProperty("details_contents").EnumerateArray().Concat(report.GetProperty("summary_contents").EnumerateArray()).ToList();
        Assert.True(contents.Count >= 20);
        foreach (var section in contents)
            await _onet.GetAsync(Path(section, "href"));
    }

    [Theory]
    [InlineData("knowledge", "2.C.5.a", 84)]
    [InlineData("skills", "2.B.1.a", 78)]
    [InlineData("work_activities", "4.A.4.a.5", 99)]
    public async Task Details_OfRatedElements_GiveImportanceFromZeroToAHundred(string section, string id, int importance)
    {
        var elements = (await _onet.GetAsync($"{Nurses}/details/{section}?end=100")).GetProperty("element").EnumerateArray().ToList();

        Assert.Equal(importance, elements.Single(e => Text(e, "id") == id).GetProperty("importance").GetInt32());
        Assert.Equal(elements.Select(e => e.GetProperty("importance").GetInt32()).OrderDescending(), elements.Select(e => e.GetProperty("importance").GetInt32()));
        var related = await _onet.GetAsync(Path(elements[0], "related"));
        Assert.NotEmpty(related.GetProperty("occupation").EnumerateArray());
    }

    [Fact]
    public async Task Summary_OfKnowledge_NamesOnlyWhatMatters()
    {
        var summary = (await _onet.GetAsync($"{Nurses}/summary/knowledge?end=100")).GetProperty("element").EnumerateArray().ToList();
        var details = (await _onet.GetAsync($"{Nurses}/details/knowledge?end=100")).GetProperty("element").EnumerateArray().ToList();

        Assert.Equal(details.Where(e => e.GetProperty("importance").GetInt32() >= 50).Select(e => Text(e, "id")), summary.Select(e => Text(e, "id")));
        Assert.False(summary[0].TryGetProperty("importance", out _));
    }

    [Fact]
    public async Task Sections_WithoutRatings_AnswerInTheirOwnShapes()
    {
        var tasks = await _onet.GetAsync($"{Nurses}/details/tasks?end=50");
        Assert.Equal("Core", Text(tasks.GetProperty("task")[0], "category"));
        await _onet.GetAsync(Path(tasks.GetProperty("task")[0], "related"));

        var technology = await _onet.GetAsync("/onet/online/occupations/15-1252.00/details/technology_skills?end=200");
        var git = technology.GetProperty("category").EnumerateArray().Single(c => c.GetProperty("code").GetInt32() == 43232203).GetProperty("example").EnumerateArray().Single(e => Text(e, "title") == "Git");
        Assert.True(git.GetProperty("hot_technology").GetBoolean() && git.GetProperty("in_demand").GetBoolean());
        Assert.Equal(technology.GetProperty("hot_technology").GetProperty("total").GetInt32(), (await _onet.GetAsync(Path(technology.GetProperty("hot_technology"), "href"))).GetProperty("total").GetInt32());

        Assert.Equal(3, (await _onet.GetAsync("/onet/online/occupations/51-4041.00/details/job_zone")).GetProperty("code").GetInt32());
        var education = (await _onet.GetAsync("/onet/online/occupations/11-1011.00/details/education")).GetProperty("response").EnumerateArray().ToList();
        Assert.Equal(32, education.Single(r => r.GetProperty("code").GetInt32() == 6).GetProperty("percentage_of_respondents").GetInt32());
        Assert.Equal("29-1141.01", Text((await _onet.GetAsync($"{Nurses}/details/related_occupations")).GetProperty("occupation")[0], "code"));
        Assert.Equal("I", Text(await _onet.GetAsync("/onet/online/occupations/15-1252.00/summary/interests"), "interest_code")[..1]);
    }

    [Fact]
    public async Task OnetData_OfAnElement_ListsTheOccupationsThatNeedItMost()
    {
        var list = await _onet.GetAsync("/onet/online/onet_data/skills_basic?end=50");
        Assert.Equal(10, list.GetProperty("total").GetInt32());

        var reading = await _onet.GetAsync(Path(list.GetProperty("element")[0], "href"));

        Assert.Equal("2.A.1.a", Text(reading.GetProperty("summary"), "id"));
        Assert.Equal(894, reading.GetProperty("total").GetInt32());
        var occupations = reading.GetProperty("occupation").EnumerateArray().ToList();
        Assert.True(occupations[0].GetProperty("importance").GetInt32() >= occupations[^1].GetProperty("importance").GetInt32());
        Assert.InRange(occupations[0].GetProperty("job_zone").GetProperty("code").GetInt32(), 1, 5);
        Assert.NotEmpty((await _onet.GetAsync("/onet/online/onet_data/interests/RI")).GetProperty("occupation").EnumerateArray());
    }

    [Theory]
    [InlineData("/onet/online/search", "keyword")]
    [InlineData("/onet/online/occupations/99-9999.00", "29-1141.00")]
    [InlineData("/onet/online/occupations/nurse/details/tasks", "29-1141.00")]
    [InlineData(Nurses + "/details/apprenticeship", "no data")]
    [InlineData("/onet/online/occupations?start=0", "whole numbers from 1")]
    [InlineData("/onet/online/occupations?start=1&end=2001", "2000")]
    [InlineData("/onet/online/onet_data/knowledge/2.A.1.a", "2.A.1.a")]
    [InlineData("/onet/database/rows/none", "occupation_data")]
    [InlineData("/onet/database/rows/skills?filter=none.eq.1", "element_id")]
    [InlineData("/onet/database/rows/skills?filter=data_value.contains.4", "gte")]
    [InlineData("/onet/database/rows/skills?sort=none", "data_value")]
    [InlineData("/onet/taxonomy/2010/active/29-1141.00", "2010")]
    public async Task Request_ThatCannotBeMet_AnswersWithASentence(string path, string word) =>
        Assert.Contains(word, Text(await _onet.GetAsync(path, HttpStatusCode.UnprocessableEntity), "error"));

    [Fact]
    public async Task Address_ThatIsNone_AnswersInJson() => Assert.NotEmpty(Text(await _onet.GetAsync("/onet/mnm/search", HttpStatusCode.NotFound), "error"));

    [Fact]
    public async Task Taxonomy_OfTheRelease_LeadsToItself() =>
        Assert.Equal("29-1141.00", Text((await _onet.GetAsync("/onet/taxonomy/active/2019/29-1141.00")).GetProperty("occupation")[0], "code"));

    [Fact]
    public async Task Crosswalk_OfTheSoc_LeadsToAllOfItsOccupations()
    {
        var match = Assert.Single((await _onet.GetAsync("/onet/online/crosswalks/soc?keyword=29-1141")).GetProperty("match").EnumerateArray());
        Assert.Equal(5, match.GetProperty("occupation").GetArrayLength());
    }

    internal static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    /// <summary>An address of the answer, which must be one of this server's own.</summary>
    private static string Path(JsonElement json, string name)
    {
        var address = new Uri(Text(json, name));
        Assert.Equal("127.0.0.1", address.Host);
        return address.PathAndQuery;
    }
}
