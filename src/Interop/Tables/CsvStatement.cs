using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>A statement as its row gives it, with what can only be settled when all rows are known.</summary>
internal sealed record CsvStatement(CsvRow Row, Statement Statement, string? Identifier, string? Parent, string? Level, int? Sequence)
{
    /// <summary>How deep its row says that it stands, from 1.</summary>
    public int? Depth { get; init; }
}

/// <summary>Turns rows into statements. A row with a fault is repaired or left out, and the report says which and why.</summary>
internal sealed class CsvStatementReader(CsvColumns columns, bool ours, Guid framework, string language, DateTimeOffset changedAt, ImportReport report)
{
    private readonly Dictionary<Guid, int> _rows = [];

    /// <summary>The statement of a row, or null where the row was left out.</summary>
    public CsvStatement? Read(CsvRow row)
    {
        if (!HasSoundCells(row))
            return null;
        var spoken = Value(row, ColumnRole.Language) ?? language;
        var (text, label) = (Text(row, ColumnRole.Text, spoken), Text(row, ColumnRole.Label, spoken));
        if (text is null && label is null)
        {
            report.Add(Problem.Rejected("missing-text", row.Where(columns.First(ColumnRole.Text)!.Name), "The row has no text; it was left out."));
            return null;
        }
        if (text is null)
            report.Add(Problem.Noted("text-from-label", row.Where(columns.First(ColumnRole.Text)!.Name), "The text is empty; the short title stands in its place."));
        var identifier = Value(row, ColumnRole.Identifier);
        if (Id(row, identifier, (text ?? label)!) is not { } id)
            return null;
        if (text?.ToString().StartsWith('=') == true && !ours)
            report.Add(Problem.Noted("formula-cell", row.Where(columns.First(ColumnRole.Text)!.Name), "The text looks like a formula of a spreadsheet; it was taken as it stands."));
        var statement = new Statement
        {
            Id = id,
            Kind = Read(row, ColumnRole.Kind, CsvIds.Member<StatementKind>) ?? StatementKind.Item,
            Tier = Read(row, ColumnRole.Tier, Tier),
            Notation = Value(row, ColumnRole.Notation),
            Label = text is null ? null : label,
            Text = (text ?? label)!,
            Notes = Text(row, ColumnRole.Notes, spoken),
            Keywords = Keywords(row, spoken),
            TypeLabel = Value(row, ColumnRole.Type),
            Uri = Value(row, ColumnRole.Uri),
            DerivedFrom = Value(row, ColumnRole.DerivedFrom),
            ChangedAt = Read(row, ColumnRole.Changed, CsvHead.Instant) ?? changedAt,
            Extensions = Extensions(row, identifier),
        };
        return new(row, statement, identifier, Value(row, ColumnRole.Parent), Value(row, ColumnRole.Level), Read(row, ColumnRole.Sequence, Number)) { Depth = Read(row, ColumnRole.Depth, Number) };
    }

    /// <summary>What a cell holds; null where it is empty.</summary>
    public string? Value(CsvRow row, CsvColumn column)
    {
        if (column.Index >= row.Cells.Length)
            return null;
        var cell = row.Cells[column.Index];
        return ours ? CsvCell.Unguard(cell) : string.IsNullOrWhiteSpace(cell) ? null : cell.Trim();
    }

    private string? Value(CsvRow row, ColumnRole role) => columns.First(role) is { } column ? Value(row, column) : null;

