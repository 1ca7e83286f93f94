using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>
/// Gives every statement one place. The first parent in the file counts, a statement before the document; every other isChildOf
/// stays a link. The association that counts is kept with its statement, so that it can go out again.
/// </summary>
internal sealed class CasePlacement(CaseNodes nodes, CaseAssociations associations, ImportReport report)
{
    /// <summary>A chain of rows that were left out is followed no further than JSON may be deep.</summary>
    private const int MostSteps = JsonText.MaxDepth;

    private readonly ArrayBufferWriter<byte> _json = new();
    private readonly HashSet<Alignment> _used = new(ReferenceEqualityComparer.Instance);

    public FrameworkContent Arrange(CaseDocument document)
    {
        foreach (var edge in associations.Edges)
        {
            if (edge.Child.Place is null || (edge.Child.Place is { Parent: null, IsFinal: false } && edge.Parent is not null))
                edge.Child.Place = edge;
        }
        foreach (var node in nodes.All)
            node.Statement.ParentId = node.Place?.Parent?.Statement.Id;
        MoveUp();
        CutRings();
        foreach (var node in nodes.All.Where(n => n.Place is not null))
            Keep(node, node.Place!.Link);
        var statements = nodes.All.OrderBy(n => n.Place?.Rank ?? double.MaxValue).Select((n, rank) =>
        {
            n.Statement.Position = rank;
            return n.Statement;
        }).ToList();
        return new(document.Framework, document.Version, statements, associations.Links.FindAll(l => !_used.Contains(l)));
    }

    /// <summary>Children of what was left out go to where that would have stood; children of what was never there, to the top.</summary>
    private void MoveUp()
    {
        foreach (var (child, (row, missing)) in associations.Dangling.Where(d => d.Key.Place is null))
        {
            var above = missing;
            var steps = MostSteps;
            while (above is { } id && nodes.Find(id) is null && steps-- > 0)
                above = nodes.LeftOut.GetValueOrDefault(id);
            var parent = above is { } found ? nodes.Find(found) : null;
            child.Statement.ParentId = parent?.Statement.Id;
            report.Add(Problem.Repaired("missing-parent", Pointer(row), parent is null
                ? "The parent {0} is not in the file or was left out; the child now stands at the top."
                : "The parent {0} was left out; the child moved up to what stands above.", missing?.ToString() ?? ""));
        }
    }

    private void CutRings()
    {
        foreach (var statement in ParentRings.Cut([.. nodes.All.Select(n => n.Statement)]))
        {
            var node = nodes.Find(statement.Id)!;
            report.Add(Problem.Repaired("ring-of-parents", node.Place is null ? node.IdText : Pointer(node.Place.Row),
                "Its chain of parents leads back to itself; it now stands at the top."));
            node.Place = null;
        }
    }

    private void Keep(CaseNode node, Alignment link)
    {
        _used.Add(link);
        _json.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(_json, new JsonWriterOptions { Encoder = TextJson.Options.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteString("identifier", link.Id);
            Write(writer, "uri", link.Uri, null);
            writer.WriteString("lastChangeDateTime", link.ChangedAt);
            if (link.Sequence is { } sequence)
                writer.WriteNumber("sequenceNumber", sequence);
            Write(writer, "notes", link.Notes, null);
            Write(writer, "originTitle", link.Origin.Title, null);
            Write(writer, "originUri", link.Origin.Uri, node.Statement.Uri);
            Write(writer, "destinationTitle", link.Destination.Title, null);
            Write(writer, "destinationUri", link.Destination.Uri, node.Place!.Parent?.Statement.Uri);
            writer.WriteEndObject();
        }
        var placement = Utf8.Strict.GetString(_json.WrittenSpan);
        if (link.Extensions is { } more)
            placement = string.Concat(placement.AsSpan(0, placement.Length - 1), ",", more.AsSpan(1));
        var rest = node.Statement.Extensions;
        node.Statement.Extensions = string.Concat(rest is null ? "{" : rest[..^1] + ",", $"\"{CaseFields.Placement}\":", placement, "}");
    }

    private static void Write(Utf8JsonWriter writer, string name, string? value, string? unless)
    {
        if (value is not null && value != unless)
            writer.WriteString(name, value);
    }

    private static string Pointer(int row) => string.Create(CultureInfo.InvariantCulture, $"/CFAssociations/{row}");
}
