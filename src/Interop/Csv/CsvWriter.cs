using System.Globalization;
using System.Text;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Csv;

/// <summary>Writes a framework in our own CSV, such that reading it gives the same framework and writing that gives the same bytes.</summary>
public sealed class CsvWriter
{
    private const string InstantForm = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    private readonly OutgoingModel _model;
    private readonly CsvShape _shape;
    private readonly CsvLink _links;
    private readonly List<(string Name, Func<Statement, string?> Value)> _columns;
    private readonly StringBuilder _line = new();

    private CsvWriter(OutgoingModel model, CsvShape shape)
    {
        (_model, _shape) = (model, shape);
        _links = new(model.Framework, model.Version.ChangedAt, shape.LinkAuthor, ours: true);
        _columns = Columns(model.Version.Language);
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
        foreach (var (key, value) in Head().Where(h => h.Value is not null))
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

    private IEnumerable<(string Key, string? Value)> Head()
    {
        var (framework, version) = (_model.Framework, _model.Version);
        return
        [
            ("format", CsvHead.Format),
            ("identifier", framework.Id.ToString("D")),
            .. Texts("title", version.Title),
            ("publisher", framework.Publisher),
            ("language", version.Language),
            ("version", version.Number),
            ("kind", framework.Kind.ToString()),
            ("industries", List(framework.Industries)),
            .. Texts("description", version.Description),
            .. Texts("notice", version.Notice),
            ("uri", framework.Uri),
            ("ctid", framework.Ctid),
            ("slug", framework.Slug.Length > 0 ? framework.Slug : null),
            ("adoptionStatus", version.AdoptionStatus),
            ("statusStart", version.StatusStart?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("statusEnd", version.StatusEnd?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("published", version.PublishedAt is { } at ? Instant(at) : null),
            ("changed", Instant(version.ChangedAt)),
            ("changeSummary", version.ChangeSummary),
            ("champions", List(version.Champions)),
            ("sources", List(version.Sources)),
            ("linkAuthor", _shape.LinkAuthor),
            ("extensions", version.Extensions),
        ];
    }

    private IEnumerable<(string, string?)> Texts(string key, LanguageText? text) =>
        text?.Values.Select(v => (v.Key == _model.Version.Language ? key : $"{key}@{v.Key}", (string?)v.Value)) ?? [];

    private List<(string, Func<Statement, string?>)> Columns(string main)
    {
        List<(string, Func<Statement, string?>)> columns =
        [
            ("identifier", s => s.Id.ToString("D")),
            ("parent", s => s.ParentId?.ToString("D")),
            ("kind", s => s.Kind.ToString()),
            ("notation", s => s.Notation),
            ("label", s => In(s.Label, main)),
            ("text", s => In(s.Text, main)),
            ("notes", s => In(s.Notes, main)),
            ("keywords", s => In(s.Keywords, main)),
            ("type", s => s.TypeLabel),
            ("derivedFrom", s => s.DerivedFrom),
            ("uri", s => s.Uri),
        ];
        columns.AddRange(_shape.Languages.Select(l => ($"{l.Field}@{l.Tag}", Field(l.Field, l.Tag))));
        columns.AddRange(_shape.LinkTypes.Select(type => (ColumnNames.Link(type), (Func<Statement, string?>)(s => Links(s, type)))));
        if (_shape.HasTier)
            columns.Add(("tier", s => s.Tier?.ToString(CultureInfo.InvariantCulture)));
        if (_shape.HasChanged)
            columns.Add(("changed", s => s.ChangedAt == _model.Version.ChangedAt ? null : Instant(s.ChangedAt)));
        if (_shape.HasExtensions)
            columns.Add(("extensions", s => s.Extensions));
        return columns;
    }

    private string? Links(Statement statement, string type)
    {
        var origin = NodeRef.Statement(statement.Id);
        var words = _shape.LinksByOrigin[origin.Id].Where(a => a.Type == type).Select(a => _links.Write(a, origin)).ToList();
        return words.Count == 0 ? null : CsvCell.Join(words);
    }

    private static Func<Statement, string?> Field(string field, string tag) => field switch
    {
        "label" => s => In(s.Label, tag),
        "text" => s => In(s.Text, tag),
        "notes" => s => In(s.Notes, tag),
        _ => s => In(s.Keywords, tag),
    };

    private static string? In(LanguageText? text, string tag) => text?.Values.GetValueOrDefault(tag);

    private static string? In(LanguageTerms? terms, string tag) =>
        terms?.Values.TryGetValue(tag, out var words) == true ? CsvCell.Join(words) : null;

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : CsvCell.Join(values);

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture);
}
