using System.Text;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>Writes a framework in our own CSV, such that reading it gives the same framework and writing that gives the same bytes.</summary>
public sealed class CsvWriter
{
    private readonly OutgoingModel _model;
    private readonly CsvShape _shape;
    private readonly CsvLink _links;
    private readonly List<StatementCell> _columns;
    private readonly StringBuilder _line = new();

    private CsvWriter(OutgoingModel model, CsvShape shape)
    {
        (_model, _shape) = (model, shape);
        _links = new(model.Framework, model.Version.ChangedAt, shape.LinkAuthor, ours: true);
        var cells = new StatementCells(model.Version, shape);
        _columns =
        [
            cells.Identifier, cells.Parent, cells.Kind, cells.Notation, cells.Label, cells.Text, cells.Notes, cells.Keywords, cells.Type, cells.DerivedFrom, cells.Uri,
            .. cells.Languages,
            .. shape.LinkTypes.Select(type => new StatementCell(ColumnNames.Link(type), s => Links(s, type))),
            .. cells.Tier, .. cells.Changed, .. cells.Extensions,
        ];
    }

    public static async Task WriteAsync(OutgoingModel model, Stream stream, CancellationToken stop)
    {
        var shape = await CsvShape.OfAsync(model, stop);
        // The mark in front tells spreadsheet programs that the file is UTF-8.
        await using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), leaveOpen: true);
        await new CsvWriter(model, shape).WriteAsync(text, stop);
    }

    private async Task WriteAsync(StreamWriter text, CancellationToken stop)
    {
        foreach (var (key, value) in HeadLines.Of(_model, CsvHead.Format, _shape.LinkAuthor))
            await LineAsync(text, ["#" + key, CsvCell.Guard(value)], stop);
        foreach (var link in _model.Alignments.Where(a => !_shape.Origins.Contains(a.Origin.Id)))
            await LineAsync(text, ["#link", CsvCell.Guard(_links.WriteWhole(link))], stop);
        await LineAsync(text, _columns.Select(c => c.Name), stop);
        await foreach (var statement in _model.Statements().WithCancellation(stop))
            await LineAsync(text, _columns.Select(c => CsvCell.Guard(c.Value(statement))), stop);
    }

    private async Task LineAsync(StreamWriter text, IEnumerable<string> cells, CancellationToken stop)
    {
        _line.Clear();
        _line.AppendJoin(',', cells.Select((cell, i) => i == 0 && cell.StartsWith('#') ? cell : CsvCell.Quote(cell))).Append("\r\n");
        await text.WriteAsync(_line, stop);
    }

    private string? Links(Statement statement, string type)
    {
        var origin = NodeRef.Statement(statement.Id);
        var words = _shape.LinksByOrigin[origin.Id].Where(a => a.Type == type).Select(a => _links.Write(a, origin)).ToList();
        return words.Count == 0 ? null : CsvCell.Join(words);
    }
}
