using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Takes back the last edit of the same person that still stands. Where somebody has changed one of its rows since, nothing
/// is taken back.
/// </summary>
public sealed record Undo : DraftCommand
{
    private DraftEdit? _edit;

    public override string Act => "undo";

    public override Guid? Subject => _edit?.StatementId;

    internal override bool IsUndoable => false;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var (draft, who) = (work.Draft.Id, work.Change.Who);
        _edit = await work.Db.DraftEdits.Where(e => e.DraftId == draft && e.Who == who && !e.IsUndone).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(stop)
            ?? throw new UnusableInputException(DraftProblems.NothingToUndo);
        await EditImages.PutAsync(work, _edit, back: true, stop);
    }
}

/// <summary>Does again what the same person has just undone.</summary>
public sealed record Redo : DraftCommand
{
    private DraftEdit? _edit;

    public override string Act => "redo";

    public override Guid? Subject => _edit?.StatementId;

    internal override bool IsUndoable => false;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var (draft, who) = (work.Draft.Id, work.Change.Who);
        var last = await work.Db.DraftEdits.Where(e => e.DraftId == draft && e.Who == who && !e.IsUndone).MaxAsync(e => (int?)e.Sequence, stop) ?? 0;
        _edit = await work.Db.DraftEdits.Where(e => e.DraftId == draft && e.Who == who && e.IsUndone && e.Sequence > last).OrderBy(e => e.Sequence).FirstOrDefaultAsync(stop)
            ?? throw new UnusableInputException(DraftProblems.NothingToRedo);
        await EditImages.PutAsync(work, _edit, back: false, stop);
    }
}

/// <summary>Puts the rows of an edit back to what they were before it, or on to what they were after it.</summary>
internal static class EditImages
{
    public static async Task PutAsync(DraftWork work, DraftEdit edit, bool back, CancellationToken stop)
    {
        var changes = DraftChanges.FromJson(edit.Changes);
        // The edit itself may have spaced the siblings: what it found has the ranks of before, what it left those of after.
        var spacings = await work.Db.DraftSpacings.Where(s => s.DraftId == edit.DraftId && s.Sequence >= edit.Sequence)
            .OrderBy(s => s.Sequence).ThenBy(s => s.Ordinal).ToListAsync(stop);
        foreach (var (found, left) in changes.Statements)
        {
            var before = DraftSpacing.Carry(found, spacings);
            var after = DraftSpacing.Carry(left, spacings.Where(s => s.Sequence > edit.Sequence));
            var (expected, wanted) = back ? (after, before) : (before, after);
            var now = await work.NeedAsync(expected.Id, stop);
            if (StatementImage.Of(now) != expected)
                throw new UnusableInputException(DraftProblems.ChangedSince(PlainText.Of(now.Title.ToString())));
            work.Put(wanted.Onto(now));
        }
        foreach (var (before, after) in changes.Links)
        {
            var (expected, wanted) = back ? (after, before) : (before, after);
            var now = await work.FindLinkAsync(expected.Id, stop) ?? throw new UnusableInputException(DraftProblems.UnknownLink);
            if (LinkImage.Of(now) != expected)
                throw new UnusableInputException(DraftProblems.ChangedSince(now.Destination.Title ?? now.Destination.Id));
            work.Put(wanted.Onto(now));
        }
        work.Db.Update(edit with { IsUndone = back });
    }
}
