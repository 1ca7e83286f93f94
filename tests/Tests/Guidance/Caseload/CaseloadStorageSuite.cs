using System.Text;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>How customers are kept, who sees them and when they go, on both databases.</summary>
public abstract class CaseloadStorageSuite(CaseloadStorageSuite.Shared shared) : IAsyncLifetime
{
    private const string Secret = "canary-customer-0815";

    private static readonly PersonalSeal Seal = new(t => Convert.ToBase64String(Encoding.UTF8.GetBytes(t)), t => Encoding.UTF8.GetString(Convert.FromBase64String(t)));

    private static readonly FollowUpRule[] Rules = [new("after-30", 30, Words("Ask")), new("after-180", 180, Words("Ask again"))];

    private Db _db = null!;
    private Actor _one = null!, _other = null!, _elsewhere = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Change Change => TestModel.Change;

    private static DateOnly Today => DateOnly.FromDateTime(Change.When.UtcDateTime);

    private static Change Later(int days) => Change with { When = Change.When.AddDays(days) };

    [Fact]
    public async Task Customer_OfAnAdviser_IsSeenByNobodyElse()
    {
        var id = await MakeAsync(_one);

        Assert.Equal([id], await SeenAsync(_one));
        Assert.Empty(await SeenAsync(_other));
        var row = Assert.Single(await CaseloadList.ReadAsync(_db, Seal, _one, new() { Text = "CANARY" }, Change.When, Stop));
        Assert.Equal((Secret, true, true), (row.Card.Name, row.IsReadable, row.IsOwn));
        Assert.Empty(await CaseloadList.ReadAsync(_db, Seal, _one, new() { Text = "nobody" }, Change.When, Stop));
        Assert.DoesNotContain(Secret, (await _db.Customers.SingleAsync(c => c.Id == id, Stop)).Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewCustomer_WithoutConsentOrName_IsNotKept()
    {
        var refused = await Assert.ThrowsAsync<UnusableInputException>(() => new CustomerEditor(_db, Seal).MakeAsync(_one, new(new(" ", []), null, Today), Change, Stop));

        Assert.Equal(["customer-name", "consent-missing", "consent-until"], refused.Problems.Select(p => p.Code));
        Assert.False(await _db.Customers.AnyAsync(c => c.AdviserId == _one.Id, Stop));
    }

    [Fact]
    public async Task Consent_WithdrawnOrRunOut_EndsAccess()
    {
        var id = await MakeAsync(_one);
        var consent = await _db.CustomerConsents.SingleAsync(s => s.CustomerId == id, Stop);

        Assert.Empty(await CaseloadSearch.Readable(_db, _one, consent.Until.AddDays(1)).ToListAsync(Stop));
        Assert.Single(await CaseloadSearch.Listed(_db, _one).ToListAsync(Stop));
        Assert.True(await new ConsentEditor(_db).WithdrawAsync(id, consent.Id, Change, Stop));
        Assert.False(await new ConsentEditor(_db).WithdrawAsync(id, consent.Id, Change, Stop));
        Assert.Empty(await SeenAsync(_one));
        Assert.Empty(await CaseloadSearch.Listed(_db, _one).ToListAsync(Stop));
    }

    [Fact]
    public async Task HandOver_Accepted_MovesAccess()
    {
        var id = await MakeAsync(_one);
        var (editor, customer) = (new AssignmentEditor(_db, Seal), await _db.Customers.SingleAsync(c => c.Id == id, Stop));
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.OfferAsync(_one, customer, _elsewhere.Id, null, Change, Stop));
        await editor.OfferAsync(_one, customer, _other.Id, "Speaks Spanish", Change, Stop);
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.OfferAsync(_one, customer, _other.Id, null, Change, Stop));
        Assert.Empty(await SeenAsync(_other));
        var offer = await CaseloadSearch.Offered(_db, _other, Today).SingleAsync(Stop);
        Assert.Equal("Speaks Spanish", Seal.Open(offer.Note!));

        Assert.False(await editor.AnswerAsync(_elsewhere, offer.Id, true, Change, Stop));
        Assert.True(await editor.AnswerAsync(_other, offer.Id, true, Change, Stop));

        Assert.Equal([id], await SeenAsync(_other));
        Assert.Empty(await SeenAsync(_one));
        Assert.False(await editor.AnswerAsync(_other, offer.Id, true, Change, Stop));
        Assert.Equal(1, await editor.MoveAllAsync(_other.Id, _elsewhere.Id, Change, Stop));
        Assert.Equal([id], await SeenAsync(_elsewhere));
    }

