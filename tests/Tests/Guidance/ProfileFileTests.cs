using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Text;
using Trellis.Interop.Resume;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>The file that a person keeps, and the open format of résumés.</summary>
public sealed class ProfileFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 0, 0, 0, TimeSpan.Zero);

    private static Profile Full => new()
    {
        Jobs = [new("Line cook", "35-2014.00") { Confidence = 0.93, Months = 30, IsCurrent = true }, new("Cashier") { Months = 7, EndYear = 2019 }],
        Education = EducationLevel.SomeCollege,
        Credentials = [new("Food handler card", 2024)],
        Technologies = ["Excel"],
        Languages = ["Español"],
        Ratings = [new("2.A.1.a", 3) { On = new(2026, 1, 31), Evidence = "Reads recipes" }, new("2.A.1.a", 2, Rater.Employer), new("3f2504e0-4f89-41d3-9a0c-0305e82c3301", 1)],
        Interests = Profile.Empty.Interests.Add("R1", 4).Add("S2", 0),
        Constraints = new() { Place = "08401", Miles = 20, PayNeeded = 4_000_000, Schedules = Schedules.Days | Schedules.PartTime, Transport = Transport.PublicTransit, NeedsChildCare = true, StartOn = new(2026, 9, 1) },
        Fit = new() { Skills = 1, Pay = 4, Area = "state-34", MostZone = 3, OnlyEnoughPay = true },
    };

    [Fact]
    public void Profile_WrittenAndRead_IsTheSame()
    {
        var written = ProfileJson.Write(Full);

        Assert.Equal(Utf8.Strict.GetString(written), Utf8.Strict.GetString(ProfileJson.Write(ProfileReader.Read(written))));
        Assert.Equal(Full.Constraints, ProfileReader.Read(written).Constraints);
        Assert.Equal(Full.Fit, ProfileReader.Read(written).Fit);
        Assert.Equal(Full.Jobs, ProfileReader.Read(written).Jobs);
        Assert.True(ProfileReader.Read(ProfileJson.Write(Profile.Empty)).IsEmpty);
    }

    [Theory]
    [InlineData("""{"format":"other","version":1}""", "unknown-format /format")]
    [InlineData("""{"format":"trellis-profile","version":2}""", "newer-version /version")]
    [InlineData("""{"version":1}""", "missing-field /format")]
    [InlineData("""{"format":"trellis-profile","version":1,"name":"x"}""", "unknown-field /name")]
    [InlineData("""{"format":"trellis-profile","version":1,"jobs":[{"title":""},{"title":"Cook","onetSoc":"35"}]}""", "empty-text /jobs/0/title|no-onet-code /jobs/1/onetSoc")]
    [InlineData("""{"format":"trellis-profile","version":1,"ratings":[{"target":"2.A.1.a","level":5,"rater":"boss"}]}""", "out-of-range /ratings/0/level|unknown-choice /ratings/0/rater")]
    [InlineData("""{"format":"trellis-profile","version":1,"ratings":[{"target":"x","level":1,"rater":"self"}]}""", "no-target /ratings/0/target")]
    [InlineData("""{"format":"trellis-profile","version":1,"interests":{"Q1":3,"R1":9}}""", "out-of-range /interests/R1|unknown-item /interests/Q1")]
    [InlineData("""{"format":"trellis-profile","version":1,"constraints":{"startOn":"soon"},"fit":{"area":"moon"}}""", "no-day /constraints/startOn|no-area-code /fit/area")]
    [InlineData("""{"format":"trellis-profile","version":1,"languages":"Spanish"}""", "wrong-kind /languages")]
    [InlineData("""[]""", "no-profile ")]
    [InlineData("""{"format":"trellis-profile","format":"trellis-profile"}""", "not-json ")]
    [InlineData("{\n  oops", "not-json ")]
    public void Profile_WithFaults_IsRefusedWithEachOfThem(string json, string expected)
    {
        var refused = Assert.Throws<UnusableInputException>(() => ProfileReader.Read(Encoding.UTF8.GetBytes(json)));

        Assert.Equal(expected, string.Join('|', refused.Problems.Select(p => $"{p.Code} {p.Where}")));
    }

    [Fact]
    public void JsonResume_Read_AddsToTheProfile()
    {
        var file = """
            {"basics":{"name":"Nobody"},"work":[{"position":"Welder","startDate":"2018-03","endDate":"2020-02-28"},{"position":"Foreman","startDate":"2020-03"},{"name":"No position"}],
             "education":[{"studyType":"High School"},{"studyType":"Associate of Science"}],"certificates":[{"name":"AWS D1.1","date":"2019"}],
             "skills":[{"name":"AutoCAD","keywords":["Excel","autocad"]}],"languages":[{"language":"Spanish"}]}
            """u8.ToArray();

        Assert.True(JsonResume.Is(file));
        var read = JsonResume.Read(file, Profile.Empty with { Technologies = ["excel"] }, Now);
        Assert.Equal([new("Welder") { Months = 24, EndYear = 2020 }, new("Foreman") { Months = 76, IsCurrent = true }], read.Jobs);
        Assert.Equal(EducationLevel.Associate, read.Education);
        Assert.Equal([new("AWS D1.1", 2019)], read.Credentials);
        Assert.Equal(["excel", "AutoCAD"], read.Technologies);
        Assert.Equal(["Spanish"], read.Languages);
    }

    [Fact]
    public void JsonResume_Written_CanBeReadAgain()
    {
        var written = JsonResume.Write(Full);

        Assert.True(JsonResume.Is(written));
        Assert.False(JsonResume.Is(ProfileJson.Write(Full)));
        var read = JsonResume.Read(written, Profile.Empty, Now);
        Assert.Equal(Full.Jobs.Select(j => j.Title), read.Jobs.Select(j => j.Title));
        Assert.Equal((Full.Education, Full.Languages[0], Full.Credentials[0]), (read.Education, read.Languages[0], read.Credentials[0]));
    }
}
