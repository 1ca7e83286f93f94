using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>What is asked of the projections of an area.</summary>
public sealed record ProjectionQuery
{
    /// <summary>Words in the title, or the beginning of a code.</summary>
    public string? Text { get; init; }

    /// <summary>The first two digits of the occupations.</summary>
    public string? Major { get; init; }

    /// <summary>Over how many years; null for the longest that there is.</summary>
    public int? Years { get; init; }

    /// <summary>Whether rows that hold others are wanted.</summary>
    public bool Summaries { get; init; }
    public ProjectionOrder Order { get; init; }
    public int Offset { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>How occupations are sorted; those without the figure come last.</summary>
public enum ProjectionOrder
{
    Title,
    Openings,
    Change,
    Growth,
}

/// <summary>Projections of the occupations of an area, from the best release that has any of it.</summary>
/// <param name="Release">Null where no release has the area.</param>
/// <param name="All">The row of all occupations together.</param>
/// <param name="Spans">Over how many years there are projections, the longest first.</param>
public sealed record AreaProjections(DataRelease? Release, Projection? All, IReadOnlyList<Projection> Projections, int Total, IReadOnlyList<int> Spans)
{
    public static readonly AreaProjections None = new(null, null, [], 0, []);

    public static async Task<AreaProjections> ReadAsync(Db db, string area, ProjectionQuery query, CancellationToken stop = default)
    {
        var spans = await SpansAsync(db, area, stop);
        if (spans.Count == 0)
            return None;
        var years = query.Years is { } asked && spans.ContainsKey(asked) ? asked : spans.Keys.Max();
        var release = spans[years];
        var rows = await db.Projections.Where(p => p.ReleaseKey == release.Key && p.AreaCode == area && p.EndYear - p.StartYear == years).ToListAsync(stop);
        var fitting = Sorted(rows.Where(p => p.IsSummary == query.Summaries && Fits(p, query)), query.Order).ToList();
        return new(release, rows.Find(p => p.Code == "00-0000"), [.. fitting.Skip(query.Offset).Take(query.Limit)], fitting.Count, [.. spans.Keys.OrderDescending()]);
    }

    /// <summary>For each number of years that an area has projections over, the best release of them.</summary>
    internal static async Task<Dictionary<int, DataRelease>> SpansAsync(Db db, string area, CancellationToken stop)
    {
        var states = await MarketReleases.ReadAsync(db, ReleaseKinds.StateProjections, stop: stop);
        var nation = await MarketReleases.ReadAsync(db, ReleaseKinds.Projections, stop: stop);
        MarketReleases releases = new([.. states.Usable, .. nation.Usable], []);
        var keys = releases.Keys;
        var spans = await db.Projections.Where(p => keys.Contains(p.ReleaseKey) && p.AreaCode == area).Select(p => new { p.ReleaseKey, Years = p.EndYear - p.StartYear }).Distinct().ToListAsync(stop);
        return spans.GroupBy(s => s.Years).ToDictionary(g => g.Key, g => releases.Of(g.MinBy(s => releases.Rank(s.ReleaseKey))!.ReleaseKey));
    }

    private static bool Fits(Projection projection, ProjectionQuery query) => projection.Code != "00-0000"
        && (string.IsNullOrWhiteSpace(query.Text) || projection.Title.Contains(query.Text.Trim(), StringComparison.CurrentCultureIgnoreCase) || projection.Code.StartsWith(query.Text.Trim(), StringComparison.Ordinal))
        && (string.IsNullOrEmpty(query.Major) || projection.Code.StartsWith(query.Major, StringComparison.Ordinal));

    private static IEnumerable<Projection> Sorted(IEnumerable<Projection> rows, ProjectionOrder order) => order switch
    {
        ProjectionOrder.Openings => By(rows, ProjectionFigure.Openings),
        ProjectionOrder.Change => By(rows, ProjectionFigure.Change),
        ProjectionOrder.Growth => By(rows, ProjectionFigure.ChangePercent),
        _ => rows.OrderBy(p => p.Title, StringComparer.Ordinal).ThenBy(p => p.Code, StringComparer.Ordinal),
    };

    private static IEnumerable<Projection> By(IEnumerable<Projection> rows, ProjectionFigure figure) =>
        rows.OrderByDescending(p => p.Of(figure).Value ?? double.MinValue).ThenBy(p => p.Code, StringComparer.Ordinal);
}
