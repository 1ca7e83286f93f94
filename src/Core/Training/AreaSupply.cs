using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Training;

/// <summary>
/// The people who complete training in an area in a year against the openings of its occupations: docs/formulas.md, "Supply and demand".
/// </summary>
/// <param name="Projection">Where the openings come from; null where no release has any of the area itself.</param>
/// <param name="Years">Over how many years the openings were projected.</param>
public sealed record AreaSupply(SupplyDemandBalance Balance, DataRelease? Projection, int Years)
{
    /// <summary>Occupations and fields of study by their codes.</summary>
    public required IReadOnlyDictionary<SocCode, string> Titles { get; init; }
    public required IReadOnlyDictionary<CipCode, string> Fields { get; init; }

    /// <summary>The times that the numbers of people are of, in the words of the sources.</summary>
    public required IReadOnlyList<string> Periods { get; init; }
    public required TrainingReleases Training { get; init; }

    public IEnumerable<DataRelease> Releases => new[] { Projection, Training.Crosswalk }.OfType<DataRelease>().Concat(Training.Programs).Concat(Training.Results);

    public static async Task<AreaSupply> ReadAsync(Db db, Area area, CancellationToken stop = default)
    {
        var projections = await AreaProjections.ReadAsync(db, area.Code, new() { Limit = int.MaxValue }, stop);
        var training = await TrainingReleases.CurrentAsync(db, stop);
        var rows = await db.CipSocs.Where(c => c.ReleaseKey == training.CrosswalkKey).ToListAsync(stop);
        var places = await ProgramPlaces.ReadAsync(db, area, stop);
        var counts = (await CompleterCounts.ReadAsync(db, state: null, stop)).Where(places.Has).ToList();
        var balance = SupplyDemand.Of(Programs(counts), Matches(rows), Openings(projections.Projections));
        return new(balance, projections.Release, projections.Projections is [var first, ..] ? first.Years : 0)
        {
            Titles = Named(rows.Select(r => (r.Soc, r.SocTitle)).Concat(projections.Projections.Select(p => (p.Code, p.Title)))),
            Fields = Fielded(rows),
            Periods = [.. counts.Select(c => c.Period).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            Training = training,
        };
    }

    /// <summary>One number for each program: the mean over its last two years that have one.</summary>
    private static IEnumerable<ProgramSupply> Programs(List<CompleterCount> counts) =>
        from count in counts
        group count by (count.ProviderId, count.ProgramId, count.Cip) into program
        where CipCode.TryParse(program.Key.Cip, out _)
        let years = program.OrderBy(c => c.Period, StringComparer.Ordinal).Select(c => c.People).ToList()
        select new ProgramSupply($"{program.First().Provider} {program.Key.ProgramId}".Trim(), Cip(program.Key.Cip), YearMean.Of(years).Mean);

    private static IEnumerable<CipSocMatch> Matches(List<CipSoc> rows)
    {
        foreach (var row in rows)
        {
            if (CipCode.TryParse(row.Cip, out var cip) && SocCode.TryParse(row.Soc, out var soc))
                yield return new(cip, soc);
        }
    }

    private static Dictionary<SocCode, Figure> Openings(IReadOnlyList<Projection> projections)
    {
        var openings = new Dictionary<SocCode, Figure>();
        foreach (var projection in projections)
        {
            if (SocCode.TryParse(projection.Code, out var soc))
                openings.TryAdd(soc, projection.Of(ProjectionFigure.Openings));
        }
        return openings;
    }

    private static Dictionary<SocCode, string> Named(IEnumerable<(string Code, string Title)> titles)
    {
        var named = new Dictionary<SocCode, string>();
        foreach (var (code, title) in titles)
        {
            if (SocCode.TryParse(code, out var soc))
                named.TryAdd(soc, title);
        }
        return named;
    }

    private static Dictionary<CipCode, string> Fielded(List<CipSoc> rows)
    {
        var fields = new Dictionary<CipCode, string>();
        foreach (var row in rows)
        {
            if (CipCode.TryParse(row.Cip, out var cip))
                fields.TryAdd(cip, row.CipTitle);
        }
        return fields;
    }

    private static CipCode Cip(string text) => CipCode.TryParse(text, out var cip) ? cip : default;
}
