using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>Those who give everybody else their rights. An installation that has had one is never without.</summary>
public static class Administrators
{
    /// <summary>Whether somebody has come in as an administrator, and could again after being enabled. An invitation does not count.</summary>
    public static Task<bool> ExistAsync(Db db, CancellationToken stop = default) =>
        db.People.AnyAsync(p => !p.IsDemo && (p.State == PersonState.Active || p.PasswordHash != null)
            && db.PersonRoles.Any(r => r.PersonId == p.Id && r.Role == Role.Administrator), stop);

    /// <summary>Refuses to take away the last administrator who can sign in.</summary>
    internal static async Task CheckOthersAsync(Db db, Guid leaving, CancellationToken stop)
    {
        var isOne = await db.People.AnyAsync(p => p.Id == leaving && p.State == PersonState.Active
            && db.PersonRoles.Any(r => r.PersonId == p.Id && r.Role == Role.Administrator), stop);
        var isAnother = await db.People.AnyAsync(p => p.Id != leaving && p.State == PersonState.Active
            && db.PersonRoles.Any(r => r.PersonId == p.Id && r.Role == Role.Administrator), stop);
        if (isOne && !isAnother)
            throw new UnusableInputException(Problem.Rejected("last-administrator", "roles", "This is the only administrator. Make somebody else one first."));
    }
}
