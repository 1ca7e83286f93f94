using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Occupations.Profile;

/// <summary>Everything that the current release says of one occupation, in the order in which it is read.</summary>
public sealed record OccupationProfile
{
    public required DataRelease Release { get; init; }
    public required Occupation Occupation { get; init; }

    /// <summary>Names that workers gave, then other names; without the official one.</summary>
    public required IReadOnlyList<OccupationTitle> Titles { get; init; }

    /// <summary>By importance where the release rates tasks; else core tasks first, and among these what most workers named.</summary>
    public required IReadOnlyList<OccupationTask> Tasks { get; init; }
    public required IReadOnlyList<RatedGroup> Ratings { get; init; }
    public required IReadOnlyList<TechnologyClass> Technologies { get; init; }
    public JobZone? Zone { get; init; }

    /// <summary>What share of workers, in per cent, named each level of education as what the work requires.</summary>
    public required IReadOnlyList<AnswerShare> Education { get; init; }
    public required IReadOnlyList<NearOccupation> Related { get; init; }
    public required IReadOnlyList<DetailedActivity> Activities { get; init; }

    public RatedGroup? Of(ElementGroup group) => Ratings.FirstOrDefault(r => r.Group == group);

    /// <summary>Null where no data is loaded or the current release does not have the code.</summary>
    public static async Task<OccupationProfile?> ReadAsync(Db db, string code, CancellationToken stop = default)
    {
        if (await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: stop) is not { } release)
            return null;
        var key = release.Key;
        if (await db.Occupations.FirstOrDefaultAsync(o => o.ReleaseKey == key && o.Code == code, stop) is not { } occupation)
            return null;
        var ratings = await db.OccupationRatings.Where(r => r.ReleaseKey == key && r.Code == code).ToListAsync(stop);
        var elements = await db.ContentElements.Where(e => e.ReleaseKey == key).ToDictionaryAsync(e => e.Id, stop);
        var scales = await db.RatingScales.Where(s => s.ReleaseKey == key).ToDictionaryAsync(s => s.Id, stop);
        return new()
        {
            Release = release,
            Occupation = occupation,
            Titles = [.. (await db.OccupationTitles.Where(t => t.ReleaseKey == key && t.Code == code && t.Kind != TitleKind.Official).ToListAsync(stop))
                .OrderBy(t => t.Kind != TitleKind.Reported).ThenBy(t => t.Ordinal)],
            Tasks = Ordered(await db.OccupationTasks.Where(t => t.ReleaseKey == key && t.Code == code).ToListAsync(stop)),
            Ratings = RatedGroups.Of(ratings, elements, scales),
            Technologies = TechnologyClass.Of(await db.OccupationTechnologies.Where(t => t.ReleaseKey == key && t.Code == code).OrderBy(t => t.Ordinal).ToListAsync(stop)),
            Zone = occupation.JobZone is { } zone ? await db.JobZones.FirstOrDefaultAsync(z => z.ReleaseKey == key && z.Zone == Math.Max(2, zone), stop)
                ?? await db.JobZones.FirstOrDefaultAsync(z => z.ReleaseKey == key && z.Zone == zone, stop) : null,
            Education = await AnswerShare.ReadAsync(db, key, ratings, "RL", stop),
            Related = await NearOccupation.ReadAsync(db, key, code, stop),
            Activities = await db.TaskActivities.Where(a => a.ReleaseKey == key && a.Code == code).Select(a => a.ActivityId).Distinct()
                .Join(db.DetailedActivities.Where(d => d.ReleaseKey == key), id => id, d => d.Id, (_, d) => d).OrderBy(d => d.Title).ToListAsync(stop),
        };
    }

    private static List<OccupationTask> Ordered(List<OccupationTask> tasks) =>
        [.. tasks.OrderByDescending(t => t.Importance ?? 0).ThenBy(t => t.Type switch { "Core" => 0, "Supplemental" => 1, _ => 2 })
            .ThenByDescending(t => t.Incumbents ?? 0).ThenBy(t => t.TaskId)];
}

/// <summary>An occupation that O*NET calls near to another, with its title.</summary>
public sealed record NearOccupation(string Code, string Title, string Tier, int Rank, int? JobZone)
{
    internal static Task<List<NearOccupation>> ReadAsync(Db db, int key, string code, CancellationToken stop) => db.RelatedOccupations
        .Where(r => r.ReleaseKey == key && r.Code == code)
        .Join(db.Occupations.Where(o => o.ReleaseKey == key), r => r.RelatedCode, o => o.Code, (r, o) => new { r.Tier, r.Rank, o.Code, o.Title, o.JobZone })
        .OrderBy(r => r.Rank).Select(r => new NearOccupation(r.Code, r.Title, r.Tier, r.Rank, r.JobZone)).ToListAsync(stop);
}

/// <summary>The share of people who gave one answer, in per cent.</summary>
public sealed record AnswerShare(int Category, string Answer, double Percent)
{
    internal static async Task<List<AnswerShare>> ReadAsync(Db db, int key, IEnumerable<OccupationRating> ratings, string scale, CancellationToken stop)
    {
        var rows = ratings.Where(r => r.Scale == scale && r.Category > 0 && r.IsUncertain != true).OrderBy(r => r.Category).ToList();
        if (rows.Count == 0)
            return [];
        var points = await db.ScalePoints.Where(p => p.ReleaseKey == key && p.Scale == scale && p.IsCategory).ToListAsync(stop);
        return [.. rows.Select(r => new AnswerShare(r.Category, points.Find(p => p.Value == r.Category && p.ElementId == r.ElementId)?.Description ?? "", r.Value))];
    }
}
