using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Access;

/// <summary>Keeps organizations, their teams, and who belongs to them.</summary>
public sealed class OrganizationEditor(Db db)
{
    /// <summary>Makes an organization, or renames one; null where there is none to rename.</summary>
    public async Task<Guid?> SaveAsync(Guid? id, string name, OrganizationKind kind, Change change, CancellationToken stop = default)
    {
        name = Checked(name);
        var key = Organization.KeyOf(name);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (await db.Organizations.AnyAsync(o => o.NameKey == key && o.Id != id, stop))
            throw new UnusableInputException(Problem.Rejected("organization-taken", "name", "There is an organization with this name."));
        var former = id is null ? null : await db.Organizations.FirstOrDefaultAsync(o => o.Id == id, stop);
        if (id is not null && former is null)
            return null;
        var before = former is null ? null : Summary(former);
        var now = former ?? new Organization { Id = Guid.NewGuid(), Name = name, NameKey = key, Kind = kind, MadeAt = change.When };
        (now.Name, now.NameKey, now.Kind) = (name, key, kind);
        if (former is null)
            db.Add(now);
        else
            db.Update(now);
        await write.CommitAsync(AuditEntry.Of(change, "organization save", Subject(now.Id), before, Summary(now)), stop);
        return now.Id;
    }

    /// <summary>Makes a team of an organization; false where there is no such organization.</summary>
    public async Task<bool> AddTeamAsync(Guid organization, string name, Change change, CancellationToken stop = default)
    {
        name = Checked(name);
        var key = Organization.KeyOf(name);
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (!await db.Organizations.AnyAsync(o => o.Id == organization, stop))
            return false;
        if (await db.Teams.AnyAsync(t => t.OrganizationId == organization && t.NameKey == key, stop))
            throw new UnusableInputException(Problem.Rejected("team-taken", "name", "The organization has a team with this name."));
        db.Add(new Team { Id = Guid.NewGuid(), OrganizationId = organization, Name = name, NameKey = key });
        await write.CommitAsync(AuditEntry.Of(change, "organization team", Subject(organization), null, JsonSerializer.Serialize(new { team = name }, TextJson.Options)), stop);
        return true;
    }

    /// <summary>Puts a person into these organizations and teams and no others; a team brings its organization with it.</summary>
    public async Task<bool> PlaceAsync(Guid person, IReadOnlyCollection<Guid> organizations, IReadOnlyCollection<Guid> teams, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        if (!await db.People.AnyAsync(p => p.Id == person && p.State != PersonState.Retired, stop))
            return false;
        var inTeams = await db.Teams.Where(t => teams.Contains(t.Id)).ToListAsync(stop);
        var wanted = organizations.Concat(inTeams.Select(t => t.OrganizationId)).Distinct().ToList();
        var known = await db.Organizations.Where(o => wanted.Contains(o.Id)).Select(o => o.Id).ToListAsync(stop);
        if (known.Count < wanted.Count || inTeams.Count < teams.Distinct().Count())
            throw new UnusableInputException(Problem.Rejected("unknown-organization", "organization", "There is no such organization or team."));
        var before = await PlacesAsync(person, stop);
        await db.Memberships.Where(m => m.PersonId == person).ExecuteDeleteAsync(stop);
        await db.TeamMembers.Where(m => m.PersonId == person).ExecuteDeleteAsync(stop);
        db.AddRange(known.Select(o => new Membership { PersonId = person, OrganizationId = o }));
        db.AddRange(inTeams.Select(t => new TeamMember { PersonId = person, TeamId = t.Id }));
        await write.CommitAsync(AuditEntry.Of(change, "person place", Actor.WhoOf(person), before, Places(known, inTeams.Select(t => t.Id))), stop);
        return true;
    }

    private static string Checked(string name)
    {
        name = name.Trim();
        return name.Length is 0 or > Organization.LongestName || name.Any(char.IsControl)
            ? throw new UnusableInputException(Problem.Rejected("organization-name", "name", "Give a name of 1 to {0} characters.", $"{Organization.LongestName}"))
            : name;
    }

    private static string Subject(Guid organization) => $"organization {organization:D}";

    private static string Summary(Organization organization) =>
        JsonSerializer.Serialize(new { name = organization.Name, kind = organization.Kind.ToString() }, TextJson.Options);

    private async Task<string> PlacesAsync(Guid person, CancellationToken stop) => Places(
        await db.Memberships.Where(m => m.PersonId == person).Select(m => m.OrganizationId).ToListAsync(stop),
        await db.TeamMembers.Where(m => m.PersonId == person).Select(m => m.TeamId).ToListAsync(stop));

    private static string Places(IEnumerable<Guid> organizations, IEnumerable<Guid> teams) =>
        JsonSerializer.Serialize(new { organizations = organizations.Order(), teams = teams.Order() }, TextJson.Options);
}
