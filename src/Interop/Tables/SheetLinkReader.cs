using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>Reads the rows of the sheet of links. A row that people added names its ends in words; one that we wrote, by identifiers.</summary>
internal sealed class SheetLinkReader(CsvRow header, CsvLinks links, ImportReport report)
{
    private readonly Dictionary<string, int> _columns = header.Cells.Select((name, i) => (name, i)).DistinctBy(c => c.name).ToDictionary(c => c.name, c => c.i);

    public void Read(CsvRow row)
    {
        if (row.IsEmpty)
            return;
        report.Associations++;
        if (Array.Find(row.Cells, c => c.AsSpan().ContainsAny(CsvRow.Banned)) is { } bad)
        {
            report.Add(Problem.Rejected("bad-character", row.Where(header.Cells.ElementAtOrDefault(Array.IndexOf(row.Cells, bad)) ?? ""), "The cell holds a NUL or another character that no text may hold."));
            return;
        }
        if (Need(row, "type") is not { } type || Origin(row) is not { } origin || (Value(row, "target") ?? Need(row, "to")) is not { } to)
            return;
        if (CsvIds.Uuid(Value(row, "identifier")) is { } id)
            links.Take(Filled(row, new() { Id = id, Type = type, Origin = origin, Destination = new(to, Value(row, "targetUri"), Value(row, "targetTitle"), Value(row, "targetScheme")) }), row.Where("target"), to);
        else if (AssociationType.Of(type) is { } known)
            AddNew(row, links.New(origin, known, to));
        else
            report.Add(Problem.Rejected("unknown-type", row.Where("type"), "{0} is no type of association.", type));
    }

    private NodeRef? Origin(CsvRow row)
    {
        if (Value(row, "origin") is { } id)
            return new(id, Value(row, "originUri"), Value(row, "originTitle"), Value(row, "originScheme"));
        if (Need(row, "from") is not { } name)
            return null;
        var origin = links.Named(name);
        if (origin is null)
            report.Add(Problem.Rejected("unknown-origin", row.Where("from"), "No single statement of the file has the notation, title or text {0}.", name));
        return origin;
    }

    private void AddNew(CsvRow row, Alignment made)
    {
        var target = made.Destination with { Uri = Value(row, "targetUri") ?? made.Destination.Uri, Title = Value(row, "targetTitle") };
        links.Take(Filled(row, new() { Id = made.Id, Type = made.Type, Origin = made.Origin, Destination = target }), row.Where("to"), made.Destination.Id);
    }

    private Alignment Filled(CsvRow row, Alignment link)
    {
        link.Sequence = Parse<int>(row, "sequence", t => int.TryParse(t, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : null);
        link.Weight = Parse<double>(row, "weight", t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) ? n : null);
        link.Author = Value(row, "author");
        link.Evidence = Value(row, "evidence");
        link.Notes = Value(row, "notes");
        link.Uri = Value(row, "uri");
        link.ChangedAt = Parse(row, "changed", CsvHead.Instant) ?? links.ChangedAt;
        link.Extensions = Value(row, "extensions");
        return link;
    }

    private T? Parse<T>(CsvRow row, string column, Func<string, T?> parse)
        where T : struct
    {
        if (Value(row, column) is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            report.Add(Problem.Repaired("bad-link-value", row.Where(column), "{0} is no value for this column; it was left out.", text));
        return value;
    }

    private string? Need(CsvRow row, string column)
    {
        var value = Value(row, column);
        if (value is null)
            report.Add(Problem.Rejected("missing-field", row.Where(column), "The required field {0} is missing or empty.", column));
        return value;
    }

    private string? Value(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var place) && place < row.Cells.Length ? CsvCell.Unguard(row.Cells[place]) : null;
}
