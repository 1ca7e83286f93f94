using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Training;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>The real list of New Jersey with its dirt, read through the mapping, on both databases.</summary>
public abstract class NewJerseySuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private TestDb _test = null!;
    private Db _db = null!;

    [Fact]
    public async Task List_AsPublished_HasItsTotals()
    {
        var report = await TestReleases.LoadAsync(_test, ProgramReader.Reader, SharedData.Path("etpl-nj"));

        Assert.Equal((ReleaseOutcome.Loaded, 0), (report.Outcome, report.Rejected));
        Assert.Equal((1192, 245), (await _db.TrainingPrograms.CountAsync(), await _db.Providers.CountAsync()));
        Assert.Equal(1565, await _db.ProgramOutcomes.CountAsync());
        Assert.Equal(722, await _db.InDemandListings.CountAsync(d => d.Scheme == InDemandScheme.Cip));
        Assert.Equal(109, await _db.InDemandListings.CountAsync(d => d.Scheme == InDemandScheme.Soc));
        Assert.Equal(0, await _db.TrainingPrograms.CountAsync(p => p.Cip == null));
        Assert.DoesNotContain(await _db.TrainingPrograms.Select(p => p.Name).ToListAsync(), n => n.StartsWith('"'));
        await CheckProgramsAsync();
        await CheckOutcomesAsync();
        Assert.Equal(13, report.Problems.Count(p => p.Code is "total-differs" or "too-much-money"));
    }

    [Fact]
    public async Task Credentials_AsPublished_HaveTheirTotals()
    {
        var report = await TestReleases.LoadAsync(_test, CredentialReader.Reader, SharedData.Path("etpl-nj"));

        Assert.Equal((ReleaseOutcome.Loaded, 0), (report.Outcome, report.Rejected));
        Assert.Equal((2041, 264), await CountAsync(CredentialKind.Certification));
        Assert.Equal((228, 22), await CountAsync(CredentialKind.License));
        var dentist = await _db.Credentials.SingleAsync(c => c.Id == "nj-license-821");
        Assert.Equal(("DENTIST", "29-1021", "NJ"), (dentist.Name, dentist.Soc, dentist.State));

        async Task<(int, int)> CountAsync(CredentialKind kind) =>
            (await _db.Credentials.CountAsync(c => c.Kind == kind), await _db.Credentials.CountAsync(c => c.Kind == kind && c.IsWithdrawn));
    }

    [Fact]
    public async Task Results_OfAFileAlone_AreAReleaseOfTheirOwn()
    {
        var report = await TestReleases.LoadAsync(_test, ProgramOutcomeReader.Reader, SharedData.Path("etpl-nj/outcomes_schcip.csv"));

        Assert.Equal((1565, "nj", 0), (report.Release!.Rows, report.Release.Scope, report.Rejected));
    }

    private async Task CheckProgramsAsync()
    {
        var dental = await ProgramAsync("nj-253");
        Assert.Equal(("51.0601", "07470", "Passaic", "nj-174"), (dental.Cip, dental.Zip, dental.County, dental.ProviderId));
        Assert.Equal((1_923_500, 20_100, 132_500, 54_000, 2_130_100), (dental.Tuition, dental.Fees, dental.Supplies, dental.OtherCosts, dental.TotalCost));
        Assert.Equal((1015, 26, 52), (dental.Hours, dental.WeeksLeast, dental.WeeksMost));
        Assert.Equal(("Certified Dental Assistant; Certificate of Completion", true, false), (dental.Credential, dental.HasEvening, dental.HasChildCare));
        Assert.Equal("Arabic, Italian, Polish, Portuguese, Russian, Yiddish/Hebrew, Other Languages", dental.Languages);
        var bus = await ProgramAsync("nj-675");
        Assert.Equal(("07087", "Union City", "1"), (bus.Zip, bus.City, bus.Outcomes));
        Assert.Equal("Ideal Driving School, Inc. - Union City", (await _db.Providers.SingleAsync(p => p.Id == "nj-260")).Name);
        var studies = await ProgramAsync("nj-16540");
        Assert.Equal(("09.0101", null, FigureState.NotReported), (studies.Cip, studies.Hours, studies.Of(ProgramFigure.Hours).State));
        var pastry = await ProgramAsync("nj-7561");
        Assert.Equal(("Baking & Pastry Certificate, Culinary Arts", "08330"), (pastry.Name, pastry.Zip));
        // The total of the list is 41984198 dollars, its only part 4198.
        Assert.Equal(419_800, (await ProgramAsync("nj-50472")).TotalCost);
    }

    private async Task CheckOutcomesAsync()
    {
        var dental = await OutcomeAsync("nj-174", "51.0601");
        Assert.Equal((299, 266, 299, 0.8896), (dental.Completed, dental.EmployedQ2, dental.EmployedQ2Of, Math.Round(dental.EmployedQ2Rate!.Value, 4)));
        Assert.Equal((577_350, EarningsKind.Mean, 266), (dental.Earnings, dental.EarningsKind, dental.EarningsOf));
        var few = await OutcomeAsync("nj-27", "51.1020");
        Assert.Equal((0.8, FigureState.Suppressed, FigureState.Suppressed), (few.EmployedQ2Rate, few.Of(OutcomeFigure.Earnings).State, few.Of(OutcomeFigure.EarningsOf).State));
        // Nobody of ten at work is a figure; that of three nothing is said is another.
        Assert.Equal(0, (await OutcomeAsync("nj-6", "51.1020")).EmployedQ2Rate);
        var hidden = await OutcomeAsync("nj-27", "10.0308");
        Assert.Equal((null, FigureState.Suppressed, FigureState.Suppressed, 3), (hidden.EmployedQ2, hidden.Of(OutcomeFigure.EmployedQ2Rate).State, hidden.Of(OutcomeFigure.EmployedQ2).State, hidden.Completed));
        Assert.Equal(476, (await _db.ProgramOutcomes.ToListAsync()).Count(o => o.Of(OutcomeFigure.EmployedQ2Rate).State == FigureState.Suppressed));
        Assert.Equal(656, (await _db.ProgramOutcomes.ToListAsync()).Count(o => o.Of(OutcomeFigure.Earnings).State == FigureState.Suppressed));
    }

    private Task<TrainingProgram> ProgramAsync(string id) => _db.TrainingPrograms.SingleAsync(p => p.Id == id);

    private Task<ProgramOutcome> OutcomeAsync(string provider, string cip) => _db.ProgramOutcomes.SingleAsync(o => o.ProviderId == provider && o.Cip == cip);

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

public sealed class NewJerseyOnSqlite() : NewJerseySuite(TestDb.SqliteAsync);

public sealed class NewJerseyOnPostgres() : NewJerseySuite(TestDb.PostgresAsync);
