using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>Finding and comparing programs, on both databases.</summary>
public abstract class TrainingSearchSuite(TrainingData data)
{
    private readonly Db _db = data.Db;

    [Theory]
    [InlineData("", "Nursing Assistant|Truck Driving|Welding Basics")]
    [InlineData("weld", "Welding Basics")]
    [InlineData("forklifts", "Welding Basics")]
    [InlineData("commercial vehicles", "Truck Driving")]
    [InlineData("lakeside nurses", "Nursing Assistant")]
    [InlineData("weld truck", "")]
    public async Task Words_InAnyForm_FindPrograms(string words, string expected) => Assert.Equal(expected, await NamesAsync(new() { Words = words }));

    [Theory]
    [InlineData("53-3032", "Truck Driving")]
    [InlineData("51-4121", "Welding Basics")]
    [InlineData("45-3031", "")]
    public async Task Occupation_ThroughCrosswalkOrProvider_FindsPrograms(string soc, string expected) => Assert.Equal(expected, await NamesAsync(new() { Soc = soc }));

    [Fact]
    public async Task Occupation_OfAProgram_SaysWhoNamesIt()
    {
        var welding = Assert.Single((await FindAsync(new() { Soc = "51-4121" })).Programs);
        var truck = Assert.Single((await FindAsync(new() { Soc = "53-3051" })).Programs);

        Assert.Equal([ProgramReasonKind.NamedByProvider, ProgramReasonKind.Crosswalk], welding.Reasons.Select(r => r.Kind));
        Assert.Equal([new ProgramReason(ProgramReasonKind.Crosswalk, "Bus Drivers, School", "49.0205", "Truck and Bus Driver/Commercial Vehicle Operator and Instructor")], truck.Reasons);
        Assert.True((await FindAsync(new() { Soc = "45-3031" })).Occupation!.HasNoField);
        var all = await ProgramsForOccupation.FindAsync(_db, "51-4121", 10);
        Assert.Equal((1, "Lakeside Institute", 2), (all.Total, all.Programs[0].Provider, all.Programs[0].Reasons.Count));
    }

    [Theory]
    [InlineData("01250", 10, "Nursing Assistant|Welding Basics", PlaceSort.Distance)]
    [InlineData("01250", 100, "Nursing Assistant|Truck Driving|Welding Basics", PlaceSort.Distance)]
    [InlineData("98799", 10, "Truck Driving", PlaceSort.ZipRegion)]
    [InlineData("hilltop", 10, "Truck Driving", PlaceSort.Name)]
    [InlineData("Harbor County", 10, "Nursing Assistant|Welding Basics", PlaceSort.Name)]
    [InlineData("Nowhere", 10, "", PlaceSort.Name)]
    public async Task Place_ByZipCodeOrName_FindsPrograms(string place, int miles, string expected, PlaceSort sort)
    {
        var query = new TrainingQuery { Place = place, Miles = miles };

        Assert.Equal(expected, await NamesAsync(query));
        Assert.Equal(sort, (await FindAsync(query)).Place.Sort);
    }

    [Fact]
    public async Task Distance_FromAZipCode_IsTold() =>
        Assert.Equal(6.9, (await FindAsync(new() { Place = "01250", Words = "weld" })).Programs[0].Miles!.Value, tolerance: 0.1);

    [Fact]
    public async Task Limits_OfCostAndLength_CountWhatTheyCannotJudge()
    {
        var cheap = await FindAsync(new() { MostCost = 200_000 });
        var quick = await FindAsync(new() { MostWeeks = 20 });

        Assert.Equal(("Nursing Assistant", 1), (Names(cheap), cheap.CostUnknown));
        Assert.Equal(("Welding Basics", 2), (Names(quick), quick.LengthUnknown));
    }

    [Fact]
    public async Task Choices_OfFormatOutcomeAndHelp_Narrow()
    {
        Assert.Equal("Truck Driving", await NamesAsync(new() { Format = ProgramFormat.Online }));
        Assert.Equal("Nursing Assistant", await NamesAsync(new() { LeadsTo = PotentialOutcome.License }));
        Assert.Equal("Welding Basics", await NamesAsync(new() { Evening = true }));
        Assert.Equal("", await NamesAsync(new() { ChildCare = true }));
    }

    [Fact]
    public async Task Pages_OfAResult_HoldEveryProgramOnce()
    {
        var pages = new List<string>();
        for (var offset = 0; offset < 4; offset++)
            pages.Add(Names(await FindAsync(new() { Offset = offset, PageSize = 1, Order = ProgramOrder.Cost })));

        Assert.Equal(["Nursing Assistant", "Welding Basics", "Truck Driving", ""], pages);
    }

    [Fact]
    public async Task Comparison_OfPrograms_KeepsTheirOrderAndTellsTheBest()
    {
        var ids = (await FindAsync(new())).Programs.Select(p => p.Profile.Program.Id).Reverse().ToList();

        var comparison = await ProgramComparison.ReadAsync(_db, [.. ids, "zz-none", .. ids]);

        Assert.Equal(["Truck Driving", "Nursing Assistant", "Welding Basics"], comparison.Programs.Select(p => p.Program.Name));
        Assert.Equal(["zz-none"], comparison.Unknown);
        Assert.Equal([1], comparison.Best(ComparedMeasure.Cost));
        Assert.Empty(comparison.Best(ComparedMeasure.EmploymentQ2));
        Assert.Equal(FigureState.Suppressed, ProgramComparison.Of(comparison.Programs[1], ComparedMeasure.EmploymentQ2).State);
        Assert.Equal(FigureState.NotReported, ProgramComparison.Of(comparison.Programs[0], ComparedMeasure.EmploymentQ2).State);
    }

    [Theory]
    [InlineData("welders", "51-4121")]
    [InlineData("Nursing Assistants", "31-1131")]
    [InlineData("53-3032.00", "53-3032")]
    [InlineData("drivers", "53-3051|53-3032")]
    [InlineData("astronaut", "")]
    public async Task OccupationNames_OfWhatIsTyped_AreFound(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', (await OccupationNames.FindAsync(_db, data.Occupations, text, 5)).Select(o => o.Soc)));

    [Fact]
    public async Task Completers_OfFields_KeepWhatIsWithheld()
    {
        var counts = await CompleterCounts.ReadAsync(_db, "ZZ");

        Assert.Equal([("48.0508", Figure.Of(60)), ("51.3902", Figure.Suppressed)], counts.Select(c => (c.Cip, c.People)));
        Assert.Empty(await CompleterCounts.ReadAsync(_db, "YY"));
    }

    private Task<TrainingResult> FindAsync(TrainingQuery query) => new TrainingSearch(_db, TrainingData.Map).FindAsync(query);

    private async Task<string> NamesAsync(TrainingQuery query) => string.Join('|', (await FindAsync(query)).Programs.Select(p => p.Profile.Program.Name).Order(StringComparer.Ordinal));

    private static string Names(TrainingResult result) => string.Join('|', result.Programs.Select(p => p.Profile.Program.Name));
}

public sealed class TrainingSearchOnSqlite(TrainingOnSqlite data) : TrainingSearchSuite(data), IClassFixture<TrainingOnSqlite>;

public sealed class TrainingSearchOnPostgres(TrainingOnPostgres data) : TrainingSearchSuite(data), IClassFixture<TrainingOnPostgres>;
