using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Guidance;

/// <summary>What is known of all occupations in an area when they are ranked for a person, and the releases that it comes from.</summary>
public sealed record FitMarkets(IReadOnlyList<FitMarket> Markets, IReadOnlyList<DataRelease> Releases)
{
    public static async Task<FitMarkets> ReadAsync(Db db, InDemandRule rule, AreaCode area, CancellationToken stop = default)
    {
        var directory = await OccupationDirectory.ReadAsync(db, area, stop);
        var demand = await AreaDemand.ReadAsync(db, rule, area, stop);
        var labels = demand.List.Entries.ToDictionary(e => e.Occupation.Value, e => e.Label, StringComparer.Ordinal);
        return new(
            [.. directory.Entries.Select(e => new FitMarket(e, labels.GetValueOrDefault(e.Occupation.Soc)))],
            [.. new[] { directory.Release, directory.Wages, directory.Projections }.OfType<DataRelease>().Concat(demand.Releases).DistinctBy(r => r.Key)]);
    }
}
