using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Text;

namespace Trellis.Interop.Starter;

/// <summary>
/// Loads the small set that ships in data/starter, one release for each line of releases.csv; data/starter/README.md tells its form. A
/// release whose files are the ones that were loaded is not read again, also where somebody dropped it.
/// </summary>
public static class StarterSet
{
    public static async Task<List<DataRelease>> LoadAsync(Db db, string dataFolder, TimeProvider clock, CancellationToken stop = default)
    {
        var files = new StarterFiles(Path.Combine(dataFolder, "starter"));
        var loaded = new List<DataRelease>();
        foreach (var row in files.Rows("releases.csv"))
        {
            if (StarterKind.All.FirstOrDefault(k => k.Kind == row["kind"]) is not { } kind)
                continue;
            var (name, hash) = ("starter/" + row["release"], Hash(files, kind));
            if (await ShippedFiles.IsLoadedAsync(db, name, hash, stop))
                continue;
            loaded.Add(await LoadAsync(db, files, kind, Draft(row, hash), row["release"], clock, stop));
            await ShippedFiles.NoteAsync(db, name, hash, clock, stop);
        }
        return loaded;
    }

    private static async Task<DataRelease> LoadAsync(
        Db db, StarterFiles files, StarterKind kind, DataRelease draft, string name, TimeProvider clock, CancellationToken stop)
    {
        var change = new Change("trellis", clock.GetUtcNow(), "start", "The starter set that ships with Trellis");
        var editor = new ReleaseEditor(db);
        var release = await editor.LoadAsync(draft, rows => kind.WriteAsync(files.Of(name), rows, stop), change, stop: stop);
        // The edition before it, or the same one where two nodes started at once.
        var former = await db.DataReleases.Where(r => r.Kind == release.Kind && r.Scope == release.Scope && r.IsStarter && r.Key < release.Key)
            .Select(r => r.Key).ToListAsync(stop);
        foreach (var key in former)
            await editor.DropAsync(key, change, stop);
        return release;
    }

    private static DataRelease Draft(StarterRow row, string hash) => new()
    {
        Kind = row["kind"],
        Scope = row["scope"],
        Title = row["title"],
        Edition = row["edition"],
        Period = row["period"],
        Publisher = row["publisher"],
        Taxonomy = row.Text("taxonomy"),
        Attribution = row.Text("attribution"),
        Gaps = row.List("gaps"),
        IsStarter = true,
        File = "data/starter",
        FileHash = hash,
    };

    private static string Hash(StarterFiles files, StarterKind kind)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in kind.Files.Prepend("releases.csv"))
            hash.AppendData(Utf8.Strict.GetBytes(files.Read(file) + "\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
