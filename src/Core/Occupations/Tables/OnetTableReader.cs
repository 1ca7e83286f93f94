using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Occupations.Tables;

/// <summary>Rows of a table as they were asked for, each with the cells in the order of the columns, and how many there are in all.</summary>
public sealed record OnetRowPage(int Total, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>Reads any file of a loaded release of the O*NET database as a table with O*NET's own column ids, whatever it was loaded into.</summary>
public sealed class OnetTableReader
{
    /// <summary>Columns that O*NET's services add to those of the files: what the codes beside them are called.</summary>
    private static readonly HashSet<string> Names = ["title", "element_name", "scale_name", "task", "related_title", "iwa_title", "dwa_title"];

    private readonly Db _db;
    private readonly OnetView? _view;

    private OnetTableReader(Db db, OnetTable table, bool isKept)
    {
        (_db, Table, _view) = (db, table, isKept ? null : OnetViews.Find(table.Name));
        var own = table.Columns.Select(OnetNames.Column).ToList();
        Columns = _view is null ? own : [.. _view.Columns.Where(c => own.Contains(c) || Names.Contains(c))];
    }

    public OnetTable Table { get; }

    public IReadOnlyList<string> Columns { get; }

    /// <summary>Null where the release has no table of this name.</summary>
    public static async Task<OnetTableReader?> FindAsync(Db db, int releaseKey, string name, CancellationToken stop)
    {
        if (await db.OnetTables.FirstOrDefaultAsync(t => t.ReleaseKey == releaseKey && t.Name == name, stop) is not { } table)
            return null;
        return new(db, table, await db.OnetRows.AnyAsync(r => r.ReleaseKey == releaseKey && r.Table == name, stop));
    }

    public Task<OnetRowPage> ReadAsync(OnetRowQuery query, CancellationToken stop) =>
        _view is not null ? ReadViewAsync(_view, query, stop) : query.IsPlain ? ReadKeptAsync(query, stop) : SearchKeptAsync(query, stop);

    private async Task<OnetRowPage> ReadViewAsync(OnetView view, OnetRowQuery query, CancellationToken stop)
    {
        await _db.Database.OpenConnectionAsync(stop);
        await using var command = _db.Database.GetDbConnection().CreateCommand();
        var from = $" from ({string.Format(CultureInfo.InvariantCulture, view.Sql, Table.ReleaseKey)}) v{query.Where(command)}";
        command.CommandText = "select count(*)" + from;
        var total = Convert.ToInt32(await command.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        command.CommandText = $"select {string.Join(", ", Columns)}{from}{query.OrderBy(view.Order)}"
            + string.Create(CultureInfo.InvariantCulture, $" limit {query.Count} offset {query.Start - 1}");
        var rows = new List<IReadOnlyList<object?>>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
            rows.Add(Cells(reader));
        return new(total, rows);
    }

    private static object?[] Cells(DbDataReader reader)
    {
        var cells = new object?[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        return cells;
    }

    private async Task<OnetRowPage> ReadKeptAsync(OnetRowQuery query, CancellationToken stop)
    {
        var total = await Kept.CountAsync(stop);
        var rows = await Kept.OrderBy(r => r.Ordinal).Skip(query.Start - 1).Take(query.Count).Select(r => r.Cells).ToListAsync(stop);
        return new(total, [.. rows.Select(Read).Select(Shown)]);
    }

    // The files kept as they are are small; only the list of survey answers has more than a few thousand rows.
    private async Task<OnetRowPage> SearchKeptAsync(OnetRowQuery query, CancellationToken stop)
    {
        var places = Columns.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
        var found = (await Kept.OrderBy(r => r.Ordinal).Select(r => r.Cells).ToListAsync(stop)).Select(Read)
            .Where(row => query.Filters.All(f => f.Meets(row[places[f.Column]]))).ToList();
        IOrderedEnumerable<string?[]> sorted = found.Order(Comparer<string?[]>.Create((_, _) => 0));
        foreach (var sort in query.Sorts)
        {
            var (place, order) = (places[sort.Column], OrderOf(sort.Column));
            sorted = sort.IsDescending ? sorted.ThenByDescending(row => row[place], order) : sorted.ThenBy(row => row[place], order);
        }
        return new(found.Count, [.. sorted.Skip(query.Start - 1).Take(query.Count).Select(Shown)]);
    }

    private IQueryable<OnetRow> Kept => _db.OnetRows.Where(r => r.ReleaseKey == Table.ReleaseKey && r.Table == Table.Name);

    private string?[] Read(string cells) =>
        [.. JsonSerializer.Deserialize<string[]>(cells)!.Select((cell, i) => cell is "n/a" or "" ? null : Columns[i] == "date_updated" ? Day(cell) : cell)];

    private object?[] Shown(string?[] row) => [.. row.Select((cell, i) => OnetNames.TypeOf(Columns[i]) == OnetColumnType.Number
        && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : (object?)cell)];

    private static Comparer<string?> OrderOf(string column) => OnetNames.TypeOf(column) == OnetColumnType.Number
        ? Comparer<string?>.Create((a, b) => Nullable.Compare(Number(a), Number(b)))
        : Comparer<string?>.Create(string.CompareOrdinal);

    private static double? Number(string? cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    // "08/2023" is "2023-08-01".
    private static string Day(string month) => month.Length == 7 && month[2] == '/' ? $"{month[3..]}-{month[..2]}-01" : month;
}
