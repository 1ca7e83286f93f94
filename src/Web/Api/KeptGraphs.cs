using System.Collections.Concurrent;
using System.Security.Cryptography;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Ctdl;

namespace Trellis.Web.Api;

/// <summary>
/// Linked data that was asked for: graphs as files in the data folder, single nodes in memory. They are copies: each can be made again,
/// and graphs not read for longest make room where together they take more than TRELLIS_GRAPHS_MB.
/// </summary>
public sealed class KeptGraphs(DbSource source, DataLocation location, TimeProvider clock, IConfiguration configuration)
{
    internal const string Ending = ".jsonld";

    private const int UsualMegabytes = 512;

    private const int MostKnown = 10_000;

    /// <summary>All nodes in memory together have at most so many bytes.</summary>
    private const long MostOfNodes = 32 * 1024 * 1024;

    /// <summary>What was left half-written by a process that ended is taken away after this time.</summary>
    private static readonly TimeSpan LongestMaking = TimeSpan.FromHours(1);

    private readonly string _folder = Path.Combine(location.Folder, "cache", "ctdl");
    private readonly long _mostBytes = configuration.GetValue("TRELLIS_GRAPHS_MB", UsualMegabytes) * 1024L * 1024;
    private readonly ConcurrentDictionary<string, KeptGraph> _known = [];
    private readonly ConcurrentDictionary<string, byte[]> _nodes = [];
    private readonly Lock _lock = new();
    private long _ofNodes;

    /// <summary>The graph of a version, made or not.</summary>
    public KeptGraph Of(Model model, string stamp, string address)
    {
        var named = Utf8.Strict.GetBytes(FormattableString.Invariant($"{CtdlGraphWriter.Revision}\n{model.Framework.Id}\n{stamp}\n{address}"));
        var name = Convert.ToHexStringLower(SHA256.HashData(named).AsSpan(0, 16));
        if (_known.Count > MostKnown)
            _known.Clear();
        var graph = _known.GetOrAdd(name, n => new(new(n, model.Version.LoadedAt, stream => WriteAsync(model, address, stream)), _folder, MakeRoom));
        Touch(graph.Path(ContentCoding.Identity));
        return graph;
    }

    /// <summary>The bytes of a node by the tag under which they are answered, made unless they are at hand.</summary>
    public async ValueTask<byte[]> NodeAsync(string tag, Func<Task<byte[]>> make)
    {
        if (_nodes.TryGetValue(tag, out var known))
            return known;
        var bytes = await make();
        if (Interlocked.Add(ref _ofNodes, bytes.Length) > MostOfNodes)
        {
            _nodes.Clear();
            Interlocked.Exchange(ref _ofNodes, bytes.Length);
        }
        if (bytes.Length <= MostOfNodes / 8)
            _nodes[tag] = bytes;
        return bytes;
    }

    private async Task WriteAsync(Model model, string address, Stream stream)
    {
        await using var db = source.Open();
        await ModelExport.WriteCtdlAsync(db, model, address, stream, CancellationToken.None);
    }

    private void Touch(string path)
    {
        if (File.Exists(path))
            File.SetLastWriteTimeUtc(path, clock.GetUtcNow().UtcDateTime);
    }

    private void MakeRoom()
    {
        lock (_lock)
        {
            var (total, isFirst) = (0L, true);
            foreach (var group in new DirectoryInfo(_folder).GetFiles().GroupBy(f => f.Name.Split('.')[0])
                .Select(g => (Name: g.Key, Files: g.ToList(), ReadAt: g.Max(f => f.LastWriteTimeUtc))).OrderByDescending(g => g.ReadAt))
            {
                foreach (var part in group.Files.Where(f => f.Extension.Length > 30 && f.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - LongestMaking))
                    part.Delete();
                total += group.Files.Sum(f => f.Exists ? f.Length : 0);
                if (!isFirst && total > _mostBytes)
                    Drop(group.Name, group.Files);
                isFirst = false;
            }
        }
    }

    private void Drop(string name, List<FileInfo> files)
    {
        // The file itself first: without it the packed ones do not count.
        foreach (var file in files.OrderBy(f => f.Name.Length))
            file.Delete();
        if (_known.TryGetValue(name, out var graph))
            graph.Drop();
    }
}
