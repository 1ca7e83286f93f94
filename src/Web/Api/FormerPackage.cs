using Microsoft.EntityFrameworkCore;
using Microsoft.Win32.SafeHandles;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>A kept package of an earlier version of a framework, of which unchanged pieces go into the package of a later one.</summary>
internal sealed class FormerPackage : IDisposable
{
    /// <summary>Where the newest versions were never asked for, an older one has fewer pieces in common and costs a look.</summary>
    private const int MostLookedAt = 5;

    private readonly WholePackage _whole;
    private readonly IReadOnlyList<CaseRun> _runs;
    private readonly SafeFileHandle _plain;
    private readonly SafeFileHandle _packed;

    private FormerPackage(WholePackage whole)
    {
        var package = whole.Package;
        _whole = whole;
        _runs = CaseRun.Read(File.ReadAllBytes(package.RunsPath));
        _plain = File.OpenHandle(package.Path(ContentCoding.Identity));
        _packed = File.OpenHandle(package.Path(ContentCoding.Gzip));
    }

    /// <summary>The newest that is there; null where there is none.</summary>
    public static async Task<FormerPackage?> FindAsync(Db db, CasePackages packages, CasePackage later)
    {
        var (framework, sequence) = (later.Model.Framework.Key, later.Model.Version.Sequence);
        if (sequence == 1)
            return null;
        var versions = await db.FrameworkVersions.Where(v => v.FrameworkKey == framework && v.Sequence < sequence)
            .OrderByDescending(v => v.Sequence).Take(MostLookedAt).ToListAsync();
        return versions.Select(v => packages.Of(later.Model with { Version = v }, later.Target).Whole).OfType<WholePackage>().Select(TryOpen).FirstOrDefault(f => f is not null);
    }

    /// <summary>What the writer of the later package needs, which sends its bytes to <paramref name="sink"/>.</summary>
    public CaseFormer For(PackageStream sink, CasePackages packages) => new(_whole.Package.Model.Version, _whole.Index, _runs, run => sink.Copy(_plain, _packed, run), packages.Open);

    public void Dispose()
    {
        _plain.Dispose();
        _packed.Dispose();
        // Hardly anybody asks for a version that has been superseded.
        _whole.Package.Drop();
    }

    private static FormerPackage? TryOpen(WholePackage whole)
    {
        try
        {
            return new(whole);
        }
        catch (FileNotFoundException)
        {
            // It was taken away to make room.
            return null;
        }
    }
}