    [Fact]
    public async Task OwnRecord_SharedWithAnOrganization_IsTakenByOneAdviserAndLeftAtOnce()
    {
        var seeker = await PersonAsync(Role.JobSeeker, null);
        var id = await new CustomerEditor(_db, Seal).KeepOwnAsync(seeker, Change, Stop);
        Assert.Equal(id, await new CustomerEditor(_db, Seal).KeepOwnAsync(seeker, Change, Stop));
        var consents = new ConsentEditor(_db);
        var given = new GivenConsent(id, ConsentPurpose.Guidance, ConsentWay.Online, Today.AddDays(90));
        await Assert.ThrowsAsync<UnusableInputException>(() => consents.ShareAsync(given, Change, Stop));
        await consents.ShareAsync(given with { ToOrganizationId = _one.Organizations.Single() }, Change, Stop);
        Assert.Empty(await CaseloadSearch.Waiting(_db, _elsewhere, Today).ToListAsync(Stop));
        Assert.Single(await CaseloadSearch.Waiting(_db, _other, Today).ToListAsync(Stop));

        Assert.True(await new AssignmentEditor(_db, Seal).TakeAsync(_one, id, Change, Stop));
        Assert.False(await new AssignmentEditor(_db, Seal).TakeAsync(_other, id, Change, Stop));
        Assert.Equal([id], await SeenAsync(_one));

        await consents.ShareAsync(given with { ToPersonId = _elsewhere.Id }, Change, Stop);
        Assert.Empty(await SeenAsync(_one));
        Assert.Equal([id], await SeenAsync(_elsewhere));
        var consent = await _db.CustomerConsents.SingleAsync(s => s.CustomerId == id && s.WithdrawnAt == null, Stop);
        Assert.True(await consents.WithdrawAsync(id, consent.Id, Change, Stop));
        Assert.Empty(await SeenAsync(_elsewhere));
        Assert.Null((await _db.Customers.SingleAsync(c => c.Id == id, Stop)).AdviserId);
    }

    [Fact]
    public async Task Documents_SavedFromTwoWindows_AreNeverLostSilently()
    {
        var id = await MakeAsync(_one);
        var editor = new DocumentEditor(_db, Seal);
        Assert.Equal(0, (await editor.ProfileAsync(id, Stop)).Revision);
        var profile = Profile.Empty with { Jobs = [new PastJob(Secret)] };

        Assert.True(await editor.SaveAsync(id, profile, 0, Change, Stop));
        Assert.False(await editor.SaveAsync(id, Profile.Empty, 0, Change, Stop));
        Assert.True(await editor.SaveAsync(id, profile with { Languages = ["Spanish"] }, 1, Change, Stop));

        var now = await editor.ProfileAsync(id, Stop);
        Assert.Equal((2, Secret), (now.Revision, now.Value.Jobs[0].Title));
        Assert.Equal(1, await _db.CustomerDocuments.CountAsync(d => d.CustomerId == id, Stop));
    }

    [Fact]
    public async Task Plans_OfSeveralVersions_StayAsTheyWereSigned()
    {
        var id = await MakeAsync(_one);
        var editor = new DocumentEditor(_db, Seal);
        var signed = Plan.Empty.With(new PlanEntry(PlanEntryKind.Objective, "Finish the course", PlanParty.Participant), Today).SignedBy(PlanSigner.Participant, "R. E.", Today);
        Assert.True(await editor.SaveAsync(id, Plan.Empty with { Participant = "R" }, 0, Change, Stop));
        Assert.True(await editor.SaveAsync(id, signed, 1, Change, Stop));
        Assert.True(await editor.SaveAsync(id, signed.WithoutEntry(0, Today), 2, Change, Stop));

        var plans = await editor.PlansAsync(id, Stop);

        Assert.Equal([1, 2], plans.Select(p => p.Version));
        Assert.True(plans[0].IsSigned && plans[0].Entries.Count == 1 && plans[1].Entries.Count == 0);
        await editor.ForgetAsync(id, DocumentKind.Plan, Change, Stop);
        Assert.True((await editor.PlanAsync(id, Stop)).Value.IsEmpty);
    }

