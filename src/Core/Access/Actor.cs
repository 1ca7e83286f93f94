using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>A person who is signed in, or whose key a program uses, with all that decides what may be done and seen.</summary>
public sealed record Actor(Guid Id, string Name, IReadOnlySet<Role> Roles)
{
    public IReadOnlySet<Guid> Organizations { get; init; } = new HashSet<Guid>();
    public IReadOnlySet<Guid> Teams { get; init; } = new HashSet<Guid>();
    public bool IsDemo { get; init; }

    /// <summary>What the key allows, where a program acts by a key; null for a person who signed in.</summary>
    public IReadOnlySet<Permission>? Scopes { get; init; }

    /// <summary>What the audit and every row call this person: an identifier that tells nothing to who may not look it up.</summary>
    public string Who => WhoOf(Id);

    public static string WhoOf(Guid person) => $"person {person:D}";

    /// <summary>The person behind a name of the audit; null where it is not a person with an account.</summary>
    public static Guid? PersonOf(string who) =>
        who.StartsWith("person ", StringComparison.Ordinal) && Guid.TryParseExact(who["person ".Length..], "D", out var id) ? id : null;

    public bool May(Permission permission) => ReachOf(permission) is not null;

    /// <summary>How far the permission reaches; null where the person or the key lacks it.</summary>
    public Reach? ReachOf(Permission permission) =>
        Scopes is null || Scopes.Contains(permission) ? Access.Roles.ReachOf(Roles, permission) : null;

    /// <summary>The person as the database has it now; null where there is none who may act.</summary>
    public static async Task<Actor?> FindAsync(Db db, Guid person, CancellationToken stop = default)
    {
        var found = await db.People.Where(p => p.Id == person && p.State == PersonState.Active).Select(p => new
        {
            p.Name,
            p.IsDemo,
            Roles = db.PersonRoles.Where(r => r.PersonId == p.Id).Select(r => r.Role).ToList(),
            Organizations = db.Memberships.Where(m => m.PersonId == p.Id).Select(m => m.OrganizationId).ToList(),
            Teams = db.TeamMembers.Where(m => m.PersonId == p.Id).Select(m => m.TeamId).ToList(),
        }).FirstOrDefaultAsync(stop);
        return found is null ? null : new(person, found.Name ?? "", found.Roles.ToHashSet())
        {
            Organizations = found.Organizations.ToHashSet(),
            Teams = found.Teams.ToHashSet(),
            IsDemo = found.IsDemo,
        };
    }
}
