using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>To whom a new profile belongs, over which version it is, and what it was made from.</summary>
/// <param name="VersionKey">The version whose statements it names.</param>
/// <param name="Owner">The person, where one is signed in.</param>
/// <param name="Organization">The organization whose members see the draft.</param>
/// <param name="Worksheet">The employer worksheet it was made from.</param>
/// <param name="Employers">How many employers rated that worksheet.</param>
public sealed record RequirementOrigin(int VersionKey, Guid? Owner = null, Guid? Organization = null, Guid? Worksheet = null, int? Employers = null)
{
    /// <summary>A lasting identifier that is known already; a new one where there is none.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Writes requirement profiles: a draft is saved as often as one likes, what is published stays as it is.</summary>
public sealed class RequirementEditor(Db db)
{
    public static readonly Problem Late = Problem.Rejected("requirements-late", "revision", "Somebody saved or published this profile meanwhile. Open it again and look at what it says now.");

    public Task<RequirementProfile> CreateAsync(RequirementOrigin origin, RequirementDraft draft, Change change, CancellationToken stop = default) =>
        AddAsync(Of(new()
        {
            Id = origin.Id ?? Guid.NewGuid(),
            Kind = draft.Kind,
            VersionKey = origin.VersionKey,
            Title = draft.Title,
            WorksheetId = origin.Worksheet,
            Employers = origin.Employers,
            OwnerId = origin.Owner,
            OrganizationId = origin.Organization,
            MadeAt = change.When,
            MadeBy = change.Who,
            ChangedAt = change.When,
        }, draft.Checked(), change), draft.Items, change, stop);

    /// <summary>Saves a draft in place of what it said, and gives it as it is now; refused where it was saved since the revision that was seen.</summary>
    public async Task<RequirementProfile> SaveAsync(RequirementProfile seen, RequirementDraft draft, Change change, CancellationToken stop = default)
    {
        var next = Of(seen, draft.Checked(), change) with { Revision = seen.Revision + 1 };
        await WriteAsync(next, "requirements save", change, async () =>
        {
            await RequireAsync(seen, stop);
            await RequireStatementsAsync(next, draft.Items, stop);
            await db.RequirementItems.Where(i => i.ProfileId == next.Id).ExecuteDeleteAsync(stop);
            db.AddRange(Items(next.Id, draft.Items));
            db.Update(next);
        }, stop);
        return next;
    }

