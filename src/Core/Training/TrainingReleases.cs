using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Training;

/// <summary>
/// The releases that questions about training are answered from: the lists of programs in force, results, the crosswalk and the names of
/// fields of study. What publishers gave out takes the place of the starter set.
/// </summary>
public sealed record TrainingReleases(
    IReadOnlyList<DataRelease> Programs, IReadOnlyList<DataRelease> Results, DataRelease? Crosswalk, DataRelease? Fields)
{
    public IReadOnlyList<int> ProgramKeys { get; } = [.. Programs.Select(r => r.Key)];

    /// <summary>Where results may stand: beside the programs, or in a release of their own.</summary>
    public IReadOnlyList<int> ResultKeys { get; } = [.. Programs.Concat(Results).Select(r => r.Key)];

    /// <summary>0 where no crosswalk is loaded; no release has that key.</summary>
    public int CrosswalkKey => Crosswalk?.Key ?? 0;

    public int FieldsKey => Fields?.Key ?? 0;

    public DataRelease? Of(int key) => Programs.Concat(Results).FirstOrDefault(r => r.Key == key);

    public static async Task<TrainingReleases> CurrentAsync(Db db, CancellationToken stop = default)
    {
        var programs = Published(await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Programs, stop));
        var results = Published(await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.ProgramOutcomes, stop));
        return new(
            programs,
            // Beside lists of publishers, results of invented programs would count people who do not exist.
            [.. results.Where(r => !r.IsStarter || programs.All(p => p.IsStarter))],
            (await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.CipSoc, stop)).FirstOrDefault(),
            (await ReleaseCatalog.AllCurrentAsync(db, ReleaseKinds.Cip, stop)).FirstOrDefault());
    }

    /// <summary>The lists of publishers where there are any, otherwise the starter set.</summary>
    public static IReadOnlyList<DataRelease> Published(IReadOnlyList<DataRelease> releases) =>
        releases.Any(r => !r.IsStarter) ? [.. releases.Where(r => !r.IsStarter)] : releases;
}
