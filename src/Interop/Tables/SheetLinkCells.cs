using System.Globalization;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>The columns of the sheet of links. The first tell people what is linked; the hidden ones hold the identifiers.</summary>
internal sealed class SheetLinkCells
{
    /// <summary>Of a statement, as much as tells it from others.</summary>
    private const int LongestName = 100;

    private readonly List<(SheetColumn Column, Func<Alignment, string?> Value)> _columns;

    public SheetLinkCells(OutgoingModel model, IReadOnlyDictionary<string, string> names)
    {
        _columns =
        [
            (new("from", 50), a => names.GetValueOrDefault(a.Origin.Id) ?? a.Origin.Title),
            (new("type", 18), a => a.Type),
            (new("to", 50), a => names.GetValueOrDefault(a.Destination.Id) ?? a.Destination.Title ?? a.Destination.Id),
            (new("targetUri", 40), a => a.Destination.Uri),
            (new("weight", 8), a => a.Weight?.ToString("R", CultureInfo.InvariantCulture)),
            (new("author", 24), a => a.Author),
            (new("evidence", 40), a => a.Evidence),
            (new("notes", 40), a => a.Notes),
            (new("sequence", 10), a => a.Sequence?.ToString(CultureInfo.InvariantCulture)),
            (Hidden("origin"), a => a.Origin.Id),
            (Hidden("originUri"), a => a.Origin.Uri),
            (Hidden("originTitle"), a => a.Origin.Title),
            (Hidden("originScheme"), a => a.Origin.Scheme),
            (Hidden("target"), a => a.Destination.Id),
            (Hidden("targetTitle"), a => a.Destination.Title),
            (Hidden("targetScheme"), a => a.Destination.Scheme),
            (Hidden("identifier"), a => a.Id.ToString("D")),
            (Hidden("uri"), a => a.Uri),
            (Hidden("changed"), a => a.ChangedAt == model.Version.ChangedAt ? null : HeadLines.Instant(a.ChangedAt)),
            (Hidden("extensions"), a => a.Extensions),
        ];
        Layout = new(SheetWriter.Associations,
            [.. _columns.Select(c => c.Column with { Pieces = SheetWriter.Pieces(model.Alignments.Select(a => SheetText.Guard(c.Value(a)))) })]);
    }

    public SheetLayout Layout { get; }

    public IEnumerable<string?> Row(Alignment link) => _columns.Select(c => SheetText.Guard(c.Value(link)));

    /// <summary>What people call a statement: its notation and the beginning of its title.</summary>
    public static string Name(Statement s)
    {
        var title = (s.Label ?? s.Text).ToString();
        var name = string.IsNullOrWhiteSpace(s.Notation) ? title : $"{s.Notation} {title}";
        var length = LongestName;
        if (name.Length > length && char.IsHighSurrogate(name[length - 1]))
            length--;
        return name.Length > length ? name[..length] + '…' : name;
    }

    private static SheetColumn Hidden(string name) => new(name, 38, IsHidden: true);
}
