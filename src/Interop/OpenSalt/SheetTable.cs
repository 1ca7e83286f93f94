using System.Text.Json.Nodes;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.OpenSalt;

/// <summary>The columns that OpenSALT gives a sheet, in its order, and those that stand in some of its workbooks only.</summary>
internal sealed record SheetPlan(string Name, string Names, string[] Columns, string[] Further)
{
    public static readonly SheetPlan Document = new("CF Doc", "cfdoc cfdocument cfdocuments document documents",
        ["identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher", "description", "subject", "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseTitle", "licenseText", "notes"],
        ["license", "lastChangeDateTime"]);

    public static readonly SheetPlan Items = new("CF Item", "cfitem cfitems item items",
        ["identifier", "fullStatement", "humanCodingScheme", "smartLevel", "listEnumeration", "abbreviatedStatement", "conceptKeywords", "notes", "language", "educationLevel", "CFItemType", "license"],
        ["lastChangeDateTime"]);

    public static readonly SheetPlan Associations = new("CF Association", "cfassociation cfassociations association associations",
        ["identifier", "originNodeIdentifier", "originNodeHumanCodingScheme", "associationType", "destinationNodeHumanCodingScheme", "destinationNodeIdentifier", "associationGroupIdentifier", "associationGroupName"],
        ["originNodeUri", "destinationNodeUri"]);

    public bool Is(string sheet) => Names.Split(' ').Contains(Letters(sheet));

    public string? Known(string header) => Array.Find([.. Columns, .. Further], c => Letters(c) == Letters(header));

    public static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

/// <summary>
/// A sheet as a table: its rows below the header, and the columns by name. Columns are known by their headers; a sheet that is
/// called as OpenSALT calls it and names none of them is read by OpenSALT's order.
/// </summary>
internal sealed class SheetTable
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly SortedDictionary<int, string> _others = [];
    private readonly SheetNotes _notes;
    private readonly ImportReport _report;

    private SheetTable(SheetPlan plan, SheetRow header, ImportReport report)
    {
        _report = report;
        _notes = new(report.Add, IsDateColumn, _ => false);
        var names = header.Cells.ToDictionary(c => c.Key, c => c.Value.Text.Trim());
        var isOwn = SheetPlan.Letters(header.Sheet) == SheetPlan.Letters(plan.Name);
        var isByPlace = isOwn && !names.Values.Any(n => plan.Known(n) is not null);
        if (isByPlace)
            report.Add(Problem.Noted("columns-by-place", header.Where(0), "No header of this sheet is known; its columns were read in the order that OpenSALT gives them."));
        foreach (var (index, name) in names.OrderBy(n => n.Key))
        {
            if ((isByPlace ? plan.Columns.ElementAtOrDefault(index) : plan.Known(name)) is not { } known || !_columns.TryAdd(known, index))
                _others.Add(index, name);
        }
        for (var i = 0; isOwn && i < plan.Columns.Length; i++)
        {
            if (!names.ContainsKey(i))
                _columns.TryAdd(plan.Columns[i], i);
        }
        Header = header;
    }

    public SheetRow Header { get; }

    public bool Has(string column) => _columns.ContainsKey(column);

    /// <summary>Shows every row below the header to a reader, and returns the table; null where the sheet is empty.</summary>
    public static SheetTable? Read(IEnumerable<SheetRow> rows, SheetPlan plan, ImportReport report, Action<SheetTable, SheetRow> take)
    {
        SheetTable? table = null;
        foreach (var row in rows)
        {
            if (table is null)
            {
                table = new(plan, row, report);
                continue;
            }
            table._notes.Look(row);
            take(table, row);
        }
        table?._notes.Finish();
        return table;
    }

    public string Where(SheetRow row, string column) => row.Where(_columns.GetValueOrDefault(column));

    public string? Value(SheetRow row, string column) =>
        _columns.TryGetValue(column, out var index) && row.Cells.TryGetValue(index, out var cell) && cell.Sort != CellSort.Fault ? cell.Text.Trim() : null;

    /// <summary>Whether no cell holds a character that no text may hold; the first that does is reported, and the row with it left out.</summary>
    public bool IsSound(SheetRow row)
    {
        foreach (var (index, cell) in row.Cells.OrderBy(c => c.Key))
        {
            if (!cell.Text.AsSpan().ContainsAny(CsvRow.Banned))
                continue;
            _report.Add(Problem.Rejected("bad-character", row.Where(index), "The cell holds a NUL or another character that no text may hold."));
            return false;
        }
        return true;
    }

    /// <summary>A date; what is none is reported and left out.</summary>
    public DateTimeOffset? Date(SheetRow row, string column)
    {
        if (Value(row, column) is not { } text)
            return null;
        if (SourceDate.Read(text) is { } date)
            return date.At;
        _report.Add(Problem.Repaired("bad-date", Where(row, column), "{0} is no date such as 2026-01-31; it was left out.", text));
        return null;
    }

    /// <summary>The named columns, and all that OpenSALT does not know, as members of a JSON object.</summary>
    public JsonObject Kept(SheetRow row, params IEnumerable<string> columns)
    {
        var all = new JsonObject();
        foreach (var column in columns)
        {
            if (Value(row, column) is { } value)
                all[column] = column == "educationLevel" ? Levels(value) : JsonValue.Create(value);
        }
        foreach (var (index, name) in _others)
        {
            if (row.Cells.TryGetValue(index, out var cell) && cell.Sort != CellSort.Fault)
                all[all.ContainsKey(name) ? row.Where(index) : name] = cell.Text.Trim();
        }
        return all;
    }

    public static string? Json(JsonObject kept) => kept.Count == 0 ? null : kept.ToJsonString(TextJson.Options);

    private static JsonArray Levels(string value) =>
        [.. value.Split([',', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(v => JsonValue.Create(v))];

    private bool IsDateColumn(int index) => _columns.Any(c => c.Value == index && c.Key.Contains("Date", StringComparison.Ordinal));
}
