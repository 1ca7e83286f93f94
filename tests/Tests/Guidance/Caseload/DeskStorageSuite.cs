using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Caseload.Groups;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>What a desk and a group view read, on both databases.</summary>
public abstract class DeskStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private static readonly PersonalSeal Seal = new(t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t)), t => Encoding.UTF8.GetString(Convert.FromBase64String(t)));

    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TestModel.Change.When;

    [Fact]
    public async Task Desk_OfAnAdviser_HoldsOwnCustomersAndTheTeamsOnlyWhereAsked()
    {
        var (one, other) = (await AdviserAsync(), await AdviserAsync());
        var (mine, theirs) = (new CaseloadPeople(_db, Seal, one.Id, Now), new CaseloadPeople(_db, Seal, other.Id, Now));
        var (busy, quiet, ended) = (await mine.MakeAsync("Busy"), await mine.MakeAsync("Quiet", daysAgo: 31), await mine.MakeAsync("Ended", daysAgo: 40, consentDays: -5));
        var (shared, hidden) = (await theirs.MakeAsync("Shared", daysAgo: 50), await theirs.MakeAsync("Hidden", daysAgo: 50));
        var team = one.Teams.Single();
        await new CustomerEditor(_db, Seal).ShareAsync(shared, team, TestModel.Change, Stop);
        await mine.TaskAsync(busy, "Call", 0);
        await mine.TaskAsync(ended, "Call", 0);
        await mine.StepAsync(busy, "Apply", -1);
        await mine.StepAsync(busy, "Later", 1);

        var read = await DeskRead.ReadAsync(_db, Seal, one, new(), Now, Stop);
        Assert.Equal([busy], read.Desk.Today.Select(l => l.Customer));
        Assert.Equal(["Apply"], read.Desk.Overdue.Select(l => l.Step!.Text));
        Assert.Equal([ended], read.Desk.Ending.Select(l => l.Customer));
        Assert.Equal([quiet], read.Desk.Quiet.Select(l => l.Customer));
        Assert.Equal(3, read.Open);

        var both = await DeskRead.ReadAsync(_db, Seal, one, new(WithTeam: true), Now, Stop);
        Assert.Equal([shared, quiet], both.Desk.Quiet.Select(l => l.Customer));
        Assert.DoesNotContain(hidden, both.Customers.Keys);
    }

    [Fact]
    public async Task Step_DoneOrMovedInALaterRevision_IsNotDueAnyMore()
    {
        var one = await AdviserAsync();
        var mine = new CaseloadPeople(_db, Seal, one.Id, Now);
        var id = await mine.MakeAsync("One");
        await mine.StepAsync(id, "Apply", -1);
        var documents = new DocumentEditor(_db, Seal);
        var kept = await documents.PlanAsync(id, Stop);
        var signed = Core.Guidance.Planning.PlanEdits.SignedBy(kept.Value, Core.Guidance.Planning.PlanSigner.Adviser, "A", DateOnly.FromDateTime(Now.UtcDateTime));
        Assert.True(await documents.SaveAsync(id, signed, kept.Revision, TestModel.Change, Stop));
        Assert.Single((await DeskRead.ReadAsync(_db, Seal, one, new(), Now, Stop)).Desk.Overdue);

        // The signed version stays as it was, with the step; the present one has it no more.
        var next = Core.Guidance.Planning.PlanEdits.WithoutEntry(signed, 0, DateOnly.FromDateTime(Now.UtcDateTime));
        Assert.True(await documents.SaveAsync(id, next, kept.Revision + 1, TestModel.Change, Stop));

        Assert.Empty((await DeskRead.ReadAsync(_db, Seal, one, new(), Now, Stop)).Desk.Overdue);
        Assert.Equal(2, await _db.CustomerDocuments.CountAsync(d => d.Kind == DocumentKind.Plan, Stop));
    }

    [Fact]
    public async Task Group_OfACaseload_CountsTheTeamAndNamesOnlyOwnCustomers()
    {
        var (one, other) = (await AdviserAsync(), await AdviserAsync());
        var (mine, theirs) = (new CaseloadPeople(_db, Seal, one.Id, Now), new CaseloadPeople(_db, Seal, other.Id, Now));
        var (first, shared) = (await mine.MakeAsync("First", tags: "evening"), await theirs.MakeAsync("Shared"));
        await mine.MakeAsync("Ended", consentDays: -5, daysAgo: 10);
        await new CustomerEditor(_db, Seal).ShareAsync(shared, one.Teams.Single(), TestModel.Change, Stop);
        var reading = new GroupReading(_db, Seal, new LoadedSkills(null, SkillTable.Empty));

        var own = await reading.ReadAsync(one, new(), Now, Stop);
        Assert.Equal((1, 1), (own.People, own.WithoutGoal));
        Assert.Equal(["evening"], own.Tags.Select(t => t.Text));
        var all = await reading.ReadAsync(one, new() { WithTeam = true }, Now, Stop);
        Assert.Equal(2, all.People);
        Assert.Equal([first], all.Names.Keys);
        Assert.Equal(0, (await reading.ReadAsync(one, new(Guid.NewGuid()), Now, Stop)).People);
        Assert.Equal(1, (await reading.ReadAsync(one, new(own.Tags[0].Key), Now, Stop)).People);
    }

    public async ValueTask InitializeAsync()
    {
        _test = await open();
        _db = _test.Open();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _db.DisposeAsync();
        await _test.DisposeAsync();
    }

    /// <summary>An adviser of the one center with its one team.</summary>
    private async Task<Actor> AdviserAsync()
    {
        var person = await new PersonEditor(_db).InviteAsync(new("Some one", $"p{Guid.NewGuid():N}@example.org", [Role.CareerAdviser]), TestModel.Change, Stop);
        await _db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PersonState.Active), Stop);
        var organizations = new OrganizationEditor(_db);
        var center = await _db.Organizations.Select(o => (Guid?)o.Id).FirstOrDefaultAsync(Stop) ?? (await organizations.SaveAsync(null, "Center", OrganizationKind.JobCenter, TestModel.Change, Stop))!.Value;
        if (!await _db.Teams.AnyAsync(Stop))
            await organizations.AddTeamAsync(center, "Team", TestModel.Change, Stop);
        await organizations.PlaceAsync(person.Id, [center], [(await _db.Teams.SingleAsync(Stop)).Id], TestModel.Change, Stop);
        return (await Actor.FindAsync(_db, person.Id, Stop))!;
    }
}

public sealed class SqliteDeskStorageTests() : DeskStorageSuite(TestDb.SqliteAsync);

public sealed class PostgresDeskStorageTests() : DeskStorageSuite(TestDb.PostgresAsync);
