using System.Collections.Concurrent;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>
/// All packages that are kept in the data folder. They are copies: each can be made again, and those not used for longest make room
/// where together they take more than TRELLIS_PACKAGES_MB.
/// </summary>
public sealed class CasePackages(DbSource source, DataLocation location, TimeProvider clock, IConfiguration configuration)
{
    internal const string IndexEnding = ".index";

    private const int UsualMegabytes = 2048;

    private const int MostKnown = 10_000;

    /// <summary>What was left half-written by a process that ended is taken away after this time.</summary>
    private static readonly TimeSpan LongestMaking = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(location.Folder, "cache", "case");
    private readonly long _mostBytes = configuration.GetValue("TRELLIS_PACKAGES_MB", UsualMegabytes) * 1024L * 1024;
    private readonly ConcurrentDictionary<string, CasePackage> _known = [];
    private readonly Lock _lock = new();

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The package of a version, made or not.</summary>
    public CasePackage Of(Model model, CaseTarget target)
    {
        if (_known.Count > MostKnown)
            _known.Clear();
        var package = new CasePackage(this, _folder, model, target);
        return _known.GetOrAdd(package.Name, package);
    }

    internal Db Open() => source.Open();

    /// <summary>Takes the packages away that were not opened for longest, the newest excepted, until the rest fits.</summary>
    internal void MakeRoom()
    {
        lock (_lock)
        {
            var files = new DirectoryInfo(_folder).GetFiles();
            foreach (var part in files.Where(f => f.Name.Split('.')[^1].Length == 32 && f.LastWriteTimeUtc < Now - LongestMaking))
                part.Delete();
            // A part may be given its final name, and be gone under this one, while they are counted.
            var packages = files.GroupBy(f => f.Name.Split('.')[0])
                .Select(g => (Name: g.Key, Bytes: g.Sum(f => f.Exists ? f.Length : 0), Index: g.FirstOrDefault(f => f.Extension == IndexEnding)))
                .Where(p => p.Index is not null).OrderByDescending(p => p.Index!.LastWriteTimeUtc).ToList();
            var total = 0L;
            for (var i = 0; i < packages.Count; i++)
            {
                total += packages[i].Bytes;
                if (i > 0 && total > _mostBytes)
                    Drop(packages[i].Name);
            }
        }
    }

    private void Drop(string name)
    {
        if (_known.TryGetValue(name, out var package))
            package.Drop();
        // The index first: without it the rest does not count.
        File.Delete(Path.Combine(_folder, name + IndexEnding));
        foreach (var file in Directory.EnumerateFiles(_folder, name + ".*"))
            File.Delete(file);
    }
}
