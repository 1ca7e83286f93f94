using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.RequirementProfiles;

/// <summary>What a group of people on a worksheet is set beside: a requirement profile or job order.</summary>
public sealed record WorksheetTarget
{
    public required Guid WorksheetId { get; init; }
    public required Guid ProfileId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
}

/// <summary>Chooses what a worksheet is set beside.</summary>
public sealed class WorksheetTargetEditor(Db db)
{
    /// <summary>Sets the worksheet beside another profile from now on. It must ask for statements of the version that the worksheet is over.</summary>
    public async Task ChooseAsync(Guid worksheet, RequirementProfile profile, Change change, CancellationToken stop = default)
    {
        var (id, asked) = (profile.Id, profile.VersionKey);
        if (profile.Status == RequirementStatus.Draft)
            throw new UnusableInputException(Problem.Rejected("target-draft", "target", "A draft can still change. Publish it before you set people beside it."));
        if (!await db.Worksheets.AnyAsync(w => w.Id == worksheet && w.VersionKey == asked, stop))
            throw new UnusableInputException(Problem.Rejected("target-model", "target", "The profile is over another version of a model than the worksheet. Choose one over the same version."));
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"worksheet {worksheet}", stop);
        await db.WorksheetTargets.Where(t => t.WorksheetId == worksheet).ExecuteDeleteAsync(stop);
        db.Add(new WorksheetTarget { WorksheetId = worksheet, ProfileId = id, At = change.When, Who = change.Who });
        db.Add(AuditEntry.Of(change, "worksheet target", worksheet.ToString(), null, $"{{\"profile\":\"{id}\"}}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
