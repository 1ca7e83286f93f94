using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Access;

/// <summary>What a new account is made of.</summary>
public sealed record NewPerson(string Name, string Email, IReadOnlyCollection<Role> Roles);

/// <summary>Makes and changes accounts. The audit learns that a name or an address changed, and never the value.</summary>
public sealed class PersonEditor(Db db)
{
    /// <summary>Makes an account without a password; its person comes in by a one-time link.</summary>
    public async Task<Person> InviteAsync(NewPerson wanted, Change change, CancellationToken stop = default)
    {
        var (name, email) = (wanted.Name.Trim(), wanted.Email.Trim());
        var problems = PersonProblems.Of(name, email);
        if (wanted.Roles.Count == 0)
            problems.Add(Problem.Rejected("no-role", "role", "Choose at least one role."));
        if (problems.Count > 0)
            throw new UnusableInputException(problems);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        await CheckEmailAsync(Guid.Empty, email, stop);
        var person = New(Guid.NewGuid(), name, email, change.When);
        db.Add(person);
        await db.SaveChangesAsync(stop);
        db.AddRange(wanted.Roles.Distinct().Select(r => new PersonRole { PersonId = person.Id, Role = r }));
        await write.CommitAsync(AuditEntry.Of(change, "person invite", Actor.WhoOf(person.Id), null, Summary(PersonState.Invited, wanted.Roles)), stop);
        return person;
    }

    /// <summary>Gives a person these roles and no others.</summary>
    public async Task<bool> SetRolesAsync(Guid id, IReadOnlyCollection<Role> roles, Change change, CancellationToken stop = default)
    {
        if (roles.Count == 0)
            throw new UnusableInputException(Problem.Rejected("no-role", "role", "Choose at least one role."));
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await FindAsync(id, stop) is not { } person)
            return false;
        if (!roles.Contains(Role.Administrator))
            await Administrators.CheckOthersAsync(db, id, stop);
        var before = await RolesAsync(id, stop);
        await db.PersonRoles.Where(r => r.PersonId == id).ExecuteDeleteAsync(stop);
        db.AddRange(roles.Distinct().Select(r => new PersonRole { PersonId = id, Role = r }));
        await write.CommitAsync(AuditEntry.Of(change, "person roles", Actor.WhoOf(id), Summary(person.State, before), Summary(person.State, roles)), stop);
        return true;
    }

    /// <summary>Changes the name and the e-mail address.</summary>
    public async Task<bool> RenameAsync(Guid id, string name, string email, Change change, CancellationToken stop = default)
    {
        (name, email) = (name.Trim(), email.Trim());
        if (PersonProblems.Of(name, email) is { Count: > 0 } problems)
            throw new UnusableInputException(problems);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await FindAsync(id, stop) is not { } person)
            return false;
        await CheckEmailAsync(id, email, stop);
        var changed = new[] { person.Name == name ? null : "name", person.Email == email ? null : "email" }.OfType<string>().ToArray();
        (person.Name, person.Email, person.EmailKey) = (name, email, Person.KeyOf(email));
        db.Update(person);
        await write.CommitAsync(AuditEntry.Of(change, "person rename", Actor.WhoOf(id), null, Changed(changed)), stop);
        return true;
    }

    /// <summary>Lets a person in again, or ends all that the person has open and lets nobody in.</summary>
    public async Task<bool> SetDisabledAsync(Guid id, bool isDisabled, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await FindAsync(id, stop) is not { } person)
            return false;
        if (isDisabled)
            await Administrators.CheckOthersAsync(db, id, stop);
        var before = Summary(person.State, []);
        person.State = isDisabled ? PersonState.Disabled : person.PasswordHash is null ? PersonState.Invited : PersonState.Active;
        db.Update(person);
        if (isDisabled)
            await Doors.CloseAsync(db, id, change.When, stop);
        await write.CommitAsync(AuditEntry.Of(change, isDisabled ? "person disable" : "person enable", Actor.WhoOf(id), before, Summary(person.State, [])), stop);
        return true;
    }

    /// <summary>Takes away the second factor of somebody who has lost the phone and the codes, and ends all sessions.</summary>
    public async Task<bool> DropSecondFactorAsync(Guid id, Change change, CancellationToken stop = default)
    {
        if (await FindAsync(id, stop) is not { } person)
            return false;
        (person.HasSecondFactor, person.AuthenticatorKey, person.RecoveryCodes, person.SecurityStamp) = (false, null, "", SecretToken.New());
        return await KeepAsync(person, change, stop);
    }

    /// <summary>Keeps what the sign-in changed of an account: password, second factor, recovery codes. A new security stamp ends all sessions.</summary>
    public async Task<bool> KeepAsync(Person person, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await FindAsync(person.Id, stop) is not { } before)
            return false;
        var changed = PersonProblems.Changed(before, person);
        if (changed.Length == 0)
            return true;
        // Two sign-ins at once count their failures for themselves; what they know of them is old.
        (person.Failures, person.LockedUntil, person.LastSeenAt, person.LastCode) = (before.Failures, before.LockedUntil, before.LastSeenAt, before.LastCode);
        db.Update(person);
        if (before.SecurityStamp != person.SecurityStamp)
            await db.SignInSessions.Where(s => s.PersonId == person.Id).ExecuteDeleteAsync(stop);
        await write.CommitAsync(AuditEntry.Of(change, "person secure", Actor.WhoOf(person.Id), null, Changed(changed)), stop);
        return true;
    }

    internal static Person New(Guid id, string name, string email, DateTimeOffset at) => new()
    {
        Id = id,
        Name = name,
        Email = email,
        EmailKey = Person.KeyOf(email),
        State = PersonState.Invited,
        SecurityStamp = SecretToken.New(),
        MadeAt = at,
    };

    internal static string Summary(PersonState state, IEnumerable<Role> roles) =>
        JsonSerializer.Serialize(new { state = state.ToString(), roles = roles.Distinct().Order().Select(r => r.ToString()) }, TextJson.Options);

    private static string Changed(string[] what) => JsonSerializer.Serialize(new { changed = what }, TextJson.Options);

    private Task<Person?> FindAsync(Guid id, CancellationToken stop) => db.People.FirstOrDefaultAsync(p => p.Id == id && p.State != PersonState.Retired, stop);

    private Task<List<Role>> RolesAsync(Guid id, CancellationToken stop) => db.PersonRoles.Where(r => r.PersonId == id).Select(r => r.Role).ToListAsync(stop);

    private async Task CheckEmailAsync(Guid id, string email, CancellationToken stop)
    {
        var key = Person.KeyOf(email);
        if (await db.People.AnyAsync(p => p.EmailKey == key && p.Id != id, stop))
            throw new UnusableInputException(Problem.Rejected("email-taken", "email", "There is an account with this e-mail address."));
    }
}
