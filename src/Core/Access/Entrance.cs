using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>How people come in for the first time, or again after they forgot their password: by a one-time link.</summary>
public sealed class Entrance(Db db)
{
    /// <summary>Sets the password of the link's person and uses the link up; all that was open before is closed. False where the link was used meanwhile.</summary>
    public async Task<bool> EnterAsync(OneTimeLink link, string passwordHash, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        var person = await db.People.FirstOrDefaultAsync(p => p.Id == link.PersonId && (p.State == PersonState.Invited || p.State == PersonState.Active), stop);
        if (person is null || !await OneTimeLinks.UseAsync(db, link, change.When, stop))
            return false;
        await Doors.CloseAsync(db, person.Id, change.When, stop);
        (person.State, person.PasswordHash, person.SecurityStamp) = (PersonState.Active, passwordHash, SecretToken.New());
        (person.Failures, person.LockedUntil) = (0, null);
        db.Update(person);
        await write.CommitAsync(AuditEntry.Of(change with { Who = Actor.WhoOf(person.Id) }, "person enter", Actor.WhoOf(person.Id), null, null), stop);
        return true;
    }

    /// <summary>Makes the first administrator. False where the link was used meanwhile, or there is one by now.</summary>
    public async Task<bool> EnterFirstAsync(OneTimeLink link, NewPerson wanted, string passwordHash, Change change, CancellationToken stop = default)
    {
        if (PersonProblems.Of(wanted.Name.Trim(), wanted.Email.Trim()) is { Count: > 0 } problems)
            throw new UnusableInputException(problems);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await Administrators.ExistAsync(db, stop) || !await OneTimeLinks.UseAsync(db, link, change.When, stop))
            return false;
        var key = Person.KeyOf(wanted.Email);
        if (await db.People.AnyAsync(p => p.EmailKey == key, stop))
            throw new UnusableInputException(Problem.Rejected("email-taken", "email", "There is an account with this e-mail address."));
        var person = PersonEditor.New(Guid.NewGuid(), wanted.Name.Trim(), wanted.Email.Trim(), change.When);
        (person.State, person.PasswordHash) = (PersonState.Active, passwordHash);
        db.Add(person);
        await db.SaveChangesAsync(stop);
        db.Add(new PersonRole { PersonId = person.Id, Role = Role.Administrator });
        var who = Actor.WhoOf(person.Id);
        await write.CommitAsync(AuditEntry.Of(change with { Who = who }, "person enter", who, null, PersonEditor.Summary(person.State, [Role.Administrator])), stop);
        return true;
    }
}
