using System.Globalization;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>
/// Writes a framework as a workbook that people edit: statements in the order of the tree, links, and what is true of the whole. Reading
/// it gives the same framework, and writing that gives the same bytes. docs/model-xlsx.md tells its form.
/// </summary>
public sealed class SheetWriter
{
    public const string Format = "trellis-xlsx 1";
    public const string Items = "Items";
    public const string Associations = "Associations";
    public const string Definitions = "Definitions";

    private readonly OutgoingModel _model;
    private readonly CsvShape _shape;
    private readonly StatementCells _cells;
    private readonly List<(StatementCell Cell, SheetColumn Column)> _columns;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _types = new(StringComparer.Ordinal);

    private SheetWriter(OutgoingModel model, CsvShape shape)
    {
        (_model, _shape, _cells) = (model, shape, new(model.Version, shape));
        _columns =
        [
            (_cells.Level, new("level", 7) { IsNumber = true }),
            (_cells.Notation, new("notation", 14)),
            (_cells.Label, new("label", 30) { IsIndented = true }),
            (_cells.Text, new("text", 70) { IsIndented = true }),
            .. _cells.Languages.Select(c => (c, new SheetColumn(c.Name, 40))),
            (_cells.Notes, new("notes", 40)), (_cells.Keywords, new("keywords", 30)), (_cells.Kind, new("kind", 20)),
            .. _cells.Tier.Select(c => (c, new SheetColumn(c.Name, 6))),
            (_cells.Type, new("type", 18)),
            .. new[] { _cells.Identifier, _cells.Parent, _cells.DerivedFrom, _cells.Uri }.Concat(_cells.Changed).Concat(_cells.Extensions)
                .Select(c => (c, new SheetColumn(c.Name, 38, IsHidden: true))),
        ];
    }

    public static async Task WriteAsync(OutgoingModel model, Stream stream, CancellationToken stop)
    {
        var writer = new SheetWriter(model, await CsvShape.OfAsync(model, stop));
        // An archive is written in small steps, which an answer of a server does not take; packed it is small enough to be kept.
        using var memory = new MemoryStream();
        await writer.WriteBookAsync(memory, stop);
        memory.Position = 0;
        await memory.CopyToAsync(stream, stop);
    }

    private async Task WriteBookAsync(Stream stream, CancellationToken stop)
    {
        var items = await LookAsync(stop);
        var links = new SheetLinkCells(_model, _names);
        var lines = HeadLines.Of(_model, Format, linkAuthor: null).Select(l => (string?[])[l.Key, SheetText.Guard(l.Value)])
            .Concat(_types.Select(t => (string?[])[$"(type) {t.Key}", t.Value.ToString(CultureInfo.InvariantCulture)])).ToList();
        using var book = new SheetBook(stream);
        await book.AddAsync(items, page => FillAsync(page, stop));
        await book.AddAsync(links.Layout, page =>
        {
            foreach (var link in _model.Alignments)
                page.Row(links.Row(link));
            return Task.CompletedTask;
        });
        await book.AddAsync(new(Definitions, [new("key", 24), new("value", 90) { Pieces = Pieces(lines.Select(l => l[1])) }]), page =>
        {
            foreach (var line in lines)
                page.Row(line);
            return Task.CompletedTask;
        });
        book.Finish();
    }

    private async Task FillAsync(SheetPage page, CancellationToken stop)
    {
        await foreach (var statement in _model.Statements().WithCancellation(stop))
            page.Row(_columns.Select(c => SheetText.Guard(c.Cell.Value(statement))), statement.Depth);
    }

    /// <summary>Goes through the statements once for what has to be known before the first is written.</summary>
    private async Task<SheetLayout> LookAsync(CancellationToken stop)
    {
        var pieces = new int[_columns.Count];
        var ends = _model.Alignments.SelectMany(a => new[] { a.Origin.Id, a.Destination.Id }).ToHashSet(StringComparer.Ordinal);
        await foreach (var statement in _model.Statements().WithCancellation(stop))
        {
            for (var i = 0; i < pieces.Length; i++)
                pieces[i] = Math.Max(pieces[i], Pieces(SheetText.Guard(_columns[i].Cell.Value(statement))));
            if (ends.Contains(statement.Id.ToString("D")))
                _names[statement.Id.ToString("D")] = SheetLinkCells.Name(statement);
            if (statement.TypeLabel is { Length: > 0 } type)
                _types[type] = _types.GetValueOrDefault(type) + 1;
        }
        return new(Items, [.. _columns.Select((c, i) => c.Column with { Pieces = Math.Max(1, pieces[i]) })]);
    }

    internal static int Pieces(IEnumerable<string?> values) => values.Select(Pieces).DefaultIfEmpty(1).Max();

    private static int Pieces(string? guarded) => guarded is null || guarded.Length < SheetText.LongestPiece ? 1 : SheetText.Divide(guarded).Count;
}
