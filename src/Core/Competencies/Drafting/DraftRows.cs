using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>The rows with which a draft begins, for the fast way into the database.</summary>
internal static class DraftRows
{
    public static async Task InsertAsync(Db db, IReadOnlyList<DraftStatement> statements, IReadOnlyList<DraftLink> links, CancellationToken stop)
    {
        var connection = db.Database.GetDbConnection();
        await db.Engine.InsertAsync(connection, "draft_statements", StatementColumns, statements.Select(Row), stop);
        await db.Engine.InsertAsync(connection, "draft_links", LinkColumns, links.Select(Row), stop);
    }

    public static Task InsertAsync(Db db, IReadOnlyList<DraftPick> picks, CancellationToken stop) =>
        db.Engine.InsertAsync(db.Database.GetDbConnection(), "draft_picks", PickColumns, picks.Select(Row), stop);

    private static object?[] Row(DraftStatement s) =>
    [
        s.DraftId, s.Id, s.ParentId, s.Rank, s.Kind, s.Tier, s.Notation, s.Label?.ToJson(), s.Text.ToJson(), s.Notes?.ToJson(), s.Keywords?.ToJson(),
        s.TypeLabel, s.Uri, s.DerivedFrom, s.Extensions, s.IsRemoved, s.Revision, s.ChangedAt, s.ChangedBy,
    ];

    private static object?[] Row(DraftLink l) =>
    [
        l.DraftId, l.Id, l.Type, l.Origin.Id, l.Origin.Uri, l.Origin.Title, l.Origin.Scheme, l.Destination.Id, l.Destination.Uri, l.Destination.Title,
        l.Destination.Scheme, l.Sequence, l.Weight, l.Author, l.Evidence, l.Notes, l.Uri, l.Extensions, l.IsRemoved, l.ChangedAt,
    ];

    private static object?[] Row(DraftPick p) =>
    [
        p.DraftId, p.Ordinal, p.Id, p.Source, p.SourceTitle, p.Parent, p.Kind, p.Tier, p.Notation, p.Label?.ToJson(), p.Text.ToJson(), p.Notes?.ToJson(),
        p.Keywords?.ToJson(), p.DerivedFrom, p.Links, p.IsChosen, p.Twin, p.TwinId, p.TwinOrdinal, p.Score, p.Choice,
    ];

    private static readonly BulkColumn[] StatementColumns =
    [
        new("draft_id", typeof(Guid)), new("id", typeof(Guid)), new("parent_id", typeof(Guid)), new("rank", typeof(long)), new("kind", typeof(StatementKind)),
        new("tier", typeof(int)), new("notation", typeof(string)), new("label", typeof(string)), new("text", typeof(string)), new("notes", typeof(string)),
        new("keywords", typeof(string)), new("type_label", typeof(string)), new("uri", typeof(string)), new("derived_from", typeof(string)),
        new("extensions", typeof(string)), new("is_removed", typeof(bool)), new("revision", typeof(int)), new("changed_at", typeof(DateTimeOffset)),
        new("changed_by", typeof(string)),
    ];

    private static readonly BulkColumn[] LinkColumns =
    [
        new("draft_id", typeof(Guid)), new("id", typeof(Guid)), new("type", typeof(string)), new("origin_id", typeof(string)), new("origin_uri", typeof(string)),
        new("origin_title", typeof(string)), new("origin_scheme", typeof(string)), new("destination_id", typeof(string)), new("destination_uri", typeof(string)),
        new("destination_title", typeof(string)), new("destination_scheme", typeof(string)), new("sequence", typeof(int)), new("weight", typeof(double)),
        new("author", typeof(string)), new("evidence", typeof(string)), new("notes", typeof(string)), new("uri", typeof(string)),
        new("extensions", typeof(string)), new("is_removed", typeof(bool)), new("changed_at", typeof(DateTimeOffset)),
    ];

    private static readonly BulkColumn[] PickColumns =
    [
        new("draft_id", typeof(Guid)), new("ordinal", typeof(int)), new("id", typeof(Guid)), new("source", typeof(int)), new("source_title", typeof(string)),
        new("parent", typeof(int)), new("kind", typeof(StatementKind)), new("tier", typeof(int)), new("notation", typeof(string)), new("label", typeof(string)),
        new("text", typeof(string)), new("notes", typeof(string)), new("keywords", typeof(string)), new("derived_from", typeof(string)),
        new("links", typeof(string)), new("is_chosen", typeof(bool)), new("twin", typeof(TwinKind)), new("twin_id", typeof(Guid)),
        new("twin_ordinal", typeof(int)), new("score", typeof(double)), new("choice", typeof(PickChoice)),
    ];
}
