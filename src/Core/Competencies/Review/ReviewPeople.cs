using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Review;

/// <summary>Somebody with an account who may be asked to review, as the one who asks sees the person.</summary>
public sealed record Reviewer(Guid Id, string Name, string? Organization);

/// <summary>An organization or a team of one, all of whose people may be asked at once.</summary>
public sealed record ReviewerGroup(Guid Id, string Name, int People);

/// <summary>Whom somebody may ask to review: the people that the asking person's own reach shows, with an account that is not closed.</summary>
public sealed class ReviewPeople(Db db, RowLimit? limit)
{
    public const int MostFound = 20;

    /// <summary>Those whose name or e-mail address holds the text, without regard to case; none where it is shorter than two characters.</summary>
    public async Task<List<Reviewer>> FindAsync(string? text, CancellationToken stop = default)
    {
        if (text?.Trim() is not { Length: > 1 } wanted)
            return [];
        // Databases differ in what they take for the same letter; names are few.
        var names = await Visible().Select(p => new { p.Id, p.Name, p.Email }).ToListAsync(stop);
        var found = names.Where(p => Holds(p.Name, wanted) || Holds(p.Email, wanted)).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id).Take(MostFound);
        return await OfAsync([.. found.Select(p => p.Id)], stop);
    }

    /// <summary>Those of these identifiers that are seen.</summary>
    public async Task<List<Reviewer>> OfAsync(List<Guid> ids, CancellationToken stop = default)
    {
        var rows = await Visible().Where(p => EF.Parameter(ids).Contains(p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new
        {
            p.Id,
            p.Name,
            Organization = db.Memberships.Where(m => m.PersonId == p.Id).Join(db.Organizations, m => m.OrganizationId, o => o.Id, (_, o) => o.Name).OrderBy(n => n).FirstOrDefault(),
        }).ToListAsync(stop);
        return [.. rows.Select(r => new Reviewer(r.Id, r.Name ?? "", r.Organization))];
    }

    /// <summary>The organizations and teams that are seen and have people, by name; a team stands after its organization.</summary>
    public async Task<List<ReviewerGroup>> GroupsAsync(CancellationToken stop = default)
    {
        var people = Visible();
        var organizations = await db.Organizations.Where(o => db.Memberships.Any(m => m.OrganizationId == o.Id && people.Any(p => p.Id == m.PersonId)))
            .Select(o => new { o.Id, o.Name, Count = db.Memberships.Count(m => m.OrganizationId == o.Id && people.Any(p => p.Id == m.PersonId)) }).ToListAsync(stop);
        var teams = await db.Teams.Where(t => db.TeamMembers.Any(m => m.TeamId == t.Id && people.Any(p => p.Id == m.PersonId)))
            .Join(db.Organizations, t => t.OrganizationId, o => o.Id, (t, o) => new { t.Id, Name = o.Name + ": " + t.Name, Count = db.TeamMembers.Count(m => m.TeamId == t.Id && people.Any(p => p.Id == m.PersonId)) }).ToListAsync(stop);
        return [.. organizations.Concat(teams).Select(g => new ReviewerGroup(g.Id, g.Name, g.Count)).OrderBy(g => g.Name, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.Id)];
    }

    /// <summary>The people of an organization or a team that are seen.</summary>
    public Task<List<Guid>> InGroupAsync(Guid group, CancellationToken stop = default) => Visible()
        .Where(p => db.Memberships.Any(m => m.PersonId == p.Id && m.OrganizationId == group) || db.TeamMembers.Any(m => m.PersonId == p.Id && m.TeamId == group))
        .OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);

    private IQueryable<Person> Visible()
    {
        if (limit is null)
            return db.People.Where(p => false);
        var open = db.People.Where(p => p.Name != null && (p.State == PersonState.Active || p.State == PersonState.Invited));
        if (limit.SeesAll)
            return open;
        var organizations = limit.Organizations;
        return open.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && EF.Parameter(organizations).Contains(m.OrganizationId)));
    }

    private static bool Holds(string? text, string wanted) => text?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true;
}
