using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Onet;
using Xunit;

[assembly: AssemblyFixture(typeof(Trellis.Tests.Support.OnetDatabase))]

namespace Trellis.Tests.Support;

/// <summary>
/// A database with the full release O*NET 30.2, imported once for all tests when the first of them asks. Read it, or copy it to change
/// it. Tests skip where the folder of real releases is absent.
/// </summary>
public sealed class OnetDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-onet-").FullName;
    private readonly Lazy<Task<ReleaseReport>> _import;

    public OnetDatabase()
    {
        Source = new(Engine.For(new(_folder, null)));
        _import = new(ImportAsync);
    }

    /// <summary>Opens the database; only after <see cref="ReportAsync"/>.</summary>
    private DbSource Source { get; }

    /// <summary>What the import found.</summary>
    public Task<ReleaseReport> ReportAsync()
    {
        _ = SharedData.Path("onet");
        return _import.Value;
    }

    /// <summary>Opens the one database that all tests read.</summary>
    public async Task<Db> OpenAsync()
    {
        await ReportAsync();
        return Source.Open();
    }

    /// <summary>Puts a copy into a data folder that has no database yet.</summary>
    public async Task CopyToAsync(string folder)
    {
        await ReportAsync();
        Directory.CreateDirectory(folder);
        File.Copy(Path.Combine(_folder, "trellis.db"), Path.Combine(folder, "trellis.db"));
    }

    private async Task<ReleaseReport> ImportAsync()
    {
        await using var db = Source.Open();
        await Migrator.MigrateAsync(db, TimeProvider.System);
        using var release = ReleaseSource.Open(SharedData.Path("onet/db_30_2_text.zip"));
        var report = await ReleaseImport.LoadAsync(db, OnetRelease.Reader, release, new(), TestModel.Change);
        // All of it into the one file, so that the file alone can be copied.
        await db.Database.ExecuteSqlRawAsync("pragma wal_checkpoint(truncate)");
        return report;
    }

    public ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
