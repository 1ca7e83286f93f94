using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>
/// Which customers an adviser sees: those assigned to the adviser or to a team of the adviser's, as long as they consent. Everybody else's
/// are answered like ones that do not exist.
/// </summary>
public static class CaseloadSearch
{
    /// <summary>The customers whose records the actor may open today.</summary>
    public static IQueryable<Customer> Readable(Db db, Actor actor, DateOnly today)
    {
        var (me, organizations) = (actor.Id, actor.Organizations.ToList());
        return Assigned(db, actor).Where(c => db.CustomerConsents.Any(s => s.CustomerId == c.Id && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null
            && s.Until >= today && (s.ToPersonId == null || s.ToPersonId == me) && (s.ToOrganizationId == null || organizations.Contains(s.ToOrganizationId.Value))));
    }

    /// <summary>Also those whose consent has run out and can be asked for again; never those who withdrew it.</summary>
    public static IQueryable<Customer> Listed(Db db, Actor actor)
    {
        var (me, organizations) = (actor.Id, actor.Organizations.ToList());
        return Assigned(db, actor).Where(c => db.CustomerConsents.Any(s => s.CustomerId == c.Id && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null
            && (s.ToPersonId == null || s.ToPersonId == me) && (s.ToOrganizationId == null || organizations.Contains(s.ToOrganizationId.Value))));
    }

    /// <summary>Those who asked an organization of the actor's for an adviser and have none yet.</summary>
    public static IQueryable<Customer> Waiting(Db db, Actor actor, DateOnly today)
    {
        var organizations = actor.May(Permission.ServeCustomers) ? actor.Organizations.ToList() : [];
        return db.Customers.Where(c => c.AdviserId == null && c.State == CustomerState.Open && db.CustomerConsents.Any(s => s.CustomerId == c.Id
            && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null && s.Until >= today && s.ToOrganizationId != null && organizations.Contains(s.ToOrganizationId.Value)));
    }

    /// <summary>Hand-overs that wait for the actor's answer, as long as the customer consents.</summary>
    public static IQueryable<CustomerAssignment> Offered(Db db, Actor actor, DateOnly today)
    {
        var me = actor.Id;
        return db.CustomerAssignments.Where(a => a.ToId == me && a.Answer == null && db.CustomerConsents.Any(s => s.CustomerId == a.CustomerId
            && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null && s.Until >= today));
    }

    /// <summary>The advisers to whom the actor may hand a customer over: those of the same organizations.</summary>
    public static IQueryable<Person> Colleagues(Db db, Actor actor)
    {
        var organizations = actor.Organizations.ToList();
        return Advisers(db).Where(p => p.Id != actor.Id && db.Memberships.Any(m => m.PersonId == p.Id && organizations.Contains(m.OrganizationId)));
    }

    /// <summary>All who may serve customers now.</summary>
    public static IQueryable<Person> Advisers(Db db)
    {
        var roles = Enum.GetValues<Role>().Where(r => Roles.ReachOf([r], Permission.ServeCustomers) is not null).ToList();
        return db.People.Where(p => p.State == PersonState.Active && db.PersonRoles.Any(r => r.PersonId == p.Id && roles.Contains(r.Role)));
    }

    private static IQueryable<Customer> Assigned(Db db, Actor actor)
    {
        if (RowLimit.Of(actor, Permission.ServeCustomers) is not { } limit)
            return db.Customers.Where(c => false);
        var (me, teams) = (limit.Person, limit.Teams.ToList());
        return db.Customers.Where(c => c.AdviserId == me || (c.TeamId != null && teams.Contains(c.TeamId.Value)));
    }
}