    [Fact]
    public async Task Case_Closed_BringsFollowUpsOnlyAsFarAsAllowed()
    {
        var (asked, silent) = (await MakeAsync(_one), await MakeAsync(_one));
        await new ConsentEditor(_db).GiveAsync(new(asked, ConsentPurpose.FollowUp, ConsentWay.Spoken, Today.AddDays(60)), Change, Stop);
        var editor = new CustomerEditor(_db, Seal);
        await editor.CloseAsync(asked, CloseReason.Employed, Rules, Change, Stop);
        await editor.CloseAsync(silent, CloseReason.Moved, Rules, Change, Stop);

        var task = await _db.CustomerTasks.SingleAsync(t => t.CustomerId == asked || t.CustomerId == silent, Stop);
        Assert.Equal((asked, "after-30", Today.AddDays(30)), (task.CustomerId, task.Rule, task.Due));
        var due = await CaseloadList.ReadAsync(_db, Seal, _one, new() { State = CustomerState.Closed, HasDueTask = true }, Later(30).When, Stop);
        Assert.Equal(asked, Assert.Single(due).Customer.Id);
        await editor.ReopenAsync(asked, Change, Stop);
        Assert.False(await _db.CustomerTasks.AnyAsync(t => t.CustomerId == asked, Stop));
    }

