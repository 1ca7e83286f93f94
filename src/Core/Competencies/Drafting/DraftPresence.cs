using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>That somebody has a draft open, in which window, and at which statement. It counts for a minute.</summary>
public sealed record DraftPresence
{
    public required Guid DraftId { get; init; }
    public required string Who { get; init; }

    /// <summary>The window, by a name that its page made up.</summary>
    public required string Place { get; init; }
    public Guid? StatementId { get; init; }
    public required DateTimeOffset At { get; init; }

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>Who else has the draft open or has just edited it, by name.</summary>
    public static async Task<List<string>> OthersAsync(Db db, Guid draft, Change change, CancellationToken stop = default)
    {
        var (who, oldest) = (change.Who, change.When - Life);
        var present = await db.DraftPresences.Where(p => p.DraftId == draft && p.Who != who && p.At >= oldest).Select(p => p.Who).Distinct().ToListAsync(stop);
        var writing = await db.DraftEdits.Where(e => e.DraftId == draft && e.Who != who).OrderByDescending(e => e.Sequence).Take(20).ToListAsync(stop);
        return [.. present.Concat(writing.Where(e => e.At >= oldest).Select(e => e.Who)).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Notes that somebody is here, and returns who else is.</summary>
    public static async Task<List<DraftPresence>> TouchAsync(Db db, Guid draft, string place, Guid? statement, Change change, CancellationToken stop = default)
    {
        var (who, oldest) = (change.Who, change.When - Life);
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"presence {draft}", stop);
        var here = db.DraftPresences.Where(p => p.DraftId == draft);
        await here.Where(p => p.At < oldest || (p.Who == who && p.Place == place)).ExecuteDeleteAsync(stop);
        db.Add(new DraftPresence { DraftId = draft, Who = who, Place = place, StatementId = statement, At = change.When });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return await here.Where(p => p.Who != who || p.Place != place).OrderBy(p => p.Who).ThenBy(p => p.Place).ToListAsync(stop);
    }
}
