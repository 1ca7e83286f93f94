using Microsoft.EntityFrameworkCore;

namespace Trellis.Core.Access;

/// <summary>The tables of this area.</summary>
public static class AccessMapping
{
    public static void Conventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<PersonState>().HaveConversion<string>();
        conventions.Properties<Role>().HaveConversion<string>();
        conventions.Properties<OrganizationKind>().HaveConversion<string>();
    }

    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>().ToTable("audit_entries").HasKey(a => a.Id);
        model.Entity<Person>().ToTable("people").HasKey(p => p.Id);
        model.Entity<PersonRole>().ToTable("person_roles").HasKey(r => new { r.PersonId, r.Role });
        model.Entity<Organization>().ToTable("organizations").HasKey(o => o.Id);
        model.Entity<Team>().ToTable("teams").HasKey(t => t.Id);
        model.Entity<Membership>().ToTable("memberships").HasKey(m => new { m.PersonId, m.OrganizationId });
        model.Entity<TeamMember>().ToTable("team_members").HasKey(m => new { m.TeamId, m.PersonId });
        model.Entity<OneTimeLink>().ToTable("one_time_links").HasKey(l => l.Id);
        model.Entity<SignInSession>().ToTable("sign_in_sessions").HasKey(s => s.Id);
        model.Entity<OutsideAccount>().ToTable("outside_accounts").HasKey(o => new { o.Provider, o.Subject });
        var keys = model.Entity<ApiKey>().ToTable("api_keys");
        keys.HasKey(k => k.Id);
        keys.Ignore(k => k.Permissions);
    }
}
