using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>All industry rows of an area and of its reference area, from releases in one edition of the classification.</summary>
internal sealed class SectorTable
{
    private const string Everybody = "0";
    private const string Private = "5";

    private readonly Place _here;
    private readonly Place? _reference;
    private readonly string _owner;
    private readonly List<int> _years;
    private readonly MarketReleases _releases;

    private SectorTable(Place here, Place? reference, MarketReleases releases)
    {
        (_here, _reference, _releases) = (here, reference, releases);
        // Totals over all owners exist where the source has them by industry; otherwise private establishments are the largest common part.
        _owner = here.Rows.Exists(r => r.Ownership == Everybody && r.Level > 1) ? Everybody : Private;
        var years = here.Rows.Where(Counts).Select(r => r.Year).Distinct();
        _years = [.. (reference is null ? years : years.Intersect(reference.Rows.Where(Counts).Select(r => r.Year))).Order()];
        if (_years.Count == 0)
        {
            _reference = null;
            _years = [.. here.Rows.Where(Counts).Select(r => r.Year).Distinct().Order()];
        }
    }

    /// <summary>The rows of an area, or of the counties that it was added up from.</summary>
    private sealed record Place(Area Area, List<IndustryJobs> Rows, int Counties);

    public static async Task<SectorTable?> ReadAsync(Db db, Area area, CancellationToken stop)
    {
        var all = await MarketReleases.ReadAsync(db, ReleaseKinds.CountyIndustry, edition: null, stop);
        foreach (var edition in all.Usable.GroupBy(r => r.Taxonomy))
        {
            MarketReleases releases = new([.. edition], []);
            if (await PlaceAsync(db, area, releases, stop) is not { } here)
                continue;
            var table = new SectorTable(here, await ReferenceAsync(db, area, releases, stop), releases);
            return table._years.Count > 0 ? table : null;
        }
        return null;
    }

    /// <summary>The tables of areas that have rows of their own, at the coarsest level, by their codes: few queries for any number of areas.</summary>
    public static async Task<Dictionary<string, SectorTable>> ReadAllAsync(Db db, IReadOnlyList<Area> areas, CancellationToken stop)
    {
        var tables = new Dictionary<string, SectorTable>(StringComparer.Ordinal);
        var all = await MarketReleases.ReadAsync(db, ReleaseKinds.CountyIndustry, edition: null, stop);
        foreach (var edition in all.Usable.GroupBy(r => r.Taxonomy))
        {
            MarketReleases releases = new([.. edition], []);
            var left = areas.Where(a => !tables.ContainsKey(a.Code)).ToList();
            List<string> codes = [.. left.Select(a => a.Code)];
            var coarsest = await db.IndustryJobs.Where(j => releases.Keys.Contains(j.ReleaseKey) && codes.Contains(j.AreaCode) && j.Level > 1).MinAsync(j => (int?)j.Level, stop);
            if (coarsest is null)
                continue;
            var rows = (await RowsAsync(db, codes, releases, stop, coarsest)).ToLookup(r => r.AreaCode);
            var reference = await ReferenceAsync(db, left[0], releases, stop, coarsest);
            foreach (var area in left.Where(a => rows.Contains(a.Code)))
            {
                var table = new SectorTable(new(area, [.. rows[area.Code]], 0), reference, releases);
                if (table._years.Count > 0)
                    tables[area.Code] = table;
            }
        }
        return tables;
    }

    public AreaSectors Build(int? level, bool estimates)
    {
        var (year, start) = (_years[^1], _years.Count > 1 ? _years[0] : (int?)null);
        List<int> levels = [.. _here.Rows.Where(r => Counts(r) && r.Year == year && r.Level > 1).Select(r => r.Level).Distinct().Order()];
        var digits = level is { } asked && levels.Contains(asked) ? asked : levels.FirstOrDefault();
        var now = Jobs(_here, year, digits, estimates);
        var whole = All(_here, year, digits, estimates);
        var (here, there, leftOut) = Wholes(now, whole, (year, start, digits, estimates));
        var rows = now.OrderBy(n => n.Key, StringComparer.Ordinal).Select(n => Row(n.Key, n.Value, (here, there), (year, start, digits, estimates)));
        var used = _here.Rows.Concat(_reference?.Rows ?? []).Select(r => r.ReleaseKey).Distinct().Select(_releases.Of);
        return new()
        {
            Level = digits,
            Levels = levels,
            Year = year,
            StartYear = start,
            Rows = [.. rows],
            All = whole,
            LeftOut = leftOut,
            Reference = _reference?.Area,
            IsReferenceSum = _reference?.Counties > 0,
            IsPrivateOnly = _owner == Private,
            Counties = _here.Counties,
            Releases = [.. used],
        };
    }

    private SectorRow Row(string naics, (SumOfParts Jobs, bool IsEstimated, string Title) here, (Figure Here, Figure There) whole, (int Year, int? Start, int Level, bool Estimates) of)
    {
        var there = _reference is null ? Figure.NotReported : JobsOf(_reference, of.Year, naics, of);
        var quotient = LocationQuotient.Of(new(here.Jobs.Whole, whole.Here), new(there, whole.There));
        var shift = of.Start is { } start && _reference is not null
            ? ShiftShare.Of(
                new(JobsOf(_here, start, naics, of), here.Jobs.Whole),
                new(JobsOf(_reference, start, naics, of), there),
                new(All(_reference, start, of.Level, of.Estimates).Whole, All(_reference, of.Year, of.Level, of.Estimates).Whole)).Rounded()
            : null;
        return new(naics, here.Title, here.Jobs, there, here.IsEstimated, quotient, shift);
    }