    /// <summary>Publishes a draft for everybody; what it replaces is superseded.</summary>
    public Task PublishAsync(RequirementProfile seen, Change change, CancellationToken stop = default)
    {
        if (seen.ClosesOn < DateOnly.FromDateTime(change.When.UtcDateTime))
            throw new UnusableInputException(Problem.Rejected("job-closed", "closes", "The last day of this job order is over. Choose a later one, or leave it out."));
        if (seen.Items == 0)
            throw new UnusableInputException(Problem.Rejected("requirements-empty", "items", "Choose at least one statement before you publish this."));
        return WriteAsync(seen, "requirements publish", change, async () =>
        {
            await RequireAsync(seen, stop);
            db.Update(seen with { Status = RequirementStatus.Published, PublishedAt = change.When, ChangedAt = change.When, Revision = seen.Revision + 1 });
            await db.SaveChangesAsync(stop);
            if (seen.ReplacesId is { } replaced)
                await db.RequirementProfiles.Where(p => p.Id == replaced).ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, RequirementStatus.Superseded).SetProperty(x => x.ChangedAt, change.When), stop);
        }, stop);
    }

    /// <summary>Withdraws a published profile; it stays readable.</summary>
    public Task RetireAsync(RequirementProfile profile, Change change, CancellationToken stop = default) => WriteAsync(profile, "requirements retire", change,
        () => db.RequirementProfiles.Where(p => p.Id == profile.Id && p.Status == RequirementStatus.Published)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, RequirementStatus.Retired).SetProperty(x => x.ChangedAt, change.When), stop), stop);

    /// <summary>Deletes a draft.</summary>
    public Task DeleteAsync(RequirementProfile seen, Change change, CancellationToken stop = default) => WriteAsync(seen, "requirements delete", change, async () =>
    {
        await RequireAsync(seen, stop);
        await db.RequirementItems.Where(i => i.ProfileId == seen.Id).ExecuteDeleteAsync(stop);
        await db.RequirementProfiles.Where(p => p.Id == seen.Id).ExecuteDeleteAsync(stop);
    }, stop);

    /// <summary>A draft with the same content, to take the place of a published profile.</summary>
    public async Task<RequirementProfile> RenewAsync(RequirementProfile old, Guid? owner, Change change, CancellationToken stop = default)
    {
        var items = await db.RequirementItems.Where(i => i.ProfileId == old.Id).ToListAsync(stop);
        return await AddAsync(old with
        {
            Id = Guid.NewGuid(),
            Status = RequirementStatus.Draft,
            Number = old.Number + 1,
            ReplacesId = old.Id,
            OwnerId = owner ?? old.OwnerId,
            Revision = 1,
            MadeAt = change.When,
            MadeBy = change.Who,
            ChangedAt = change.When,
            PublishedAt = null,
        }, [.. items.Select(i => new RequirementEntry(i.StatementId, i.Level, i.Importance, i.Employers))], change, stop);
    }

    private async Task<RequirementProfile> AddAsync(RequirementProfile profile, IReadOnlyList<RequirementEntry> items, Change change, CancellationToken stop)
    {
        await WriteAsync(profile, "requirements create", change, async () =>
        {
            await RequireStatementsAsync(profile, items, stop);
            db.Add(profile);
            // Items point to their profile, which must be there first.
            await db.SaveChangesAsync(stop);
            db.AddRange(Items(profile.Id, items));
        }, stop);
        return profile;
    }

    private static RequirementProfile Of(RequirementProfile profile, RequirementDraft draft, Change change) => profile with
    {
        Kind = draft.Kind,
        Title = draft.Title.Trim(),
        Note = Trimmed(draft.Note),
        OnetSoc = draft.OnetSoc,
        Items = draft.Items.Count,
        Employer = Trimmed(draft.Job?.Employer),
        JobTitle = Trimmed(draft.Job?.Title),
        Place = Trimmed(draft.Job?.Place),
        PayFrom = draft.Job?.Pay.From,
        PayTo = draft.Job?.Pay.To,
        PayPer = draft.Job?.Pay.Per,
        Openings = draft.Job?.Openings,
        ClosesOn = draft.Job?.ClosesOn,
        ChangedAt = change.When,
    };

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IEnumerable<RequirementItem> Items(Guid profile, IReadOnlyList<RequirementEntry> items) => items.Select(i => new RequirementItem
    {
        ProfileId = profile,
        StatementId = i.Statement,
        Importance = i.Importance,
        Level = i.Level,
        Employers = i.Employers,
    });

    private async Task RequireAsync(RequirementProfile seen, CancellationToken stop)
    {
        if (!await db.RequirementProfiles.AnyAsync(p => p.Id == seen.Id && p.Status == RequirementStatus.Draft && p.Revision == seen.Revision, stop))
            throw new UnusableInputException(Late);
    }

    private async Task RequireStatementsAsync(RequirementProfile profile, IReadOnlyList<RequirementEntry> items, CancellationToken stop)
    {
        var known = (await db.Statements.Where(s => s.VersionKey == profile.VersionKey).Select(s => s.Id).ToListAsync(stop)).ToHashSet();
        if (items.FirstOrDefault(i => !known.Contains(i.Statement)) is { } unknown)
            throw new UnusableInputException(Problem.Rejected("requirements-statement", "items", "The version of the model has no statement '{0}'.", unknown.Statement.ToString("D")));
    }

    private async Task WriteAsync(RequirementProfile profile, string action, Change change, Func<Task> write, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"requirements {profile.Id}", stop);
        await write();
        db.Add(AuditEntry.Of(change, action, profile.Id.ToString(), null, JsonSerializer.Serialize(new { profile.Title, profile.Items }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
