using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>What a provider of single sign-on says of somebody, and the roles that its words mean here.</summary>
public sealed record OutsidePerson(string Provider, string Subject, string Name)
{
    /// <summary>The address, where the provider says that it is the person's own; otherwise null.</summary>
    public string? VerifiedEmail { get; init; }
    public IReadOnlyList<Role> Roles { get; init; } = [];
}

/// <summary>Finds the account of somebody who comes from a provider of single sign-on.</summary>
public sealed class OutsideSignIn(Db db)
{
    /// <summary>
    /// The account; null where there is none and may be none. An account that was made here is linked by its verified address only
    /// where <paramref name="mayLink"/> says so; a new one is made for who has a role. The provider's roles replace those kept here.
    /// </summary>
    public async Task<Guid?> FindAsync(OutsidePerson outside, bool mayLink, Change change, CancellationToken stop = default)
    {
        var known = await db.OutsideAccounts.FirstOrDefaultAsync(o => o.Provider == outside.Provider && o.Subject == outside.Subject, stop);
        var id = known?.PersonId ?? await LinkAsync(outside, mayLink, change, stop) ?? await MakeAsync(outside, change, stop);
        if (id is not { } person || await Actor.FindAsync(db, person, stop) is not { } actor)
            return null;
        var own = change with { Who = actor.Who };
        if (outside.Roles.Count > 0 && !actor.Roles.SetEquals(outside.Roles))
            await new PersonEditor(db).SetRolesAsync(person, outside.Roles, own, stop);
        return person;
    }

    private async Task<Guid?> LinkAsync(OutsidePerson outside, bool mayLink, Change change, CancellationToken stop)
    {
        if (!mayLink || outside.VerifiedEmail is not { } email)
            return null;
        var key = Person.KeyOf(email);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await db.People.FirstOrDefaultAsync(p => p.EmailKey == key && p.State == PersonState.Active, stop) is not { } person)
            return null;
        db.Add(new OutsideAccount { Provider = outside.Provider, Subject = outside.Subject, PersonId = person.Id });
        var who = Actor.WhoOf(person.Id);
        await write.CommitAsync(AuditEntry.Of(change with { Who = who }, "person link outside", who, null, null), stop);
        return person.Id;
    }

    private async Task<Guid?> MakeAsync(OutsidePerson outside, Change change, CancellationToken stop)
    {
        if (outside.Roles.Count == 0 || outside.VerifiedEmail is not { } email || PersonProblems.Of(outside.Name, email).Count > 0)
            return null;
        var key = Person.KeyOf(email);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await db.People.AnyAsync(p => p.EmailKey == key, stop))
            return null;
        var person = PersonEditor.New(Guid.NewGuid(), outside.Name, email, change.When);
        person.State = PersonState.Active;
        db.Add(person);
        await db.SaveChangesAsync(stop);
        db.AddRange(outside.Roles.Distinct().Select(r => new PersonRole { PersonId = person.Id, Role = r }));
        db.Add(new OutsideAccount { Provider = outside.Provider, Subject = outside.Subject, PersonId = person.Id });
        var who = Actor.WhoOf(person.Id);
        await write.CommitAsync(AuditEntry.Of(change with { Who = who }, "person enter", who, null, PersonEditor.Summary(person.State, outside.Roles)), stop);
        return person.Id;
    }
}
