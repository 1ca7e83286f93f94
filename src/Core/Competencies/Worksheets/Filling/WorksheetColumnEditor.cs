using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>Adds, changes and removes the columns of a worksheet.</summary>
public sealed class WorksheetColumnEditor(Db db)
{
    internal static readonly Problem TooMany = Problem.Rejected("too-many-columns", "columns", "A worksheet has {0} columns at most.", "120");

    public async Task<KeptColumn> AddAsync(Guid id, ColumnWish wish, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        var all = await db.WorksheetColumns.Where(c => c.WorksheetId == id).Select(c => new { c.Number, c.Position, c.IsRemoved }).ToListAsync(stop);
        if (all.Count(c => !c.IsRemoved) >= WorksheetMeasures.MostColumns)
            throw new UnusableInputException(TooMany);
        var column = Column(id, all.Select(c => c.Number).DefaultIfEmpty(0).Max() + 1, all.Select(c => c.Position).DefaultIfEmpty(-1).Max() + 1, wish);
        db.Add(column);
        await write.CommitAsync(Step("add column", null, column, change), stop);
        return column;
    }

    /// <summary>Changes title and details, where nobody else has since <paramref name="seen"/>.</summary>
    public async Task<KeptColumn> ChangeAsync(KeptColumn seen, ColumnWish wish, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, seen.WorksheetId, stop);
        var before = await NeedAsync(seen.WorksheetId, seen.Number, stop);
        if (before.Revision != seen.Revision)
            throw new UnusableInputException(WorksheetProblems.LateColumn);
        var after = Column(before.WorksheetId, before.Number, before.Position, wish) with { Revision = before.Revision + 1 };
        db.Update(after);
        await write.CommitAsync(Step("change column", before, after, change), stop);
        return after;
    }

    /// <summary>Takes a column out. Its values stay in the database, and out of every figure.</summary>
    public async Task RemoveAsync(Guid id, int number, Change change, CancellationToken stop = default)
    {
        await using var write = await WorksheetWrite.BeginAsync(db, id, stop);
        var before = await NeedAsync(id, number, stop);
        db.Update(before with { IsRemoved = true, Revision = before.Revision + 1 });
        await write.CommitAsync(Step("remove column", before, null, change), stop);
    }

    internal static KeptColumn Column(Guid id, int number, int position, ColumnWish wish) => new()
    {
        WorksheetId = id,
        Number = number,
        Position = position,
        Title = wish.Title.Trim() is { Length: > 0 and <= KeptColumn.LongestTitle } good ? good : throw new UnusableInputException(WorksheetProblems.Title),
        Details = Checked(wish.Details),
        Revision = 1,
    };

    private async Task<KeptColumn> NeedAsync(Guid id, int number, CancellationToken stop) =>
        await db.WorksheetColumns.FirstOrDefaultAsync(c => c.WorksheetId == id && c.Number == number && !c.IsRemoved, stop)
        ?? throw new UnusableInputException(WorksheetProblems.UnknownColumn);

    private static WorksheetStep Step(string act, KeptColumn? before, KeptColumn? after, Change change)
    {
        var entry = AuditEntry.Of(
            change, "worksheet " + act, (before ?? after)!.WorksheetId.ToString(), before is null ? null : WorksheetEditor.Json(before), after is null ? null : WorksheetEditor.Json(after));
        return new(act, entry) { Added = after is null ? null : WorksheetTally.None };
    }

    private static ColumnDetails Checked(ColumnDetails details)
    {
        if (new[] { details.Code, details.Credits, details.Issuer, details.Kind }.Any(w => w?.Length > ColumnDetails.LongestWord))
            throw new UnusableInputException(Problem.Rejected("column-word", "column", "Write at most {0} characters into each of these fields.", "200"));
        if (details.Text?.Length > ColumnDetails.LongestText)
            throw new UnusableInputException(Problem.Rejected("column-text", "text", "The description has more than {0} characters; shorten it.", "20000"));
        if (details.Term is < 1 or > 99)
            throw new UnusableInputException(Problem.Rejected("column-term", "term", "A term is a whole number from 1 to 99, or empty."));
        return details with { Code = Word(details.Code), Credits = Word(details.Credits), Issuer = Word(details.Issuer), Kind = Word(details.Kind), Text = Word(details.Text) };
    }

    private static string? Word(string? word) => string.IsNullOrWhiteSpace(word) ? null : word.Trim();
}
