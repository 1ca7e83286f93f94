using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Training;

/// <summary>
/// People who complete training against the openings of an area, by occupation: docs/formulas.md, "Supply and demand". Counts all programs
/// of the lists that are loaded; a person of a field that leads to several occupations is divided among them, and counted once.
/// </summary>
public sealed record TrainingBalance(SupplyDemandBalance Balance, IReadOnlyDictionary<string, string> Occupations, IReadOnlyDictionary<string, string> Fields, IReadOnlyList<DataRelease> Releases)
{
    /// <summary>Null where no projections of the area, no crosswalk or no counts of completers are loaded.</summary>
    public static async Task<TrainingBalance?> ReadAsync(Db db, string area, CancellationToken stop = default)
    {
        var projections = await AreaProjections.ReadAsync(db, area, new() { Limit = int.MaxValue }, stop);
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var counts = await CompleterCounts.ReadAsync(db, state: null, stop);
        if (projections.Release is not { } demand || releases.Crosswalk is not { } crosswalk || counts.Count == 0)
            return null;
        var rows = await db.CipSocs.Where(c => c.ReleaseKey == crosswalk.Key).ToListAsync(stop);
        var openings = new Dictionary<SocCode, Figure>();
        foreach (var projection in projections.Projections)
        {
            if (SocCode.TryParse(projection.Code, out var soc))
                openings[soc] = projection.Of(ProjectionFigure.Openings);
        }
        return new(
            SupplyDemand.Of(Programs(counts), Matches(rows), openings),
            projections.Projections.ToDictionary(p => p.Code, p => p.Title),
            rows.GroupBy(r => r.Cip).ToDictionary(g => g.Key, g => g.First().CipTitle),
            [demand, crosswalk, .. releases.Programs, .. releases.Results]);
    }

    private static IEnumerable<ProgramSupply> Programs(IEnumerable<CompleterCount> counts)
    {
        foreach (var count in counts)
        {
            if (CipCode.TryParse(count.Cip, out var cip))
                yield return new($"{count.Provider} {count.ProgramId ?? count.ProviderId} {count.Cip}", cip, count.People);
        }
    }

    private static IEnumerable<CipSocMatch> Matches(IEnumerable<CipSoc> rows)
    {
        foreach (var row in rows)
        {
            if (CipCode.TryParse(row.Cip, out var cip) && SocCode.TryParse(row.Soc, out var soc))
                yield return new(cip, soc);
        }
    }
}
