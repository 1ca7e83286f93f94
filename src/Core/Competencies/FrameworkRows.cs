using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>The statements and links of a framework as rows, for the fast way into the database.</summary>
public static class FrameworkRows
{
    public static async Task InsertAsync(Db db, FrameworkContent content, CancellationToken stop)
    {
        var key = content.Version.Key;
        var connection = db.Database.GetDbConnection();
        await db.Engine.InsertAsync(connection, "competency_statements", StatementColumns, content.Statements.Select(s => Row(key, s)), stop);
        await db.Engine.InsertAsync(connection, "competency_alignments", AlignmentColumns, content.Alignments.Select((a, i) => Row(key, i, a)), stop);
    }

    private static object?[] Row(int key, Statement s)
    {
        s.VersionKey = key;
        return
        [
            key, s.Id, s.ParentId, s.Position, s.Ordinal, s.Size, s.Depth, s.Kind, s.Tier, s.Notation, s.Label?.ToJson(), s.Text.ToJson(),
            s.Notes?.ToJson(), s.Keywords?.ToJson(), s.TypeLabel, s.Uri, s.DerivedFrom, s.ChangedAt, s.Extensions,
        ];
    }

    private static object?[] Row(int key, int ordinal, Alignment a)
    {
        a.VersionKey = key;
        a.Ordinal = ordinal;
        return
        [
            key, a.Id, ordinal, a.Type, a.Origin.Id, a.Origin.Uri, a.Origin.Title, a.Origin.Scheme, a.Destination.Id, a.Destination.Uri,
            a.Destination.Title, a.Destination.Scheme, a.Sequence, a.Weight, a.Author, a.Evidence, a.Notes, a.Uri, a.ChangedAt, a.Extensions,
        ];
    }

    private static readonly BulkColumn[] StatementColumns =
    [
        new("version_key", typeof(int)), new("id", typeof(Guid)), new("parent_id", typeof(Guid)), new("position", typeof(int)),
        new("ordinal", typeof(int)), new("size", typeof(int)), new("depth", typeof(int)), new("kind", typeof(StatementKind)),
        new("tier", typeof(int)), new("notation", typeof(string)), new("label", typeof(string)), new("text", typeof(string)),
        new("notes", typeof(string)), new("keywords", typeof(string)), new("type_label", typeof(string)), new("uri", typeof(string)),
        new("derived_from", typeof(string)), new("changed_at", typeof(DateTimeOffset)), new("extensions", typeof(string)),
    ];

    private static readonly BulkColumn[] AlignmentColumns =
    [
        new("version_key", typeof(int)), new("id", typeof(Guid)), new("ordinal", typeof(int)), new("type", typeof(string)),
        new("origin_id", typeof(string)), new("origin_uri", typeof(string)), new("origin_title", typeof(string)),
        new("origin_scheme", typeof(string)), new("destination_id", typeof(string)), new("destination_uri", typeof(string)),
        new("destination_title", typeof(string)), new("destination_scheme", typeof(string)), new("sequence", typeof(int)),
        new("weight", typeof(double)), new("author", typeof(string)), new("evidence", typeof(string)), new("notes", typeof(string)),
        new("uri", typeof(string)), new("changed_at", typeof(DateTimeOffset)), new("extensions", typeof(string)),
    ];
}
