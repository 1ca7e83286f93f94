using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>Makes and closes the links by which a worksheet is filled in without an account.</summary>
public sealed class FillLinks(Db db)
{
    public const int MostLinks = 200;

    /// <summary>Makes a link to the whole worksheet or one column. The secret is told once, here.</summary>
    public async Task<string> MakeAsync(Guid id, int? column, DateTimeOffset expires, Change change, CancellationToken stop = default)
    {
        if (expires <= change.When)
            throw new UnusableInputException(Problem.Rejected("link-expiry", "expires", "Choose a last day that is still to come."));
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        if (column is { } number && !await db.WorksheetColumns.AnyAsync(c => c.WorksheetId == id && c.Number == number && !c.IsRemoved, stop))
            throw new UnusableInputException(WorksheetProblems.UnknownColumn);
        var count = await db.WorksheetLinks.CountAsync(l => l.WorksheetId == id, stop);
        if (count >= MostLinks)
            throw new UnusableInputException(Problem.Rejected("too-many-links", "link", "A worksheet may have {0} links at most.", "200"));
        var secret = SecretToken.New();
        db.Add(new FillLink
        {
            Id = Guid.NewGuid(),
            WorksheetId = id,
            Number = count + 1,
            ColumnNumber = column,
            TokenHash = SecretToken.HashOf(secret),
            MadeAt = change.When,
            ExpiresAt = expires,
        });
        var entry = AuditEntry.Of(change, "worksheet link", id.ToString(), null, WorksheetEditor.Json(new { Number = count + 1, Column = column, Expires = expires }));
        await write.CommitAsync(new("make link", entry), stop);
        return secret;
    }

    /// <summary>Makes a link useless; what was filled in by it stays.</summary>
    public async Task CloseAsync(Guid id, int number, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        if (await db.WorksheetLinks.FirstOrDefaultAsync(l => l.WorksheetId == id && l.Number == number && !l.IsClosed, stop) is not { } link)
            return;
        db.Update(link with { IsClosed = true });
        var entry = AuditEntry.Of(change, "worksheet link close", id.ToString(), null, WorksheetEditor.Json(new { Number = number }));
        await write.CommitAsync(new("close link", entry), stop);
    }

    /// <summary>Where a secret leads; null where the link never was, is closed or over, or the worksheet is closed.</summary>
    public async Task<LinkedWorksheet?> FindAsync(string secret, DateTimeOffset now, CancellationToken stop = default)
    {
        var hash = SecretToken.HashOf(secret);
        var row = await db.WorksheetLinks.Where(l => l.TokenHash == hash).Join(db.Worksheets, l => l.WorksheetId, w => w.Id, (l, w) => new { l, w }).FirstOrDefaultAsync(stop);
        return row is null || !row.l.Opens(now) || !row.w.IsOpen ? null : new(row.l, row.w);
    }

    /// <summary>Saves what somebody with a link filled in.</summary>
    public async Task<CellsSaved> SaveAsync(LinkedWorksheet linked, IReadOnlyList<CellEdit> edits, Change change, CancellationToken stop = default)
    {
        if (linked.Link.ColumnNumber is { } only && edits.Any(e => e.Place.Column != only))
            throw new UnusableInputException(WorksheetProblems.UnknownColumn);
        var saved = await new CellEditor(db).SaveAsync(linked.Worksheet.Id, edits, change, stop);
        await using var write = await db.BeginWriteAsync(stop);
        var id = linked.Link.Id;
        await db.WorksheetLinks.Where(l => l.Id == id).ExecuteUpdateAsync(l => l.SetProperty(x => x.LastUsedAt, change.When), stop);
        await write.CommitAsync(stop);
        return saved;
    }
}
