using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>A key with which a program acts for a person, never with more rights than the person has. Only its hash is kept.</summary>
public sealed class ApiKey
{
    public const string Mark = "trk_";
    public const int PrefixLength = 12;
    public const int LongestName = 60;
    public const int LongestDays = 366;

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>How the key begins, to tell keys apart and to find one.</summary>
    public required string Prefix { get; init; }
    public required string Hash { get; init; }

    /// <summary>The permissions that the key passes on, with blanks between; public reads need none.</summary>
    public required string Scopes { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; init; }

    public IReadOnlySet<Permission> Permissions =>
        Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => Enum.TryParse<Permission>(s, out var p) ? p : (Permission?)null).OfType<Permission>().ToHashSet();

    /// <summary>What a key can pass on: everything but what concerns accounts and people.</summary>
    public static IReadOnlyList<Permission> Offered(Actor actor) =>
        [.. Enum.GetValues<Permission>().Where(p => p is not (Permission.UseAccount or Permission.AnswerReviews or Permission.ManagePeople or Permission.KeepOwnProfile or Permission.ServeCustomers or Permission.AssignCustomers) && actor.May(p))];
}

/// <summary>Makes, finds and revokes keys.</summary>
public sealed class ApiKeys(Db db)
{
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    /// <summary>A new key; what is given back is shown once and never again.</summary>
    public async Task<string> MakeAsync(Actor actor, string name, IReadOnlyCollection<Permission> scopes, int days, Change change, CancellationToken stop = default)
    {
        name = name.Trim();
        var problems = new List<Problem>();
        if (name.Length is 0 or > ApiKey.LongestName || name.Any(char.IsControl))
            problems.Add(Problem.Rejected("key-name", "name", "Give the key a name of 1 to {0} characters.", $"{ApiKey.LongestName}"));
        if (days is < 1 or > ApiKey.LongestDays)
            problems.Add(Problem.Rejected("key-days", "days", "A key lasts 1 to {0} days.", $"{ApiKey.LongestDays}"));
        if (scopes.Except(ApiKey.Offered(actor)).Any())
            problems.Add(Problem.Rejected("key-scope", "scope", "A key cannot do what its person may not do."));
        if (problems.Count > 0)
            throw new UnusableInputException(problems);
        var secret = ApiKey.Mark + SecretToken.New();
        var key = new ApiKey
        {
            Id = Guid.NewGuid(),
            PersonId = actor.Id,
            Name = name,
            Prefix = secret[..ApiKey.PrefixLength],
            Hash = SecretToken.HashOf(secret),
            Scopes = string.Join(' ', scopes.Distinct().Order()),
            MadeAt = change.When,
            ExpiresAt = change.When.AddDays(days),
        };
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        db.Add(key);
        await write.CommitAsync(AuditEntry.Of(change, "key make", $"key {key.Id:D}", null, System.Text.Json.JsonSerializer.Serialize(new { scopes = key.Scopes, days }, Text.TextJson.Options)), stop);
        return secret;
    }

    /// <summary>Revokes a key of the person; false where the person has none such.</summary>
    public async Task<bool> RevokeAsync(Guid person, Guid key, Change change, CancellationToken stop = default)
    {
        await using var write = await AuditedWrite.BeginAsync(db, stop);
        DateTimeOffset? at = change.When;
        var revoked = await db.ApiKeys.Where(k => k.Id == key && k.PersonId == person && k.RevokedAt == null)
            .ExecuteUpdateAsync(k => k.SetProperty(x => x.RevokedAt, at), stop);
        if (revoked > 0)
            await write.CommitAsync(AuditEntry.Of(change, "key revoke", $"key {key:D}", null, null), stop);
        return revoked > 0;
    }

    /// <summary>Who acts by this key; null where it is wrong, revoked or too old, or its person may no longer act.</summary>
    public async Task<Actor?> FindAsync(string secret, DateTimeOffset now, CancellationToken stop = default)
    {
        if (secret.Length <= ApiKey.PrefixLength || !secret.StartsWith(ApiKey.Mark, StringComparison.Ordinal))
            return null;
        var prefix = secret[..ApiKey.PrefixLength];
        var key = await db.ApiKeys.FirstOrDefaultAsync(k => k.Prefix == prefix && k.RevokedAt == null && k.ExpiresAt > now, stop);
        if (key is null || !SecretToken.IsSame(key.Hash, SecretToken.HashOf(secret)) || await Actor.FindAsync(db, key.PersonId, stop) is not { } actor)
            return null;
        DateTimeOffset? used = now;
        if (key.LastUsedAt is not { } last || now - last > Between)
            await db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, used), stop);
        return actor with { Scopes = key.Permissions };
    }
}
