using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>A draft that is being written, and the name of its framework in addresses.</summary>
public sealed record OpenDraft(Draft Draft, string Slug);

/// <summary>Finds drafts. Only those who may edit or review models get to see one.</summary>
public static class Drafts
{
    /// <summary>The draft of a framework that is being written now; null where there is none.</summary>
    public static async Task<OpenDraft?> FindAsync(Db db, string slug, CancellationToken stop = default) =>
        (await Open(db).Where(o => o.Slug == slug).FirstOrDefaultAsync(stop)) is { } row ? new(row.Draft, row.Slug) : null;

    /// <summary>All drafts that are being written, the last changed first.</summary>
    public static async Task<List<OpenDraft>> ListAsync(Db db, CancellationToken stop = default) =>
        [.. (await Open(db).OrderByDescending(o => o.Draft.ChangedAt).ToListAsync(stop)).Select(o => new OpenDraft(o.Draft, o.Slug))];

    public static async Task<OpenDraft?> FindAsync(Db db, Guid id, CancellationToken stop = default) =>
        (await db.Drafts.Where(d => d.Id == id).Join(db.Frameworks, d => d.FrameworkKey, f => f.Key, (d, f) => new { d, f.Slug }).FirstOrDefaultAsync(stop)) is { } row
            ? new(row.d, row.Slug)
            : null;

    internal static async Task<OpenDraft> NeedOpenAsync(Db db, Guid id, CancellationToken stop)
    {
        var draft = await FindAsync(db, id, stop) ?? throw new UnusableInputException(DraftProblems.UnknownDraft);
        return draft.Draft.IsOpen ? draft : throw new UnusableInputException(DraftProblems.Closed);
    }

    /// <summary>All statements of a draft, removed ones too, as a tree.</summary>
    public static async Task<DraftTree> TreeAsync(Db db, Draft draft, CancellationToken stop = default) =>
        DraftTree.Of(await db.DraftStatements.Where(s => s.DraftId == draft.Id).ToListAsync(stop), draft.Numbering);

    private static IQueryable<Row> Open(Db db) => db.Drafts.Where(d => d.Status == VersionStatus.Draft || d.Status == VersionStatus.InReview)
        .Join(db.Frameworks, d => d.FrameworkKey, f => f.Key, (d, f) => new Row { Draft = d, Slug = f.Slug });

    private sealed class Row
    {
        public required Draft Draft { get; init; }
        public required string Slug { get; init; }
    }
}
