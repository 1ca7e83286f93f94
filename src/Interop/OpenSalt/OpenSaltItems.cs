using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.OpenSalt;

/// <summary>A statement as its row gives it: where it stands, and the association that gives it its place, once that is known.</summary>
internal sealed record OpenSaltItem(Statement Statement, string? Level, string Where, int Row)
{
    public OpenSaltEdge? Place { get; set; }
}

/// <summary>Reads the sheet of items; each row becomes a statement or is left out with its reason.</summary>
internal sealed class OpenSaltItems(Framework framework, FrameworkVersion version, ImportReport report)
{
    private static readonly string[] Kept = ["smartLevel", "listEnumeration", "educationLevel", "license"];

    private readonly Dictionary<Guid, OpenSaltItem> _byId = [];
    private readonly Dictionary<string, OpenSaltItem?> _byCode = new(StringComparer.Ordinal);

    public List<OpenSaltItem> All { get; } = [];

    public OpenSaltItem? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>The statement that alone has this code.</summary>
    public OpenSaltItem? FindByCode(string code) => _byCode.GetValueOrDefault(code);

    public Guid Id(string identifier) => SourceId.Uuid(identifier) ?? NameBasedId.Of(framework.Id, identifier);

    public void Take(SheetTable table, SheetRow row)
    {
        if (!table.Has("fullStatement"))
        {
            throw new UnusableInputException(Problem.Rejected("no-text-column", table.Header.Where(0),
                "No column of the sheet of items is headed fullStatement; the row names these: {0}.", string.Join(", ", table.Header.Cells.OrderBy(c => c.Key).Take(20).Select(c => c.Value.Text))));
        }
        report.Items++;
        if (!table.IsSound(row))
            return;
        if (table.Value(row, "fullStatement") is not { } text)
        {
            report.Add(Problem.Rejected("missing-text", table.Where(row, "fullStatement"), "The row has no text; it was left out."));
            return;
        }
        if (Identify(table, row, text) is not { } id)
            return;
        var statement = Read(table, row, id, text);
        var level = table.Value(row, "smartLevel")?.Trim('.', ' ');
        var item = new OpenSaltItem(statement, string.IsNullOrEmpty(level) ? null : level, table.Where(row, table.Has("smartLevel") ? "smartLevel" : "identifier"), row.Number);
        _byId.Add(id, item);
        All.Add(item);
        // A code that stands twice names nothing.
        if (statement.Notation is { } code && !_byCode.TryAdd(code, item))
            _byCode[code] = null;
    }

    private Statement Read(SheetTable table, SheetRow row, Guid id, string text)
    {
        var language = table.Value(row, "language") ?? version.Language;
        var kept = table.Kept(row, Kept);
        if (table.Value(row, "identifier") is { } identifier && SourceId.Uuid(identifier) is null)
            kept.Insert(0, "identifier", identifier);
        return new()
        {
            Id = id,
            Text = LanguageText.Of(language, text),
            Label = LanguageText.OfNullable(language, table.Value(row, "abbreviatedStatement")),
            Notation = table.Value(row, "humanCodingScheme"),
            Notes = LanguageText.OfNullable(language, table.Value(row, "notes")),
            Keywords = LanguageTerms.Of(language, (table.Value(row, "conceptKeywords") ?? "").Split([',', ';', '|'])),
            TypeLabel = table.Value(row, "CFItemType"),
            ChangedAt = table.Date(row, "lastChangeDateTime") ?? version.ChangedAt,
            Extensions = SheetTable.Json(kept),
        };
    }

    private Guid? Identify(SheetTable table, SheetRow row, string text)
    {
        if (table.Value(row, "identifier") is not { } identifier)
            return Made(table.Value(row, "smartLevel") ?? table.Value(row, "humanCodingScheme") ?? text);
        var id = Id(identifier);
        if (_byId.TryGetValue(id, out var first))
        {
            report.Add(Problem.Rejected("duplicate-identifier", table.Where(row, "identifier"), "The identifier {0} stands already in row {1}; this row was left out.",
                identifier, first.Row.ToString(CultureInfo.InvariantCulture)));
            return null;
        }
        if (SourceId.Uuid(identifier) is null)
            report.Add(Problem.Noted("identifier-not-uuid", table.Where(row, "identifier"), "The identifier {0} is no UUID; it became {1}.", identifier, id.ToString()));
        return id;
    }

    private Guid Made(string name)
    {
        var id = NameBasedId.Of(framework.Id, name);
        for (var n = 2; _byId.ContainsKey(id); n++)
            id = NameBasedId.Of(framework.Id, FormattableString.Invariant($"{name}#{n}"));
        return id;
    }
}