    private bool HasSoundCells(CsvRow row)
    {
        for (var i = 0; i < row.Cells.Length; i++)
        {
            var name = i < columns.All.Count ? columns.All[i].Name : FormattableString.Invariant($"cell {i + 1}");
            if (i >= columns.All.Count && !string.IsNullOrWhiteSpace(row.Cells[i]))
            {
                report.Add(Problem.Rejected("too-many-cells", row.Where(name),
                    "The row has a value in a cell above which no column is named; a text with a comma or a line break must stand in quotation marks."));
                return false;
            }
            if (row.Cells[i].AsSpan().ContainsAny(CsvRow.Banned))
            {
                report.Add(Problem.Rejected("bad-character", row.Where(name), "The cell holds a NUL or another character that no text may hold."));
                return false;
            }
        }
        if (columns.All.Skip(row.Cells.Length).FirstOrDefault(c => !c.IsNameless) is { } missing)
            report.Add(Problem.Repaired("too-few-cells", row.Where(missing.Name), "The row ends before this column; the missing cells were taken as empty."));
        return true;
    }

    private Guid? Id(CsvRow row, string? identifier, LanguageText text)
    {
        var name = identifier ?? Value(row, ColumnRole.Level) ?? Value(row, ColumnRole.Notation) ?? text.ToString();
        var id = CsvIds.Uuid(identifier) ?? NameBasedId.Of(framework, name);
        for (var n = 2; identifier is null && _rows.ContainsKey(id); n++)
            id = NameBasedId.Of(framework, FormattableString.Invariant($"{name}#{n}"));
        if (_rows.TryAdd(id, row.Number))
            return id;
        report.Add(Problem.Rejected("duplicate-identifier", row.Where(columns.First(ColumnRole.Identifier)!.Name),
            "The identifier {0} stands already in row {1}; this row was left out.", identifier!, _rows[id].ToString(CultureInfo.InvariantCulture)));
        return null;
    }

    private LanguageText? Text(CsvRow row, ColumnRole role, string spoken) => LanguageText.From(columns.Of(role)
        .Select(c => new KeyValuePair<string, string>(c.Language ?? spoken, Value(row, c) ?? "")));

    private LanguageTerms? Keywords(CsvRow row, string spoken) => LanguageTerms.From(columns.Of(ColumnRole.Keywords)
        .Select(c => new KeyValuePair<string, IEnumerable<string>>(c.Language ?? spoken, Terms(Value(row, c)))));

    private IEnumerable<string> Terms(string? cell) =>
        cell is null ? []
        : ours || cell.Contains('|', StringComparison.Ordinal) ? CsvCell.Split(cell, ours)
        : cell.Split([',', ';']);

    private T? Read<T>(CsvRow row, ColumnRole role, Func<string, T?> parse)
        where T : struct
    {
        if (columns.First(role) is not { } column || Value(row, column) is not { } text)
            return null;
        var value = parse(text);
        if (value is null)
            report.Add(Problem.Repaired("bad-value", row.Where(column.Name), "{0} is no value for this column; it was kept beside the statement.", text));
        return value;
    }

    private string? Extensions(CsvRow row, string? identifier)
    {
        List<(string, string)> others = [];
        if (identifier is not null && CsvIds.Uuid(identifier) is null)
            others.Add(("identifier", identifier));
        foreach (var column in columns.All)
        {
            if (IsKeptBeside(row, column) && Value(row, column) is { } value)
                others.Add((column.Name, value));
        }
        var (json, fault) = CsvExtensions.Merge(Value(row, ColumnRole.Extensions), others);
        if (fault)
            report.Add(Problem.Repaired("bad-extensions", row.Where(columns.First(ColumnRole.Extensions)!.Name), "This is no JSON object; it was kept as a text."));
        return json;
    }

    private bool IsKeptBeside(CsvRow row, CsvColumn column) => column.Role switch
    {
        ColumnRole.Other or ColumnRole.Level or ColumnRole.Sequence => true,
        ColumnRole.Kind => Value(row, column) is { } text && CsvIds.Member<StatementKind>(text) is null,
        ColumnRole.Tier => Value(row, column) is { } text && Tier(text) is null,
        ColumnRole.Changed => Value(row, column) is { } text && CsvHead.Instant(text) is null,
        _ => false,
    };

    private static int? Tier(string text) => Number(text) is >= 1 and <= 9 and var tier ? tier : null;

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
