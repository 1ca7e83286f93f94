using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Access;

/// <summary>How accounts are kept, on both databases.</summary>
public abstract class AccessStorageSuite(Func<Task<TestDb>> open) : IAsyncLifetime
{
    private const string Secret = "canary-name-4711";
    private TestDb _test = null!;
    private Db _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TestModel.Change.When;

    [Fact]
    public async Task Invitation_EnteredByItsLink_MakesAnActivePersonOnce()
    {
        var person = await InviteAsync(Role.ModelSteward);
        Assert.Null(await Actor.FindAsync(_db, person.Id, Stop));
        var (links, token) = (new OneTimeLinks(_db), await LinkAsync(person.Id));
        var link = await links.FindAsync(token, Now, Stop);

        Assert.Null(await links.FindAsync(token + "x", Now, Stop));
        Assert.Null(await links.FindAsync(token, Now.AddHours(24), Stop));
        Assert.True(await new Entrance(_db).EnterAsync(link!, "hash", TestModel.Change, Stop));
        Assert.False(await new Entrance(_db).EnterAsync(link!, "hash", TestModel.Change, Stop));
        Assert.Null(await links.FindAsync(token, Now, Stop));
        Assert.DoesNotContain(await _db.OneTimeLinks.Select(l => l.Hash).ToListAsync(Stop), h => h.Contains(token, StringComparison.Ordinal));
        Assert.Equal([Role.ModelSteward], (await Actor.FindAsync(_db, person.Id, Stop))!.Roles);
    }

    [Fact]
    public async Task Link_MadeAgain_EndsTheFormerOne()
    {
        var person = await InviteAsync(Role.Reader);
        var first = await LinkAsync(person.Id);

        var second = await LinkAsync(person.Id);

        Assert.Null(await new OneTimeLinks(_db).FindAsync(first, Now, Stop));
        Assert.NotNull(await new OneTimeLinks(_db).FindAsync(second, Now, Stop));
    }

    [Fact]
    public async Task FirstLink_UsedTwiceAtOnce_MakesOneAdministrator()
    {
        var link = await new OneTimeLinks(_db).FindAsync(await LinkAsync(null), Now, Stop);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(async i =>
        {
            await using var db = _test.Open();
            return await new Entrance(db).EnterFirstAsync(link!, new("A" + i, $"a{i}@example.org", []), "hash", TestModel.Change, Stop);
        }));

