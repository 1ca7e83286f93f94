using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Access;

/// <summary>All that an installation keeps of a person, for the person, as JSON. Secrets are said to be there and not shown.</summary>
public static class PersonExport
{
    private static readonly JsonSerializerOptions Json = new(TextJson.Options) { WriteIndented = true };

    /// <summary>The account with its traces.</summary>
    /// <param name="guidance">What guidance keeps of the person; null where it keeps nothing.</param>
    public static async Task<byte[]> WriteAsync(Db db, Guid id, JsonNode? guidance = null, CancellationToken stop = default)
    {
        var person = await db.People.SingleAsync(p => p.Id == id, stop);
        var who = Actor.WhoOf(id);
        var roles = await db.PersonRoles.Where(r => r.PersonId == id).Select(r => r.Role).ToListAsync(stop);
        var data = new
        {
            account = new { id, name = person.Name, email = person.Email, state = person.State.ToString(), roles = roles.Select(r => r.ToString()), madeAt = person.MadeAt, lastSeenAt = person.LastSeenAt },
            security = new { hasPassword = person.PasswordHash is not null, hasSecondFactor = person.HasSecondFactor, recoveryCodesLeft = person.RecoveryCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length },
            organizations = await (from m in db.Memberships join o in db.Organizations on m.OrganizationId equals o.Id where m.PersonId == id orderby o.Name select o.Name).ToListAsync(stop),
            teams = await (from m in db.TeamMembers join t in db.Teams on m.TeamId equals t.Id where m.PersonId == id orderby t.Name select t.Name).ToListAsync(stop),
            sessions = await db.SignInSessions.Where(s => s.PersonId == id).OrderBy(s => s.MadeAt).Select(s => new { device = s.Device, madeAt = s.MadeAt, seenAt = s.SeenAt }).ToListAsync(stop),
            singleSignOn = await db.OutsideAccounts.Where(o => o.PersonId == id).Select(o => new { provider = o.Provider, subject = o.Subject }).ToListAsync(stop),
            keys = await db.ApiKeys.Where(k => k.PersonId == id).OrderBy(k => k.MadeAt)
                .Select(k => new { name = k.Name, prefix = k.Prefix, scopes = k.Scopes, madeAt = k.MadeAt, expiresAt = k.ExpiresAt, lastUsedAt = k.LastUsedAt, revokedAt = k.RevokedAt }).ToListAsync(stop),
            guidance,
            audit = await db.AuditEntries.Where(a => a.Who == who || a.Subject == who).OrderBy(a => a.When)
                .Select(a => new { when = a.When, who = a.Who, door = a.Door, why = a.Why, action = a.Action, subject = a.Subject, before = a.Before, after = a.After }).ToListAsync(stop),
        };
        return JsonSerializer.SerializeToUtf8Bytes(data, Json);
    }
}
