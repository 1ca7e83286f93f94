using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>
/// A statement of a version beside the one that says the same in another version of its framework; <paramref name="Former"/> is the
/// rank of that one, null where its words or its parent differ. Positions and ranks may have moved.
/// </summary>
public sealed record StatementOverlap(Guid Id, int Ordinal, int Depth, int Position, int? Former, int? FormerPosition);

/// <summary>
/// A link of a version beside the same link in another version; <paramref name="Former"/> is the rank of that one, null where it differs.
/// Ends are named that came without a title or an address, and take both from the statement that they name.
/// </summary>
public sealed record LinkOverlap(Guid Id, int Ordinal, string? OpenOrigin, string? OpenDestination, int? Former);

/// <summary>Which rows of a version say the same as rows of another version of the framework. The database compares them, every column that there is.</summary>
public static class VersionOverlap
{
    public static Task<List<StatementOverlap>> StatementsAsync(Db db, int version, int former, CancellationToken stop)
    {
        var sql = $$"""
            select n.id as "Id", n.ordinal as "Ordinal", n.depth as "Depth", n.position as "Position", o.ordinal as "Former", o.position as "FormerPosition"
            from competency_statements n left join competency_statements o on o.id = n.id and o.version_key = {1}{{Same<Statement>(db, "position", "size")}}
            where n.version_key = {0} order by n.ordinal
            """;
        return db.Database.SqlQueryRaw<StatementOverlap>(sql, version, former).ToListAsync(stop);
    }

    public static Task<List<LinkOverlap>> LinksAsync(Db db, int version, int former, CancellationToken stop)
    {
        var sql = $$"""
            select n.id as "Id", n.ordinal as "Ordinal", {{Open("origin")}} as "OpenOrigin", {{Open("destination")}} as "OpenDestination", o.ordinal as "Former"
            from competency_alignments n left join competency_alignments o on o.id = n.id and o.version_key = {1}{{Same<Alignment>(db)}}
            where n.version_key = {0} order by n.ordinal
            """;
        return db.Database.SqlQueryRaw<LinkOverlap>(sql, version, former).ToListAsync(stop);
    }

    /// <summary>The statements that only the other version has.</summary>
    public static Task<List<Guid>> GoneAsync(Db db, int version, int former, CancellationToken stop) =>
        db.Database.SqlQuery<Guid>(
            $"""
            select o.id as "Value" from competency_statements o where o.version_key = {former}
            and not exists (select 1 from competency_statements n where n.id = o.id and n.version_key = {version})
            """).ToListAsync(stop);

    private static string Open(string end) => $"case when n.{end}_title is null or n.{end}_uri is null then n.{end}_id end";

    /// <summary>The names are the mappings', none that anybody typed.</summary>
    private static string Same<T>(Db db, params ReadOnlySpan<string> except)
    {
        var skipped = new HashSet<string>(["id", "version_key", "ordinal", .. except], StringComparer.Ordinal);
        return string.Concat(db.Model.FindEntityType(typeof(T))!.GetFlattenedProperties().Select(p => p.GetColumnName()).Where(c => !skipped.Contains(c))
            .Select(c => string.Create(CultureInfo.InvariantCulture, $" and o.{c} is not distinct from n.{c}")));
    }
}
