using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Training;

/// <summary>A program with what belongs to it: its provider, the list it stands on, its field of study, and results.</summary>
public sealed record ProgramProfile(TrainingProgram Program, Provider Provider, DataRelease Release)
{
    /// <summary>The name of the field of study; null where the loaded edition does not have the code.</summary>
    public string? Field { get; init; }

    /// <summary>Results of all students: of the program, else of all the provider's programs in the field of study.</summary>
    public ProgramOutcome? Results { get; init; }

    /// <summary>Results of those whose training WIOA paid.</summary>
    public ProgramOutcome? WioaResults { get; init; }

    /// <summary>The release that the results come from.</summary>
    public DataRelease? ResultsRelease { get; init; }

    /// <summary>Whether the state has put the field of study on its list of those in demand.</summary>
    public bool IsInDemand { get; init; }

    public static async Task<ProgramProfile?> FindAsync(Db db, string id, CancellationToken stop = default) =>
        await ReadAsync(db, await TrainingReleases.CurrentAsync(db, stop), [id], stop) is [var found, ..] ? found : null;

    /// <summary>The programs of these numbers that stand on lists in force, in the order of the numbers.</summary>
    public static async Task<IReadOnlyList<ProgramProfile>> ReadAsync(Db db, TrainingReleases releases, IReadOnlyList<string> ids, CancellationToken stop = default)
    {
        var programs = (await db.TrainingPrograms.AsNoTracking().Where(p => releases.ProgramKeys.Contains(p.ReleaseKey) && ids.Contains(p.Id)).ToListAsync(stop))
            .OrderByDescending(p => p.ReleaseKey).DistinctBy(p => p.Id).ToList();
        List<string> providerIds = [.. programs.Select(p => p.ProviderId).Distinct()];
        List<string> cips = [.. programs.Select(p => p.Cip).OfType<string>().Distinct()];
        var providers = (await db.Providers.AsNoTracking().Where(p => releases.ProgramKeys.Contains(p.ReleaseKey) && providerIds.Contains(p.Id)).ToListAsync(stop)).ToLookup(p => (p.ReleaseKey, p.Id));
        var fields = await db.Cips.Where(c => c.ReleaseKey == releases.FieldsKey && cips.Contains(c.Code)).ToDictionaryAsync(c => c.Code, c => c.Title, stop);
        var results = await db.ProgramOutcomes.AsNoTracking().Where(o => releases.ResultKeys.Contains(o.ReleaseKey) && providerIds.Contains(o.ProviderId)).ToListAsync(stop);
        var demanded = (await db.InDemandListings.Where(d => releases.ProgramKeys.Contains(d.ReleaseKey) && d.Scheme == InDemandScheme.Cip && cips.Contains(d.Code)).ToListAsync(stop))
            .Select(d => (d.ReleaseKey, d.Code)).ToHashSet();
        return [.. programs.OrderBy(p => Place(ids, p.Id)).Select(p => Of(p, providers[(p.ReleaseKey, p.ProviderId)].First(), releases, results) with
        {
            Field = p.Cip is null ? null : fields.GetValueOrDefault(p.Cip),
            IsInDemand = p.Cip is not null && demanded.Contains((p.ReleaseKey, p.Cip)),
        })];
    }

    private static ProgramProfile Of(TrainingProgram program, Provider provider, TrainingReleases releases, List<ProgramOutcome> results)
    {
        var all = Best(program, results, Population.AllStudents);
        var wioa = Best(program, results, Population.Wioa);
        return new(program, provider, releases.Of(program.ReleaseKey)!)
        {
            Results = all,
            WioaResults = wioa,
            ResultsRelease = (all ?? wioa) is { } shown ? releases.Of(shown.ReleaseKey) : null,
        };
    }

    /// <summary>Results of the program itself go before those of the provider's field of study, newer ones before older ones.</summary>
    private static ProgramOutcome? Best(TrainingProgram program, List<ProgramOutcome> results, Population population) => results
        .Where(o => o.Population == population && (o.ProgramId == program.Id || (o.ProgramId is null && o.ProviderId == program.ProviderId && o.Cip == program.Cip)))
        .OrderByDescending(o => o.ProgramId is not null).ThenByDescending(o => o.ReleaseKey).FirstOrDefault();

    private static int Place(IReadOnlyList<string> ids, string id)
    {
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] == id)
                return i;
        }
        return ids.Count;
    }
}
