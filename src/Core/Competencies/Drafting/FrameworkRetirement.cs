using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>That a framework is no longer to be used, why, and which one takes its place. It stays readable; it is never deleted.</summary>
public sealed class FrameworkRetirement
{
    public required int FrameworkKey { get; init; }

    /// <summary>The slug of the framework to use instead, where there is one.</summary>
    public string? ReplacedBy { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }

    public static Task<FrameworkRetirement?> FindAsync(Db db, int frameworkKey, CancellationToken stop = default) =>
        db.FrameworkRetirements.FirstOrDefaultAsync(r => r.FrameworkKey == frameworkKey, stop);
}

/// <summary>Retires published frameworks and takes that back.</summary>
public sealed class RetirementEditor(Db db)
{
    public async Task RetireAsync(string slug, string reason, string? replacedBy, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "frameworks", stop);
        var model = await NeedAsync(slug, stop);
        if (string.IsNullOrWhiteSpace(reason))
            throw new UnusableInputException(Problem.Rejected("no-reason", "reason", "Say why the model is retired."));
        if (!string.IsNullOrEmpty(replacedBy) && (replacedBy == slug || await ModelCatalog.FindAsync(db, replacedBy, null, stop) is null))
            throw new UnusableInputException(Problem.Rejected("unknown-replacement", "replaced-by", "There is no other published model with the name {0}.", replacedBy));
        if (await FrameworkRetirement.FindAsync(db, model.Framework.Key, stop) is not null)
            return;
        db.Add(new FrameworkRetirement
        {
            FrameworkKey = model.Framework.Key,
            ReplacedBy = string.IsNullOrEmpty(replacedBy) ? null : replacedBy,
            Reason = reason.Trim(),
            At = change.When,
            Who = change.Who,
        });
        await SetAsync(model, VersionStatus.Retired, "model retire", reason, change, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    public async Task ReviveAsync(string slug, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "frameworks", stop);
        var model = await NeedAsync(slug, stop);
        if (await db.FrameworkRetirements.Where(r => r.FrameworkKey == model.Framework.Key).ExecuteDeleteAsync(stop) == 0)
            return;
        await SetAsync(model, VersionStatus.Published, "model revive", null, change, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private async Task<Model> NeedAsync(string slug, CancellationToken stop) => await ModelCatalog.FindAsync(db, slug, null, stop)
        ?? throw new UnusableInputException(Problem.Rejected("unknown-model", "m", "There is no published model or version with the name {0}.", slug));

    private async Task SetAsync(Model model, VersionStatus status, string action, string? reason, Change change, CancellationToken stop)
    {
        var key = model.Version.Key;
        await db.FrameworkVersions.Where(v => v.Key == key).ExecuteUpdateAsync(v => v.SetProperty(x => x.Status, status), stop);
        db.Add(AuditEntry.Of(change, action, model.Slug, JsonSerializer.Serialize(new { Status = model.Version.Status.ToString() }, TextJson.Options),
            JsonSerializer.Serialize(new { Status = status.ToString(), Reason = reason }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
    }
}