        Assert.Single(tries, t => t);
        Assert.True(await Administrators.ExistAsync(_db, Stop));
        Assert.Equal(1, await _db.People.CountAsync(Stop));
        Assert.Null(await new OneTimeLinks(_db).FindAsync(await LinkAsync(null), Now, Stop));
    }

    [Fact]
    public async Task Address_InOtherLetters_IsTheSame()
    {
        var person = await InviteAsync(Role.Reader);

        var refused = await Assert.ThrowsAsync<UnusableInputException>(() =>
            new PersonEditor(_db).InviteAsync(new("B", person.Email!.ToUpperInvariant(), [Role.Reader]), TestModel.Change, Stop));

        Assert.Equal("email-taken", refused.Problems[0].Code);
    }

    [Fact]
    public async Task LastAdministrator_CanNotBeTakenAway()
    {
        var admin = await EnteredAsync(Role.Administrator);
        var editor = new PersonEditor(_db);

        await Assert.ThrowsAsync<UnusableInputException>(() => editor.SetRolesAsync(admin, [Role.Reader], TestModel.Change, Stop));
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.SetDisabledAsync(admin, true, TestModel.Change, Stop));
        await Assert.ThrowsAsync<UnusableInputException>(() => new PersonRetirement(_db).RetireAsync(admin, TestModel.Change, Stop));
        await EnteredAsync(Role.Administrator);
        Assert.True(await editor.SetRolesAsync(admin, [Role.Reader], TestModel.Change, Stop));
    }

    [Fact]
    public async Task Session_EndsByTimeByHandAndWithTheAccount()
    {
        var person = await EnteredAsync(Role.Administrator, Role.Reader);
        await EnteredAsync(Role.Administrator);
        var sessions = new SignInSessions(_db);
        var first = await sessions.BeginAsync(person, "", TestModel.Change, Stop);
        var second = await sessions.BeginAsync(person, "", TestModel.Change, Stop);

        Assert.NotNull(await sessions.FindAsync(first, Now.AddMinutes(29), Stop));
        Assert.NotNull(await sessions.FindAsync(first, Now.AddMinutes(58), Stop));
        Assert.Null(await sessions.FindAsync(second, Now.AddMinutes(31), Stop));
        for (var minute = 60; minute < 720; minute += 20)
            Assert.NotNull(await sessions.FindAsync(first, Now.AddMinutes(minute), Stop));
        Assert.Null(await sessions.FindAsync(first, Now.AddHours(12), Stop));
        Assert.False(await sessions.EndAsync(Guid.NewGuid(), first, TestModel.Change, Stop));
        Assert.True(await sessions.EndAsync(person, first, TestModel.Change, Stop));
        var third = await sessions.BeginAsync(person, "", TestModel.Change, Stop);
        await new PersonEditor(_db).SetDisabledAsync(person, true, TestModel.Change, Stop);
        Assert.Null(await sessions.FindAsync(third, Now, Stop));
    }

    [Fact]
    public async Task Tries_OfManyAtOnce_AreCountedEach()
    {
        var person = await EnteredAsync(Role.Reader);

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(async _ =>
        {
            await using var db = _test.Open();
            return await new SignInGuard(db).TakeAsync(person, Now, Stop);
        }));

        Assert.Equal(LockoutRule.FreeFailures + 1, taken.Count(t => t));
        Assert.False(await new SignInGuard(_db).TakeAsync(person, Now.AddSeconds(59), Stop));
        Assert.True(await new SignInGuard(_db).TakeAsync(person, Now.AddSeconds(60), Stop));
        Assert.False(await new SignInGuard(_db).TakeAsync(person, Now.AddSeconds(179), Stop));
        await new SignInSessions(_db).BeginAsync(person, "", TestModel.Change, Stop);
        Assert.True(await new SignInGuard(_db).TakeAsync(person, Now.AddSeconds(61), Stop));
        Assert.True(await new SignInGuard(_db).NoteCodeAsync(person, "123456", Stop));
        Assert.False(await new SignInGuard(_db).NoteCodeAsync(person, "123456", Stop));
    }

    [Fact]
    public async Task Key_OfAPerson_WorksUntilItEnds()
    {
        var id = await EnteredAsync(Role.ModelSteward);
        var actor = (await Actor.FindAsync(_db, id, Stop))!;
        var keys = new ApiKeys(_db);
        var secret = await keys.MakeAsync(actor, "loader", [Permission.ImportModels], 10, TestModel.Change, Stop);
        var key = await _db.ApiKeys.SingleAsync(Stop);

        Assert.DoesNotContain(secret, string.Join(' ', key.Hash, key.Prefix), StringComparison.Ordinal);
        Assert.StartsWith("trk_", secret, StringComparison.Ordinal);
        Assert.True((await keys.FindAsync(secret, Now, Stop))!.May(Permission.ImportModels));
        Assert.Null(await keys.FindAsync(secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), Now, Stop));
        Assert.Null(await keys.FindAsync(secret, Now.AddDays(10), Stop));
        await Assert.ThrowsAsync<UnusableInputException>(() => keys.MakeAsync(actor, "more", [Permission.ImportData], 10, TestModel.Change, Stop));
        Assert.False(await keys.RevokeAsync(Guid.NewGuid(), key.Id, TestModel.Change, Stop));
        Assert.True(await keys.RevokeAsync(id, key.Id, TestModel.Change, Stop));
        Assert.Null(await keys.FindAsync(secret, Now, Stop));
    }

    [Fact]
    public async Task Place_InATeam_BringsItsOrganization()
    {
        var (id, editor) = (await EnteredAsync(Role.CareerAdviser), new OrganizationEditor(_db));
        var organization = (await editor.SaveAsync(null, "Lakeside Center", OrganizationKind.JobCenter, TestModel.Change, Stop))!.Value;
        Assert.True(await editor.AddTeamAsync(organization, "Front desk", TestModel.Change, Stop));
        var team = await _db.Teams.Select(t => t.Id).SingleAsync(Stop);

        Assert.True(await editor.PlaceAsync(id, [], [team], TestModel.Change, Stop));

        var actor = (await Actor.FindAsync(_db, id, Stop))!;
        Assert.Equal((organization, team), (Assert.Single(actor.Organizations), Assert.Single(actor.Teams)));
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.SaveAsync(null, "LAKESIDE center", OrganizationKind.Other, TestModel.Change, Stop));
        await Assert.ThrowsAsync<UnusableInputException>(() => editor.PlaceAsync(id, [Guid.NewGuid()], [], TestModel.Change, Stop));
        Assert.True(await editor.PlaceAsync(id, [], [], TestModel.Change, Stop));
        Assert.Empty((await Actor.FindAsync(_db, id, Stop))!.Organizations);
    }

    [Fact]
    public async Task Retirement_OfAPerson_LeavesNothingPersonalAnywhere()
    {
        var id = await EnteredAsync(Role.ModelSteward);
        await new PersonEditor(_db).RenameAsync(id, Secret + " new", Secret + "-new@example.org", TestModel.Change, Stop);
        await new SignInSessions(_db).BeginAsync(id, "Firefox", TestModel.Change, Stop);
        Assert.Contains(Secret, System.Text.Encoding.ASCII.GetString(await PersonExport.WriteAsync(_db, id, null, Stop)), StringComparison.Ordinal);

        Assert.True(await new PersonRetirement(_db).RetireAsync(id, TestModel.Change, Stop));

        var left = await _db.People.SingleAsync(Stop);
        Assert.Equal((id, PersonState.Retired, null, null, null), (left.Id, left.State, left.Name, left.Email, left.PasswordHash));
        Assert.False(await _db.SignInSessions.AnyAsync(Stop) || await _db.PersonRoles.AnyAsync(Stop) || await _db.OneTimeLinks.AnyAsync(Stop));
        var audit = await _db.AuditEntries.ToListAsync(Stop);
        Assert.Contains(audit, a => a.Action == "person rename");
        Assert.DoesNotContain(audit, a => string.Join(' ', a.Who, a.Why, a.Subject, a.Before, a.After).Contains("canary", StringComparison.OrdinalIgnoreCase));
        Assert.False(await new PersonRetirement(_db).RetireAsync(id, TestModel.Change, Stop));
    }

    [Fact]
    public async Task Unused_SinceADay_AreThoseWhoDidNotCome()
    {
        var (old, fresh, admin) = (await EnteredAsync(Role.Reader), await EnteredAsync(Role.Reader), await EnteredAsync(Role.Administrator));
        await new SignInSessions(_db).BeginAsync(fresh, "", TestModel.Change with { When = Now.AddMonths(5) }, Stop);

        Assert.Equal([old], await new PersonRetirement(_db).UnusedSinceAsync(Now.AddMonths(3), Stop));
        Assert.Empty(await new PersonRetirement(_db).UnusedSinceAsync(Now, Stop));
        Assert.NotEqual(admin, old);
    }

    [Theory]
    [InlineData("update audit_entries set why = 'x'")]
    [InlineData("delete from audit_entries")]
    [InlineData("truncate audit_entries")]
    public async Task Audit_ByWhateverStatement_IsNotChanged(string statement)
    {
        await InviteAsync(Role.Reader);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _db.Database.ExecuteSqlRawAsync(statement, Stop));

        Assert.Equal("a test", (await _db.AuditEntries.SingleAsync(Stop)).Why);
    }

    [Fact]
    public async Task AuditSearch_WithAFilter_FindsWhatItSays()
    {
        await using (var transaction = await _db.Database.BeginTransactionAsync(Stop))
        {
            foreach (var (who, day, action) in new[] { ("a", 1, "model import"), ("b", 2, "data load"), ("a", 3, "model pull") })
                _db.Add(AuditEntry.Of(new(who, new(2026, 3, day, 23, 59, 59, TimeSpan.Zero), "test", ""), action, "s" + day, null, null));
            await _db.SaveChangesAsync(Stop);
            await transaction.CommitAsync(Stop);
        }

        Assert.Equal(["s3", "s2", "s1"], await FindAsync(new()));
        Assert.Equal(["s3", "s1"], await FindAsync(new() { Who = "a" }));
        Assert.Equal(["s3", "s1"], await FindAsync(new() { Area = "model" }));
        Assert.Equal(["s2"], await FindAsync(new() { From = new(2026, 3, 2), To = new(2026, 3, 2) }));
        Assert.Equal(["s3"], await FindAsync(new() { What = "pull", To = DateOnly.MaxValue }));
        Assert.Equal(["data", "model"], await AuditSearch.AreasAsync(_db, Stop));
    }

    [Fact]
    public async Task Outsider_FromAProvider_IsKnownLinkedOrMadeOnlyAsAllowed()
    {
        var id = await EnteredAsync(Role.Reader);
        var email = (await _db.People.SingleAsync(p => p.Id == id, Stop)).Email;
        var outside = new OutsidePerson("https://id.example.org", "42", "Ana") { VerifiedEmail = email };
        var signIn = new OutsideSignIn(_db);

        Assert.Null(await signIn.FindAsync(outside, mayLink: false, TestModel.Change, Stop));
        Assert.Null(await signIn.FindAsync(outside with { VerifiedEmail = null }, mayLink: true, TestModel.Change, Stop));
        Assert.Equal(id, await signIn.FindAsync(outside, mayLink: true, TestModel.Change, Stop));
        Assert.Equal(id, await signIn.FindAsync(outside with { VerifiedEmail = null, Roles = [Role.BoardStaff] }, mayLink: false, TestModel.Change, Stop));
        Assert.Equal([Role.BoardStaff], (await Actor.FindAsync(_db, id, Stop))!.Roles);
        var made = await signIn.FindAsync(new("https://id.example.org", "43", "Bo") { VerifiedEmail = "bo@example.org", Roles = [Role.Employer] }, mayLink: false, TestModel.Change, Stop);
        Assert.NotEqual(id, made!.Value);
        Assert.Null(await signIn.FindAsync(new("https://id.example.org", "44", "Cy") { VerifiedEmail = "cy@example.org" }, mayLink: true, TestModel.Change, Stop));
    }

    private Task<List<string>> FindAsync(AuditFilter filter) => AuditSearch.Find(_db, filter).Select(a => a.Subject).ToListAsync(Stop);

    private Task<Person> InviteAsync(params Role[] roles) =>
        new PersonEditor(_db).InviteAsync(new(Secret, $"{Secret}-{Guid.NewGuid():N}@example.org", roles), TestModel.Change, Stop);

    private Task<string> LinkAsync(Guid? person) => new OneTimeLinks(_db).MakeAsync(person, TestModel.Change, Stop);

    private async Task<Guid> EnteredAsync(params Role[] roles)
    {
        var person = await InviteAsync(roles);
        var link = await new OneTimeLinks(_db).FindAsync(await LinkAsync(person.Id), Now, Stop);
        Assert.True(await new Entrance(_db).EnterAsync(link!, "hash", TestModel.Change, Stop));
        return person.Id;
    }

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

public sealed class AccessOnSqlite() : AccessStorageSuite(TestDb.SqliteAsync);

public sealed class AccessOnPostgres() : AccessStorageSuite(TestDb.PostgresAsync);
