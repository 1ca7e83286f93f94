using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>An occupation in a list, with what most people choose by. Wages are yearly, in cents.</summary>
public sealed record DirectoryEntry(Occupation Occupation, Figure MedianWage, Figure Employment, Figure GrowthPercent, Figure Openings, string? Education)
{
    /// <summary>The first digits of the code, such as "29": its family of jobs.</summary>
    public string Family => Occupation.Code[..2];
}

/// <summary>All occupations of the current release with wages and outlook of an area, and the releases that these come from.</summary>
public sealed record OccupationDirectory(IReadOnlyList<DirectoryEntry> Entries, DataRelease? Release, DataRelease? Wages, DataRelease? Projections)
{
    public static readonly OccupationDirectory Empty = new([], null, null, null);

    /// <summary>Wages are the area's own; projections are the area's own or, where it has none, the nation's.</summary>
    public static async Task<OccupationDirectory> ReadAsync(Db db, AreaCode area, CancellationToken stop = default)
    {
        if (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: stop) is not { } release)
            return Empty;
        var edition = SocEditions.OfOccupations(release.Taxonomy);
        var (wages, wageRelease) = await WagesAsync(db, edition, area.ToString(), stop);
        var (projections, projectionRelease) = await ProjectionsAsync(db, edition, area.ToString(), stop);
        var occupations = await db.Occupations.Where(o => o.ReleaseKey == release.Key).OrderBy(o => o.Code).ToListAsync(stop);
        return new([.. occupations.Select(Entry)], release, wageRelease, projectionRelease);

        DirectoryEntry Entry(Occupation occupation)
        {
            var wage = Find(wages, occupation.Soc);
            var projection = Find(projections, occupation.Soc);
            return new(occupation,
                wage?.Of(WageFigure.AnnualMedian) ?? Figure.NotReported,
                wage?.Of(WageFigure.Employment) ?? Figure.NotReported,
                projection?.Of(ProjectionFigure.ChangePercent) ?? Figure.NotReported,
                projection?.Of(ProjectionFigure.Openings) ?? Figure.NotReported,
                projection?.Education);
        }
    }

    /// <summary>The row of the occupation, or of the group that it is published in.</summary>
    private static T? Find<T>(Dictionary<string, T> rows, string soc) where T : class =>
        rows.GetValueOrDefault(soc) ?? rows.GetValueOrDefault(soc[..6] + "0");

    private static async Task<(Dictionary<string, Wage> Rows, DataRelease? Release)> WagesAsync(Db db, SocEdition edition, string area, CancellationToken stop)
    {
        if (await AreaWages.ReleaseAsync(db, area, edition, stop) is not { } release)
            return ([], null);
        var rows = await db.Wages.Where(w => w.ReleaseKey == release.Key && w.AreaCode == area && w.Naics == Wage.CrossIndustry).ToListAsync(stop);
        return (rows.OrderByDescending(w => w.Level).ThenByDescending(w => w.Ownership.Length).DistinctBy(w => w.Soc).ToDictionary(w => w.Soc), release);
    }

    private static async Task<(Dictionary<string, Projection> Rows, DataRelease? Release)> ProjectionsAsync(Db db, SocEdition edition, string area, CancellationToken stop)
    {
        var states = await MarketReleases.ReadAsync(db, ReleaseKinds.StateProjections, edition, stop);
        var nation = await MarketReleases.ReadAsync(db, ReleaseKinds.Projections, edition, stop);
        foreach (var (release, place) in states.Usable.Select(r => (r, area)).Concat(nation.Usable.Select(r => (r, "us"))))
        {
            var rows = await db.Projections.Where(p => p.ReleaseKey == release.Key && p.AreaCode == place).ToListAsync(stop);
            if (rows.Count > 0)
                return (rows.OrderByDescending(p => p.Years).ThenBy(p => p.IsSummary).DistinctBy(p => p.Code).ToDictionary(p => p.Code), release);
        }
        return ([], null);
    }
}
