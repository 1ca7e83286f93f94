using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Downloads;

/// <summary>The rows of a table that are given out, one by one: of releases only the current ones, of frameworks only what is published.</summary>
internal static class DownloadRows
{
    private const string ReleaseKey = nameof(Core.LaborMarket.Wage.ReleaseKey);
    private const string VersionKey = nameof(Statement.VersionKey);

    private static readonly MethodInfo Reader = typeof(DownloadRows).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The kind of thing that stands in a table.</summary>
    public static Type TypeOf(Db db, DownloadTable table) => db.Model.GetEntityTypes().First(t => t.GetTableName() == table.Table).ClrType;

    public static IAsyncEnumerable<object> Read(Db db, DownloadTable table, DownloadScope scope) =>
        (IAsyncEnumerable<object>)Reader.MakeGenericMethod(TypeOf(db, table)).Invoke(null, [db, scope])!;

    private static async IAsyncEnumerable<object> ReadAsync<T>(Db db, DownloadScope scope) where T : class
    {
        foreach (var rows in Parts<T>(db, scope))
        {
            await foreach (var row in rows.AsAsyncEnumerable())
                yield return row;
        }
    }

    /// <summary>A release or a version after the other, each in the order of its key: no database must sort a whole table for it.</summary>
    private static IEnumerable<IQueryable<T>> Parts<T>(Db db, DownloadScope scope) where T : class
    {
        var rows = db.Set<T>().AsNoTracking();
        if (typeof(T).GetProperty(ReleaseKey) is not null)
            return scope.Releases.Keys.Order().Select(key => rows.Where(r => EF.Property<int>(r, ReleaseKey) == key));
        if (typeof(T).GetProperty(VersionKey) is not null)
            return scope.Versions.Keys.Order().Select(key => rows.Where(r => EF.Property<int>(r, VersionKey) == key).OrderBy(r => EF.Property<int>(r, nameof(Statement.Ordinal))));
        return rows switch
        {
            IQueryable<DataRelease> releases => [(IQueryable<T>)releases.Where(r => r.State == ReleaseState.Current).OrderBy(r => r.Key)],
            IQueryable<Framework> frameworks => [(IQueryable<T>)frameworks.Where(f => f.CurrentVersionKey != null).OrderBy(f => f.Key)],
            IQueryable<FrameworkVersion> versions => [(IQueryable<T>)versions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview).OrderBy(v => v.Key)],
            _ => [rows],
        };
    }
}
