using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>Four invented people of the invented region, as whom anybody may try an installation that runs as a demonstration. They have no passwords.</summary>
public static class DemoPeople
{
    /// <summary>Who can be tried: the word of the address, the name, the role and the organization.</summary>
    public static IReadOnlyList<(string Word, string Name, Role Role, (string Name, OrganizationKind Kind) Organization)> All { get; } =
    [
        ("adviser", "Ada Quill (demo)", Role.CareerAdviser, ("Three Rivers Job Center (demo)", OrganizationKind.JobCenter)),
        ("analyst", "Ben Ledger (demo)", Role.BoardStaff, ("Three Rivers Workforce Board (demo)", OrganizationKind.Board)),
        ("steward", "Cora Draft (demo)", Role.ModelSteward, ("Three Rivers Makers Association (demo)", OrganizationKind.Association)),
        ("employer", "Dan Anvil (demo)", Role.Employer, ("Anvil and Daughters (demo)", OrganizationKind.Employer)),
    ];

    public static Guid IdOf(string word) => NameBasedId.Of(new Guid("6d1d6c0e-6f55-4b37-9d4e-0f2f6d6f7a11"), word);

    /// <summary>Makes those who are not there yet.</summary>
    public static async Task LoadAsync(Db db, TimeProvider clock, CancellationToken stop = default)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "people", stop);
        foreach (var (word, name, role, place) in All)
        {
            var (person, organization) = (IdOf(word), IdOf(place.Name));
            if (await db.People.AnyAsync(p => p.Id == person, stop))
                continue;
            var key = Organization.KeyOf(place.Name);
            db.Add(new Organization { Id = organization, Name = place.Name, NameKey = key, Kind = place.Kind, IsDemo = true, MadeAt = now });
            db.Add(new Person { Id = person, Name = name, State = PersonState.Active, IsDemo = true, SecurityStamp = SecretToken.New(), MadeAt = now });
            await db.SaveChangesAsync(stop);
            db.Add(new PersonRole { PersonId = person, Role = role });
            db.Add(new Membership { PersonId = person, OrganizationId = organization });
            db.Add(AuditEntry.Of(new("Trellis", now, "start", "Demonstration"), "person demo", Actor.WhoOf(person), null, null));
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
