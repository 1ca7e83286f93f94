using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Trellis.Core.Storage.Releases;

/// <summary>Takes the rows of a release that is being loaded. Nothing of it can be read by others before all of it is there.</summary>
public sealed class ReleaseRows
{
    private readonly Db _db;
    private readonly IProgress<int>? _progress;

    internal ReleaseRows(Db db, int key, IProgress<int>? progress) => (_db, Key, _progress) = (db, key, progress);

    /// <summary>The key that every row of the release carries in its first column, release_key.</summary>
    public int Key { get; }

    /// <summary>How many rows were written so far.</summary>
    public int Count { get; private set; }

    /// <summary>
    /// Writes rows in the order of <paramref name="columns"/>, of which the first is release_key. They are read on another thread, so
    /// they must not come from the database.
    /// </summary>
    public async Task InsertAsync(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows, CancellationToken stop)
    {
        await _db.Engine.InsertAsync(_db.Database.GetDbConnection(), table, columns, Counted(RowsAhead.Of(rows)), stop);
        _progress?.Report(Count);
    }

    /// <summary>Writes entities as the mappings of their area say, whose key of the release is <see cref="Key"/>.</summary>
    public Task InsertAsync<T>(IEnumerable<T> entities, CancellationToken stop) where T : class
    {
        var type = _db.Model.FindEntityType(typeof(T))!;
        var properties = type.GetProperties().ToList();
        var columns = properties.Select(p => new BulkColumn(p.GetColumnName(), Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType)).ToList();
        return InsertAsync(type.GetTableName()!, columns, entities.Select(e => properties.Select(p => Value(p, e)).ToArray()), stop);
    }

    /// <summary>Runs one statement of SQL inside the load, such as one that works out a column from rows already written; gives the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(FormattableString sql, CancellationToken stop) => _db.Database.ExecuteSqlInterpolatedAsync(sql, stop);

    private static object? Value(IProperty property, object entity) =>
        property.GetGetter().GetClrValue(entity) is { } value ? property.GetTypeMapping().Converter?.ConvertToProvider(value) ?? value : null;

    private IEnumerable<object?[]> Counted(IEnumerable<object?[]> rows)
    {
        const int ReportEvery = 4096;
        foreach (var row in rows)
        {
            if (++Count % ReportEvery == 0)
                _progress?.Report(Count);
            yield return row;
        }
    }
}
