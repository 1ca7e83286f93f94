using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets;

/// <summary>
/// Picks the competencies of a worksheet out of a version's nodes: whatever a document shows in a list, occupations excepted,
/// because they point to a job and cannot be rated.
/// </summary>
public static class WorksheetRows
{
    /// <summary>The blocks in reading order, each with its competencies; blocks without any are left out.</summary>
    /// <param name="inOrder">The nodes in tree order.</param>
    /// <param name="hasTiers">Whether they stand in tiers.</param>
    /// <param name="chosen">The parts that were chosen, with everything below them; all where it is empty.</param>
    public static List<WorksheetBlock> Of(IEnumerable<Statement> inOrder, bool hasTiers, IReadOnlySet<Guid> chosen)
    {
        var places = new DocumentPlaces(hasTiers);
        var path = new List<(Statement Node, bool IsHeading)>();
        var blocks = new List<(Statement? Head, List<WorksheetRow> Rows)>();
        foreach (var node in inOrder)
        {
            path.RemoveAll(p => node.Ordinal > p.Node.Ordinal + p.Node.Size);
            var place = places.Next(node);
            path.Add((node, place.IsHeading));
            if (place.IsHeading || node.Kind == StatementKind.Occupation || (chosen.Count > 0 && !path.Exists(p => chosen.Contains(p.Node.Id))))
                continue;
            var head = Head(path);
            var block = blocks.FindIndex(b => b.Head == head);
            if (block < 0)
                blocks.Add((head, []));
            blocks[block < 0 ? ^1 : block].Rows.Add(new(node.Id, node.Notation, Text(node), path.FindLast(p => p.IsHeading).Node?.Kind));
        }
        return [.. blocks.Select(b => new WorksheetBlock(b.Head?.Notation, b.Head is { } head ? head.Label ?? head.Text : null, b.Rows) { Tier = b.Head?.Tier })];
    }

    /// <summary>The block around a node, or where a framework has none the second heading from the top, or the first.</summary>
    private static Statement? Head(List<(Statement Node, bool IsHeading)> path)
    {
        var headings = path.Where(p => p.IsHeading).Select(p => p.Node).ToList();
        return headings.FindLast(h => h.Kind == StatementKind.Block) ?? headings.ElementAtOrDefault(Math.Min(1, headings.Count - 1));
    }

    private static LanguageText Text(Statement node) => node.Label is not { } label ? node.Text : LanguageText.From(
        node.Text.Values.Select(t => new KeyValuePair<string, string>(t.Key, label.Has(t.Key) ? $"{label.In(t.Key)}. {t.Value}" : t.Value)))!;
}
