using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Training;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>Lists in the columns of the federal file: what a row becomes, and what is said of rows that are wrong.</summary>
public abstract class ProgramListSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task Row_WithAllFigures_IsKeptAsItIs()
    {
        var report = await LoadAsync(SampleList.Text());
        var welding = await ProgramAsync("Welding Basics");

        Assert.Equal((ReleaseOutcome.Loaded, 0, 0), (report.Outcome, report.Rejected, report.Repaired));
        Assert.Equal((3, 2), (await _db.TrainingPrograms.CountAsync(), await _db.Providers.CountAsync()));
        Assert.Equal(("48.0508", "01234", "169", ProgramFormat.InPerson), (welding.Cip, welding.Zip, welding.Outcomes, welding.Format));
        Assert.Equal((400_000, 50_000, 450_000), (welding.Tuition, welding.Supplies, welding.TotalCost));
        Assert.Equal((320, 16, 16, false), (welding.Hours, welding.WeeksLeast, welding.WeeksMost, welding.IsCompetencyBased));
        Assert.Equal(("http://lakeside.example/", new DateOnly(2024, 6, 30), true), (welding.Url, welding.ListedOn, welding.HasEvening));
        Assert.Equal([("51-4121", "51-4121.00")], await OccupationsAsync(welding));
    }

    [Fact]
    public async Task Results_OfARow_AreDividedByTheirOwnDenominators()
    {
        await LoadAsync(SampleList.Text());
        var results = await ResultsAsync("Welding Basics");

        Assert.Equal((0.75, 0.8, 0.75, 0.625), (results.EmployedQ2Rate, results.EmployedQ4Rate, results.CompletionRate, results.CredentialRate));
        Assert.Equal((950_000, EarningsKind.Median, FigureState.NotReported), (results.Earnings, results.EarningsKind, results.Of(OutcomeFigure.EarningsOf).State));
        Assert.Equal((Population.AllStudents, "vvvvvvvvvvvnvvv"), (results.Population, results.Marks));
    }

    [Fact]
    public async Task MinusOne_InALength_IsCompetencyBasedAndElsewhereWithheld()
    {
        await LoadAsync(SampleList.Text());
        var assistant = await ProgramAsync("Nursing Assistant");
        var results = await ResultsAsync("Nursing Assistant");

        Assert.Equal((true, null, FigureState.NotApplicable, FigureState.NotApplicable),
            (assistant.IsCompetencyBased, assistant.WeeksMost, assistant.Of(ProgramFigure.Weeks).State, assistant.Of(ProgramFigure.Hours).State));
        Assert.Equal((12, null, FigureState.Suppressed, FigureState.Suppressed),
            (results.Served, results.EmployedQ2Rate, results.Of(OutcomeFigure.EmployedQ2Rate).State, results.Of(OutcomeFigure.Earnings).State));
    }

    [Fact]
    public async Task EmptyCells_AreNotReportedAndNotZero()
    {
        await LoadAsync(SampleList.Text());
        var truck = await ProgramAsync("Truck Driving");

        Assert.Equal((null, FigureState.NotReported, "49.0205", "Drives, parks and \"backs up\"."), (truck.TotalCost, truck.Of(ProgramFigure.TotalCost).State, truck.Cip, truck.Description));
        Assert.Equal("None", truck.Prerequisites);
        Assert.False(await _db.ProgramOutcomes.AnyAsync(o => o.ProgramId == truck.Id));
        Assert.Equal("68", (await _db.Providers.SingleAsync(p => p.Name == "Hill School")).EntityTypes);
    }

    [Fact]
    public async Task Numbers_OfListsWithoutNumbers_AreTheSameInTheNextEdition()
    {
        await LoadAsync(SampleList.Text());
        var first = await _db.TrainingPrograms.Select(p => p.Id).Order().ToListAsync();
        var report = await LoadAsync(SampleList.Text() + "\n");

        Assert.Equal(first, await _db.TrainingPrograms.Where(p => p.ReleaseKey == report.Release!.Key).Select(p => p.Id).Order().ToListAsync());
        Assert.All(first, id => Assert.Matches("^zz-[0-9a-f]{10}$", id));
    }

    private Task<ReleaseReport> LoadAsync(string text) => TestReleases.LoadTextAsync(_test, ProgramReader.Reader, "programs.csv", text);

    private Task<TrainingProgram> ProgramAsync(string name) => _db.TrainingPrograms.SingleAsync(p => p.Name == name);

    private async Task<ProgramOutcome> ResultsAsync(string name)
    {
        var program = await ProgramAsync(name);
        return await _db.ProgramOutcomes.SingleAsync(o => o.ProgramId == program.Id);
    }

    private async Task<List<(string, string?)>> OccupationsAsync(TrainingProgram program) =>
        [.. (await _db.ProgramOccupations.Where(o => o.ProgramId == program.Id).ToListAsync()).Select(o => (o.Soc, o.OnetSoc))];

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_db is not null)
            await _db.DisposeAsync();
        if (_test is not null)
            await _test.DisposeAsync();
    }
}

public sealed class ProgramListsOnSqlite() : ProgramListSuite(TestDb.SqliteAsync);

public sealed class ProgramListsOnPostgres() : ProgramListSuite(TestDb.PostgresAsync);
