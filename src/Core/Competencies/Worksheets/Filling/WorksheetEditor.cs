using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>A worksheet to be made. <paramref name="Parts"/> are as in <see cref="WorksheetChoice"/>.</summary>
public sealed record NewWorksheet(WorksheetKind Kind, Model Model, string Title)
{
    public string? Note { get; init; }
    public IReadOnlyList<string> Parts { get; init; } = [];
    public IReadOnlyList<ColumnWish> Columns { get; init; } = [];
    public Guid? OwnerId { get; init; }
    public Guid? OrganizationId { get; init; }
}

/// <summary>What a column is to say.</summary>
public sealed record ColumnWish(string Title, ColumnDetails Details);

/// <summary>Makes worksheets, changes what stands over them, and closes and opens them.</summary>
public sealed class WorksheetEditor(Db db)
{
    public async Task<KeptWorksheet> MakeAsync(NewWorksheet wish, Change change, CancellationToken stop = default)
    {
        var (title, note) = (Title(wish.Title), Note(wish.Note));
        await WorksheetChoice.ReadAsync(db, wish.Model, wish.Kind, wish.Parts, stop);
        var columns = wish.Columns.Where(c => c.Title.Trim().Length > 0).ToList();
        if (columns.Count > WorksheetMeasures.MostColumns)
            throw new UnusableInputException(WorksheetColumnEditor.TooMany);
        var worksheet = new KeptWorksheet
        {
            Id = Guid.NewGuid(),
            Kind = wish.Kind,
            VersionKey = wish.Model.Version.Key,
            Parts = wish.Parts,
            Title = title,
            Note = note,
            OwnerId = wish.OwnerId,
            OrganizationId = wish.OrganizationId,
            MadeAt = change.When,
            MadeBy = change.Who,
            ChangedAt = change.When,
            ChangedBy = change.Who,
        };
        List<KeptColumn> kept = [.. columns.Select((c, i) => WorksheetColumnEditor.Column(worksheet.Id, i + 1, i, c))];
        await using var transaction = await db.BeginWriteAsync(stop);
        db.Add(worksheet);
        db.AddRange(kept);
        db.Add(new WorksheetEvent
        {
            WorksheetId = worksheet.Id,
            Sequence = 1,
            BeganAt = change.When,
            At = change.When,
            Who = change.Who,
            Act = "make",
            Before = WorksheetTally.None,
            After = WorksheetTally.None,
        });
        db.Add(AuditEntry.Of(change, "worksheet make", worksheet.Id.ToString(), null, Json(new { worksheet.Kind, worksheet.Title, wish.Model.Slug, Columns = kept.Select(c => c.Title) })));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return worksheet;
    }

    /// <summary>Gives it another title and note.</summary>
    public Task DescribeAsync(Guid id, string title, string? note, Change change, CancellationToken stop = default) =>
        WriteAsync(id, "describe", w => w with { Title = Title(title), Note = Note(note) }, change, stop);

    /// <summary>Closes it, so that it takes no values, or opens it again.</summary>
    public Task SetStateAsync(Guid id, WorksheetState state, Change change, CancellationToken stop = default) =>
        WriteAsync(id, state == WorksheetState.Open ? "open" : "close", w => w with { State = state }, change, stop);

    /// <summary>Deletes it with all that is in it; the audit keeps what its title was.</summary>
    public async Task RemoveAsync(Guid id, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"worksheet {id}", stop);
        var worksheet = await db.Worksheets.FirstOrDefaultAsync(w => w.Id == id, stop) ?? throw new UnusableInputException(WorksheetProblems.Unknown);
        await db.WorksheetLinks.Where(l => l.WorksheetId == id).ExecuteDeleteAsync(stop);
        await db.WorksheetHistory.Where(e => e.WorksheetId == id).ExecuteDeleteAsync(stop);
        await db.WorksheetCells.Where(c => c.WorksheetId == id).ExecuteDeleteAsync(stop);
        await db.WorksheetColumns.Where(c => c.WorksheetId == id).ExecuteDeleteAsync(stop);
        await db.Worksheets.Where(w => w.Id == id).ExecuteDeleteAsync(stop);
        db.Add(AuditEntry.Of(change, "worksheet remove", id.ToString(), Json(new { worksheet.Kind, worksheet.Title }), null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    internal static string Json(object value) => JsonSerializer.Serialize(value, TextJson.Options);

    private async Task WriteAsync(Guid id, string act, Func<KeptWorksheet, KeptWorksheet> edit, Change change, CancellationToken stop)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        var changed = edit(write.Worksheet);
        if (changed == write.Worksheet)
            return;
        var entry = AuditEntry.Of(change, "worksheet " + act, id.ToString(), Json(Shown(write.Worksheet)), Json(Shown(changed)));
        await write.CommitAsync(new(act, entry) { Changed = changed }, stop);
    }

    private static object Shown(KeptWorksheet worksheet) => new { worksheet.Title, worksheet.Note, State = worksheet.State.ToString() };

    private static string Title(string title) =>
        title.Trim() is { Length: > 0 and <= KeptWorksheet.LongestTitle } good ? good : throw new UnusableInputException(WorksheetProblems.Title);

    private static string? Note(string? note) => string.IsNullOrWhiteSpace(note) ? null : note.Trim() is { Length: <= KeptWorksheet.LongestNote } good
        ? good
        : throw new UnusableInputException(Problem.Rejected("worksheet-note", "note", "Write at most {0} characters.", "4000"));
}
