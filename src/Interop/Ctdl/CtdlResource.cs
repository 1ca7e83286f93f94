using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop.Ctdl;

/// <summary>Writes one node of a graph as a document of its own: the same as in the graph, with the context.</summary>
public static class CtdlResource
{
    public static async Task<byte[]> OfFrameworkAsync(OutgoingModel model, string address, CancellationToken stop) =>
        Write((await CtdlGraph.ReadAsync(model, address, stop)).Framework());

    /// <summary>A statement of a model that is in memory.</summary>
    public static async Task<byte[]> OfStatementAsync(OutgoingModel model, Statement statement, string address, CancellationToken stop) =>
        Write((await CtdlGraph.ReadAsync(model, address, stop)).Statement(statement));

    /// <summary>A statement of a stored version. Of the rest of the version only what the node names is read.</summary>
    public static async Task<byte[]> OfStatementAsync(Db db, Model model, Statement statement, string address, CancellationToken stop = default)
    {
        var (key, id) = (model.Version.Key, statement.Id.ToString("D"));
        var links = await db.Alignments.Where(a => a.VersionKey == key && (a.Origin.Id == id || a.Destination.Id == id)).OrderBy(a => a.Ordinal).ToListAsync(stop);
        var named = links.SelectMany(l => new[] { l.Origin.Id, l.Destination.Id }).Append(statement.DerivedFrom).Select(n => SourceId.Uuid(n ?? "")).OfType<Guid>()
            .Append(statement.Id).Distinct().ToList();
        if (statement.ParentId is { } parent)
            named.Add(parent);
        var (first, last) = (statement.Ordinal, statement.Ordinal + statement.Size);
        var near = await db.Statements
            .Where(s => s.VersionKey == key && (EF.Parameter(named).Contains(s.Id) || (s.Ordinal > first && s.Ordinal <= last && s.ParentId == statement.Id)))
            .OrderBy(s => s.Ordinal).Select(s => new CtdlRow(s.Ordinal, s.Id, s.ParentId, s.Uri)).ToListAsync(stop);
        // Of statements that share an address, the first of the version has it.
        var uris = near.Select(n => n.Uri).Where(u => u is not null).Distinct().ToList();
        var sharing = await db.Statements.Where(s => s.VersionKey == key && EF.Parameter(uris).Contains(s.Uri))
            .Select(s => new CtdlRow(s.Ordinal, s.Id, s.ParentId, s.Uri)).ToListAsync(stop);
        List<CtdlPlace> places = [.. near.UnionBy(sharing, r => r.Id).OrderBy(r => r.Ordinal).Select(r => new CtdlPlace(r.Id, r.ParentId, r.Uri))];
        var graph = new CtdlGraph(model, new(address, model.Framework, places), places, links);
        return Write(graph.Statement(statement));
    }

    private sealed record CtdlRow(int Ordinal, Guid Id, Guid? ParentId, string? Uri);

    private static byte[] Write(CtdlObject node)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, CtdlGraphWriter.Options))
            node.Write(json, CtdlTerms.Context);
        return stream.ToArray();
    }
}
