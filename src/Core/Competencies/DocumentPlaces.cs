namespace Trellis.Core.Competencies;

/// <summary>
/// Where a node stands in a document that is read from top to bottom: under a heading of a level (1 to 6), or in a list at a
/// level (from 0), in which case <see cref="Heading"/> is 0.
/// </summary>
public readonly record struct DocumentPlace(int Heading, int ListLevel)
{
    public bool IsHeading => Heading > 0;
}

/// <summary>
/// Finds the places of a version's nodes, which are given in tree order. Tiers, blocks and groups are headings; where a framework has
/// no tiers, whatever has something below it and is short enough. What stands below a list stands in the list.
/// </summary>
public sealed class DocumentPlaces(bool hasTiers)
{
    private const int DeepestHeading = 6;

    /// <summary>More letters than this make a paragraph, not a heading.</summary>
    private const int LongestHeading = 150;

    private readonly Stack<(int Last, DocumentPlace Place)> _path = new();

    public DocumentPlace Next(Statement node) => Next(node.Ordinal, node.Size, MayBeHeading(node));

    private DocumentPlace Next(int ordinal, int size, bool mayBeHeading)
    {
        while (_path.TryPeek(out var above) && ordinal > above.Last)
            _path.Pop();
        var parent = _path.TryPeek(out var around) ? around.Place : new DocumentPlace(0, -1);
        var isUnderHeading = _path.Count == 0 || parent.IsHeading;
        var place = isUnderHeading && mayBeHeading && parent.Heading < DeepestHeading
            ? new DocumentPlace(parent.Heading + 1, 0)
            : new DocumentPlace(0, isUnderHeading ? 0 : parent.ListLevel + 1);
        _path.Push((ordinal + size, place));
        return place;
    }

    private bool MayBeHeading(Statement node) => node.Kind switch
    {
        StatementKind.Occupation => false,
        StatementKind.KeyBehavior or StatementKind.Item =>
            !hasTiers && node.Size > 0 && (node.Label ?? node.Text).Values.Values.Max(t => t.Length) <= LongestHeading,
        _ => true,
    };
}
