using System.CommandLine;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Trellis.Interop.Starter;

namespace Trellis.Cli;

/// <summary>The database a command works on, brought up to date first.</summary>
public static class Session
{
    public static readonly Option<string?> DataOption = new("--data")
    {
        Description = "The data folder (default .trellis, or TRELLIS_DATA). TRELLIS_DB names a PostgreSQL database instead.",
        Recursive = true,
    };

    /// <summary>The content that ships with the program.</summary>
    public static string DataFolder => ShippedModels.DataFolder;

    public static DataFolders Folders(ParseResult parse) => new(DataFolder, DataLocation.FromEnvironment(parse.GetValue(DataOption)).Folder);

    public static async Task<Db> OpenAsync(ParseResult parse, CancellationToken stop)
    {
        var engine = Engine.For(DataLocation.FromEnvironment(parse.GetValue(DataOption)));
        var db = new DbSource(engine).Open();
        await Migrator.MigrateAsync(db, TimeProvider.System, stop);
        await ShippedModels.LoadAsync(db, DataFolder, TimeProvider.System, stop);
        await ShippedScales.LoadAsync(db, DataFolder, TimeProvider.System, stop);
        await ShippedAreas.LoadAsync(db, TimeProvider.System, stop);
        await StarterSet.LoadAsync(db, DataFolder, TimeProvider.System, stop);
        return db;
    }

    /// <summary>A model named as SLUG or SLUG@VERSION.</summary>
    public static async Task<Model> ModelAsync(Db db, string name, CancellationToken stop)
    {
        var at = name.IndexOf('@', StringComparison.Ordinal);
        var (slug, number) = at < 0 ? (name, null) : (name[..at], name[(at + 1)..]);
        return await ModelCatalog.FindAsync(db, slug, number, stop)
            ?? throw new UsageException($"There is no model '{name}'. 'trellis model list' names those there are.");
    }

    public static Change Change(string why) => new(Environment.UserName, TimeProvider.System.GetUtcNow(), "command line", why);
}
