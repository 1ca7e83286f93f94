using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Saves edits of drafts: one transaction each, with its audit entry and what it takes to undo it. An edit of a statement that
/// somebody else has changed since writes nothing.
/// </summary>
public sealed class DraftEditor(Db db)
{
    public async Task<EditResult> RunAsync(Guid draftId, DraftCommand command, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, LockOf(draftId), stop);
        var open = await Drafts.NeedOpenAsync(db, draftId, stop);
        var work = new DraftWork(db, open, change);
        if (await FirstStaleAsync(work, command, stop) is { } stale)
            return new(EditOutcome.Stale, open.Draft.Edits, stale);
        try
        {
            await command.ApplyAsync(work, stop);
            var changes = await work.StageAsync(stop);
            if (changes.IsEmpty && !command.WritesMore)
                return new(EditOutcome.Unchanged, open.Draft.Edits, command.Subject is { } same ? await work.FindAsync(same, stop) : null);
            Record(work, open.Slug, command, changes);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        return new(EditOutcome.Saved, open.Draft.Edits + 1, command.Subject is { } id ? await work.FindAsync(id, stop) : null);
    }

    internal static string LockOf(Guid draftId) => $"draft {draftId}";

    private void Record(DraftWork work, string slug, DraftCommand command, DraftChanges changes)
    {
        var (draft, change) = (work.Draft, work.Change);
        db.Update(draft with { Edits = draft.Edits + 1, ChangedAt = change.When });
        if (command.IsUndoable && !changes.IsEmpty)
        {
            db.Add(new DraftEdit
            {
                DraftId = draft.Id,
                Sequence = draft.Edits + 1,
                Who = change.Who,
                At = change.When,
                Act = command.Act,
                StatementId = command.Subject,
                Changes = changes.ToJson(),
            });
        }
        db.Add(AuditEntry.Of(change, "draft " + command.Act, slug, changes.Side(s => s.Before, l => l.Before), changes.Side(s => s.After, l => l.After)));
    }

    private static async Task<DraftStatement?> FirstStaleAsync(DraftWork work, DraftCommand command, CancellationToken stop)
    {
        foreach (var seen in command.Seen)
        {
            var now = await work.NeedAsync(seen.Id, stop);
            if (now.Revision != seen.Revision)
                return now;
        }
        return null;
    }
}
