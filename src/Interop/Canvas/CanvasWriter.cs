using System.Globalization;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Canvas;

/// <summary>
/// Writes a framework as Canvas takes outcomes: the framework and all that has something below it as groups, the rest as outcomes with the
/// steps of a scale as ratings. The main language only; kinds, keywords, notes and links beside further parents have no place there.
/// </summary>
public sealed class CanvasWriter
{
    private const int LongestTitle = 255;

    private static readonly string[] Columns =
        ["vendor_guid", "object_type", "title", "description", "display_name", "calculation_method", "calculation_int", "parent_guids", "workflow_state", "mastery_points", "ratings"];

    private readonly OutgoingModel _model;
    private readonly Dictionary<Guid, Statement> _groups;
    private readonly ILookup<string, Guid> _parents;
    private readonly IReadOnlyList<ScaleLevel> _levels;

    private CanvasWriter(OutgoingModel model, IReadOnlyList<Statement> statements, Scale? scale)
    {
        _model = model;
        _groups = statements.Where(s => s.Size > 0).ToDictionary(s => s.Id);
        _parents = model.Alignments.Where(a => a.Type == AssociationType.IsChildOf && SourceId.Uuid(a.Destination.Id) is { } to && _groups.ContainsKey(to))
            .ToLookup(a => a.Origin.Id, a => SourceId.Uuid(a.Destination.Id)!.Value);
        _levels = scale is null ? [] : [.. scale.Levels.OrderByDescending(l => l.Level)];
    }

    public static async Task WriteAsync(OutgoingModel model, Scale? scale, Stream stream, CancellationToken stop)
    {
        var statements = await model.Statements().ToListAsync(stop);
        var writer = new CanvasWriter(model, statements, scale);
        // A parent stands in an earlier row, also one of several.
        var rows = statements.Where(s => s.Size > 0).Concat(statements.Where(s => s.Size == 0)).Select(writer.Row);
        var blank = Enumerable.Repeat("", Math.Max(0, (2 * writer._levels.Count) - 1));
        var table = new OutgoingTable("outcomes", [.. Columns, .. blank], [writer.Framework(), .. rows]) { HasFixedHeadings = true };
        // The mark that tells UTF-8 to spreadsheets would be part of the first heading there.
        await stream.WriteAsync(table.ToCsv().AsMemory(3), stop);
    }

    private OutgoingCell[] Framework()
    {
        var (version, main) = (_model.Version, _model.Version.Language);
        return Group(_model.Framework.Id, version.Title.In(main), version.Description is { } text ? PlainHtml.Of(text.In(main)) : "", "");
    }

    private OutgoingCell[] Row(Statement s)
    {
        var main = _model.Version.Language;
        var name = new[] { s.Label?.In(main), s.Text.In(main), s.Id.ToString("D") }.OfType<string>().Select(t => PlainHtml.ToLine(t)).First(t => t.Length > 0);
        var title = string.IsNullOrWhiteSpace(s.Notation) ? name : $"{s.Notation.Trim()} {name}";
        var description = PlainHtml.Of(s.Text.In(main));
        // Only outcomes may have several parents.
        if (s.Size > 0)
            return Group(s.Id, title, description, Guid(s.ParentId ?? _model.Framework.Id));
        var parents = _parents[s.Id.ToString("D")].Prepend(s.ParentId ?? _model.Framework.Id).Distinct().Select(Guid);
        return
        [
            Guid(s.Id), "outcome", PlainHtml.Shortened(title, LongestTitle), description, s.Notation?.Trim() ?? "", "", "", string.Join(' ', parents), "active",
            _levels.Count > 0 ? Points(_levels[(_levels.Count - 1) / 2]) : "", .. _levels.SelectMany(l => new OutgoingCell[] { Points(l), l.Title.ToString() }).DefaultIfEmpty(""),
        ];
    }

    private OutgoingCell[] Group(Guid id, string title, string description, string parent) =>
    [
        Guid(id), "group", PlainHtml.Shortened(title, LongestTitle), description, "", "", "", parent, "active", "",
        .. Enumerable.Repeat<OutgoingCell>("", Math.Max(1, 2 * _levels.Count)),
    ];

    private static string Guid(Guid id) => id.ToString("D", CultureInfo.InvariantCulture);

    private static string Points(ScaleLevel level) => level.Level.ToString(CultureInfo.InvariantCulture);
}