    [Fact]
    public async Task Sweep_AfterTheDaysOfItsRules_DeletesAndLeavesTheBareFact()
    {
        await _db.Customers.ExecuteDeleteAsync(Stop);
        var id = await MakeAsync(_one);
        await new NoteEditor(_db, Seal).AddAsync(id, NoteKind.Call, Secret + " called", Change, Stop);
        await new NoteEditor(_db, Seal).AddTaskAsync(id, Secret + " call back", Today, Change, Stop);
        await new DocumentEditor(_db, Seal).SaveAsync(id, Profile.Empty with { Jobs = [new PastJob(Secret)] }, 0, Change, Stop);
        await new CustomerReads(_db).NoteAsync(id, _one, Change, Stop);
        await new CustomerReads(_db).NoteAsync(id, _one, Change, Stop);
        var export = (await CustomerExport.WriteAsync(_db, Seal, id, Stop)).ToJsonString();
        Assert.True(export.Split(Secret).Length > 4, export);
        await new CustomerEditor(_db, Seal).CloseAsync(id, CloseReason.Other, [], Change, Stop);
        RetentionRule[] rules = [new("notes", RetentionEvent.Closed, RetainedPart.Notes, 10, Words("a")), new("record", RetentionEvent.Closed, RetainedPart.Record, 100, Words("b"))];
        var sweep = new RetentionSweep(_db);

        Assert.Equal([0, 0], (await sweep.RunAsync(rules, false, Later(10), Stop)).Select(s => s.Count));
        Assert.Equal([1, 0], (await sweep.RunAsync(rules, true, Later(11), Stop)).Select(s => s.Count));
        Assert.Equal([1, 0], (await sweep.RunAsync(rules, false, Later(11), Stop)).Select(s => s.Count));
        Assert.True(!await _db.CustomerNotes.AnyAsync(Stop) && await _db.CustomerDocuments.AnyAsync(Stop));
        Assert.Equal([0, 1], (await sweep.RunAsync(rules, false, Later(101), Stop)).Select(s => s.Count));

        Assert.False(await _db.Customers.AnyAsync(Stop) || await _db.CustomerDocuments.AnyAsync(Stop) || await _db.CustomerConsents.AnyAsync(Stop) || await _db.CustomerReads.AnyAsync(Stop));
        var audit = await _db.AuditEntries.Where(a => a.Subject == Customer.SubjectOf(id)).ToListAsync(Stop);
        Assert.Equal(1, audit.Count(a => a.Action == "customer expire"));
        Assert.Equal(1, audit.Count(a => a.Action == "customer read"));
        Assert.DoesNotContain(audit, a => string.Join(' ', a.Why, a.Before, a.After).Contains("canary", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Sweep_OfConsentsThatEnded_ForgetsWhoIsNotServedAnyMore()
    {
        await _db.Customers.ExecuteDeleteAsync(Stop);
        var (gone, over) = (await MakeAsync(_one), await MakeAsync(_one));
        var consent = await _db.CustomerConsents.SingleAsync(s => s.CustomerId == gone, Stop);
        await new ConsentEditor(_db).WithdrawAsync(gone, consent.Id, Change, Stop);
        RetentionRule[] rules = [new("withdrawn", RetentionEvent.Withdrawn, RetainedPart.Record, 5, Words("a")), new("ended", RetentionEvent.ConsentEnded, RetainedPart.Record, 7, Words("b"))];

        Assert.Equal([0, 0], (await new RetentionSweep(_db).RunAsync(rules, false, Change, Stop)).Select(s => s.Count));
        Assert.Equal([1, 0], (await new RetentionSweep(_db).RunAsync(rules, false, Later(6), Stop)).Select(s => s.Count));
        Assert.Equal([0, 1], (await new RetentionSweep(_db).RunAsync(rules, false, Later(365 + 8), Stop)).Select(s => s.Count));
        Assert.False(await _db.Customers.AnyAsync(c => c.Id == over, Stop));
    }

    [Fact]
    public async Task DailyWork_TakenByOneNode_IsNobodyElsesThatDay()
    {
        Assert.True(await DailyWork.TakeAsync(_db, "sweep", "a", Change.When, Stop));
        Assert.False(await DailyWork.TakeAsync(_db, "sweep", "b", Change.When.AddHours(1), Stop));
        Assert.True(await DailyWork.TakeAsync(_db, "sweep", "b", Change.When.AddDays(1), Stop));
    }

    [Fact]
    public async Task Account_Deleted_TakesItsOwnRecordAlong()
    {
        var seeker = await PersonAsync(Role.JobSeeker, null);
        await new CustomerEditor(_db, Seal).KeepOwnAsync(seeker, Change, Stop);
        var kept = await MakeAsync(_one);

        Assert.True(await new PersonRetirement(_db).RetireAsync(seeker.Id, Change, Stop));
        Assert.True(await new PersonRetirement(_db).RetireAsync(_one.Id, Change, Stop));

        var left = await _db.Customers.SingleAsync(c => c.Id == kept || c.PersonId == seeker.Id, Stop);
        Assert.Equal((kept, null), (left.Id, left.AdviserId));
    }

    public async ValueTask InitializeAsync()
    {
        _db = shared.Open();
        var (center, away) = (await PlaceAsync(), await PlaceAsync());
        (_one, _other, _elsewhere) = (await PersonAsync(Role.CareerAdviser, center), await PersonAsync(Role.CareerAdviser, center), await PersonAsync(Role.CareerAdviser, away));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _db.DisposeAsync();
    }

    private Task<Guid?> PlaceAsync() => new OrganizationEditor(_db).SaveAsync(null, $"Center {Guid.NewGuid()}", OrganizationKind.JobCenter, Change, Stop);

    private static LanguageText Words(string text) => LanguageText.Of("en", text);

    private Task<Guid> MakeAsync(Actor adviser) =>
        new CustomerEditor(_db, Seal).MakeAsync(adviser, new(new(Secret, ["veteran"]), ConsentWay.OnPaper, Today.AddDays(365)), Change, Stop);

    private Task<List<Guid>> SeenAsync(Actor actor) => CaseloadSearch.Readable(_db, actor, Today).Select(c => c.Id).ToListAsync(Stop);

    private async Task<Actor> PersonAsync(Role role, Guid? organization)
    {
        var person = await new PersonEditor(_db).InviteAsync(new("Some one", $"p{Guid.NewGuid():N}@example.org", [role]), Change, Stop);
        await _db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(p => p.SetProperty(x => x.State, PersonState.Active), Stop);
        if (organization is { } place)
            await new OrganizationEditor(_db).PlaceAsync(person.Id, [place], [], Change, Stop);
        return (await Actor.FindAsync(_db, person.Id, Stop))!;
    }

    /// <summary>One database for all tests of an engine: each makes its own people.</summary>
    public abstract class Shared(Func<Task<TestDb>> open) : IAsyncLifetime
    {
        private TestDb _test = null!;

        public Db Open() => _test.Open();

        public async ValueTask InitializeAsync() => _test = await open();

        public ValueTask DisposeAsync()
        {
            GC.SuppressFinalize(this);
            return _test.DisposeAsync();
        }
    }
}

public sealed class SqliteCaseloadStorageTests(SqliteCaseloadStorageTests.Sqlite own) : CaseloadStorageSuite(own), IClassFixture<SqliteCaseloadStorageTests.Sqlite>
{
    public sealed class Sqlite() : Shared(TestDb.SqliteAsync);
}

public sealed class PostgresCaseloadStorageTests(PostgresCaseloadStorageTests.Postgres own) : CaseloadStorageSuite(own), IClassFixture<PostgresCaseloadStorageTests.Postgres>
{
    public sealed class Postgres() : Shared(TestDb.PostgresAsync);
}