    /// <summary>
    /// All jobs here and in the reference area. Where a withheld number leaves one of them open, both are the sums over the industries
    /// whose jobs are known in both, so that like is held against like.
    /// </summary>
    private (Figure Here, Figure There, int LeftOut) Wholes(
        Dictionary<string, (SumOfParts Jobs, bool IsEstimated, string Title)> now, SumOfParts whole, (int Year, int? Start, int Level, bool Estimates) of)
    {
        if (_reference is null)
            return (whole.Whole, Figure.NotReported, 0);
        var there = All(_reference, of.Year, of.Level, of.Estimates).Whole;
        if (whole.IsWhole && there.HasValue)
            return (whole.Whole, there, 0);
        var known = now.Where(n => n.Value.Jobs.IsWhole && JobsOf(_reference, of.Year, n.Key, of).HasValue).Select(n => n.Key).ToList();
        return known.Count == 0 ? (whole.Whole, there, 0)
            : (Figure.Of(known.Sum(n => now[n].Jobs.Published!.Value)), Figure.Of(known.Sum(n => JobsOf(_reference, of.Year, n, of).Value!.Value)), now.Count - known.Count);
    }

    private Figure JobsOf(Place place, int year, string naics, (int Year, int? Start, int Level, bool Estimates) of) =>
        Jobs(place, year, of.Level, of.Estimates).TryGetValue(naics, out var found) ? found.Jobs.Whole : Figure.NotReported;

    private readonly Dictionary<(Place, int, int, bool), Dictionary<string, (SumOfParts Jobs, bool IsEstimated, string Title)>> _jobs = [];

    /// <summary>Jobs of each industry of a level; a county without a row has no such establishment.</summary>
    private Dictionary<string, (SumOfParts Jobs, bool IsEstimated, string Title)> Jobs(Place place, int year, int level, bool estimates)
    {
        if (!_jobs.TryGetValue((place, year, level, estimates), out var found))
        {
            _jobs[(place, year, level, estimates)] = found = place.Rows.Where(r => Counts(r) && r.Year == year && r.Level == level).GroupBy(r => r.Naics).ToDictionary(g => g.Key, g =>
                (SumOfParts.Of(g.Select(r => (r.AreaCode, Employment(r, estimates)))), estimates && g.Any(IsEstimate), g.Select(r => r.Title).FirstOrDefault(t => t.Length > 0) ?? ""));
        }
        return found;
    }

    /// <summary>Jobs of all industries: the source's own row where it has one, else the sum over the industries of the level.</summary>
    private SumOfParts All(Place place, int year, int level, bool estimates)
    {
        var own = place.Rows.Where(r => Counts(r) && r.Year == year && r.Naics == IndustryJobs.AllIndustries).ToList();
        return own.Count > 0
            ? SumOfParts.Of(own.Select(r => (r.AreaCode, r.Of(IndustryFigure.Employment))))
            : SumOfParts.Of(place.Rows.Where(r => Counts(r) && r.Year == year && r.Level == level).Select(r => ($"{r.AreaCode} {r.Naics}", Employment(r, estimates))));
    }

    private bool Counts(IndustryJobs row) => row.Ownership == _owner;

    private static bool IsEstimate(IndustryJobs row) => row.Employment is null && row.EstimatedEmployment is not null;

    private static Figure Employment(IndustryJobs row, bool estimates) =>
        estimates && IsEstimate(row) ? Figure.Of(row.EstimatedEmployment!.Value) : row.Of(IndustryFigure.Employment);

    /// <summary>The nation, or the state around the area where no release has the nation.</summary>
    private static async Task<Place?> ReferenceAsync(Db db, Area area, MarketReleases releases, CancellationToken stop, int? coarsest = null)
    {
        var nation = AreaCode.Nation.ToString();
        foreach (var code in new[] { nation, area.State }.OfType<string>().Where(c => c != area.Code))
        {
            if (await db.Areas.FirstOrDefaultAsync(a => a.Code == code, stop) is { } wider && await PlaceAsync(db, wider, releases, stop, coarsest) is { } place)
                return place;
        }
        return null;
    }

    private static async Task<Place?> PlaceAsync(Db db, Area area, MarketReleases releases, CancellationToken stop, int? coarsest = null)
    {
        var own = await RowsAsync(db, [area.Code], releases, stop, coarsest);
        if (own.Count > 0)
            return new(area, own, 0);
        var counties = (await AreaSearch.CountiesAsync(db, area, stop)).Select(c => c.Code).ToList();
        var rows = counties.Count == 0 ? [] : await RowsAsync(db, counties, releases, stop, coarsest);
        return rows.Count == 0 ? null : new(area, rows, rows.Select(r => r.AreaCode).Distinct().Count());
    }

    /// <summary>The rows of areas, down to a level where one is given; where several releases have one, that of the best.</summary>
    private static async Task<List<IndustryJobs>> RowsAsync(Db db, List<string> areas, MarketReleases releases, CancellationToken stop, int? coarsest = null)
    {
        var keys = releases.Keys;
        var rows = await db.IndustryJobs.Where(j => keys.Contains(j.ReleaseKey) && areas.Contains(j.AreaCode) && (coarsest == null || j.Level <= coarsest)).ToListAsync(stop);
        return [.. rows.GroupBy(r => (r.AreaCode, r.Naics, r.Ownership, r.Year)).Select(g => g.MinBy(r => releases.Rank(r.ReleaseKey))!)];
    }
}
