using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>Finds programs of the lists in force. The database filters; the order of what is left is worked out here.</summary>
public sealed class TrainingSearch(Db db, ZipPlaces places)
{
    /// <summary>More programs than these are not put in order: who gets so many has asked for too little.</summary>
    public const int MostRanked = 20_000;

    public async Task<TrainingResult> FindAsync(TrainingQuery query, CancellationToken stop = default)
    {
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var occupation = query.Soc is null ? null : await OccupationTraining.ReadAsync(db, releases, query.Soc, stop);
        var place = PlaceFilter.Of(query.Place, query.Miles, places);
        var words = await WordsAsync(query, releases, stop);
        var wide = Wide(query, releases, occupation, place, words);
        var narrow = Narrow(wide, query);
        var candidates = await Candidates(narrow, query, releases).ToListAsync(stop);
        var ranked = ProgramRanking.Order(candidates.Select(c => Ranked(c, occupation, place, words)), query.Order);
        var page = ranked.Skip(query.Offset).Take(query.PageSize).ToList();
        return new(await FoundAsync(page, releases, occupation, stop), candidates.Count < MostRanked ? candidates.Count : await narrow.CountAsync(stop))
        {
            Occupation = occupation,
            Place = place,
            CostUnknown = query.MostCost is null ? 0 : await wide.CountAsync(p => p.TotalCost == null, stop),
            LengthUnknown = query.MostWeeks is null ? 0 : await wide.CountAsync(p => p.WeeksMost == null, stop),
            Releases = releases,
        };
    }

    /// <summary>Everything asked for except cost and length.</summary>
    private IQueryable<TrainingProgram> Wide(TrainingQuery query, TrainingReleases releases, OccupationTraining? occupation, PlaceFilter place, IReadOnlyList<SearchedWord> words)
    {
        var programs = occupation?.Programs(db, releases) ?? db.TrainingPrograms.AsNoTracking().Where(p => releases.ProgramKeys.Contains(p.ReleaseKey));
        foreach (var (stem, cips) in words)
            programs = programs.Where(p => p.SearchText.Contains(stem) || (p.Cip != null && cips.Contains(p.Cip)));
        if (query.Format is { } format)
            programs = programs.Where(p => p.Format == format);
        if (query.LeadsTo is { } outcome)
        {
            var digit = ((int)outcome).ToString(System.Globalization.CultureInfo.InvariantCulture);
            programs = programs.Where(p => p.Outcomes.Contains(digit));
        }
        if (query.Evening)
            programs = programs.Where(p => p.HasEvening == true);
        if (query.Accessible)
            programs = programs.Where(p => p.IsAccessible == true);
        if (query.ChildCare)
            programs = programs.Where(p => p.HasChildCare == true);
        if (query.Cip is { } cip)
            programs = programs.Where(p => p.Cip == cip);
        if (query.Provider is { } provider)
            programs = programs.Where(p => p.ProviderId == provider);
        return place.Apply(programs);
    }

    /// <summary>Each word with the fields of study whose names have it.</summary>
    private async Task<IReadOnlyList<SearchedWord>> WordsAsync(TrainingQuery query, TrainingReleases releases, CancellationToken stop)
    {
        var stems = ProgramWords.Stems(query.Words, query.Language);
        if (stems.Count == 0)
            return [];
        var fields = (await db.Cips.Where(c => c.ReleaseKey == releases.FieldsKey).Select(c => new { c.Code, c.Title }).ToListAsync(stop))
            .Select(c => (c.Code, Title: ProgramWords.Of(c.Title))).ToList();
        return [.. stems.Select(s => new SearchedWord(s, [.. fields.Where(f => f.Code.Length > 2 && f.Title.Contains(s, StringComparison.Ordinal)).Select(f => f.Code)]))];
    }

    private static IQueryable<TrainingProgram> Narrow(IQueryable<TrainingProgram> programs, TrainingQuery query)
    {
        if (query.MostCost is { } cost)
            programs = programs.Where(p => p.TotalCost <= cost);
        if (query.MostWeeks is { } weeks)
            programs = programs.Where(p => p.WeeksMost <= weeks);
        return programs;
    }

    private IQueryable<Candidate> Candidates(IQueryable<TrainingProgram> programs, TrainingQuery query, TrainingReleases releases)
    {
        var results = db.ProgramOutcomes.Where(o => releases.ResultKeys.Contains(o.ReleaseKey) && o.Population == Population.AllStudents);
        return programs.OrderBy(p => p.ReleaseKey).ThenBy(p => p.Id).Take(MostRanked).Select(p => new Candidate(
            p.ReleaseKey, p.Id, p.Name, p.Zip, p.TotalCost, p.WeeksMost ?? p.WeeksLeast,
            query.Soc != null && db.ProgramOccupations.Any(o => o.ReleaseKey == p.ReleaseKey && o.ProgramId == p.Id && o.Soc == query.Soc),
            results.Where(o => o.ProgramId == p.Id).Max(o => o.EmployedQ2Rate) ?? results.Where(o => o.ProgramId == null && o.ProviderId == p.ProviderId && o.Cip == p.Cip).Max(o => o.EmployedQ2Rate),
            results.Where(o => o.ProgramId == p.Id).Max(o => o.Earnings) ?? results.Where(o => o.ProgramId == null && o.ProviderId == p.ProviderId && o.Cip == p.Cip).Max(o => o.Earnings)));
    }

    private static RankedProgram Ranked(Candidate c, OccupationTraining? occupation, PlaceFilter place, IReadOnlyList<SearchedWord> words)
    {
        var name = ProgramWords.Of(c.Name);
        return new(c.ReleaseKey, c.Id, c.Name)
        {
            Fit = occupation is null ? 0 : c.IsNamed ? 2 : 1,
            WordsInName = words.Count(w => name.Contains(w.Stem, StringComparison.Ordinal)),
            Miles = place.MilesTo(c.Zip),
            Cost = c.Cost,
            Weeks = c.Weeks,
            Employment = c.Employment,
            Earnings = c.Earnings,
        };
    }

    private async Task<IReadOnlyList<FoundProgram>> FoundAsync(List<RankedProgram> page, TrainingReleases releases, OccupationTraining? occupation, CancellationToken stop)
    {
        var profiles = (await ProgramProfile.ReadAsync(db, releases, [.. page.Select(p => p.Id)], stop)).ToDictionary(p => p.Program.Id, StringComparer.Ordinal);
        return [.. page.Where(p => profiles.ContainsKey(p.Id)).Select(p => new FoundProgram(
            profiles[p.Id], occupation?.Reasons(profiles[p.Id].Program, p.Fit == 2) ?? [], p.Miles))];
    }

    private sealed record SearchedWord(string Stem, IReadOnlyList<string> Cips);

    private sealed record Candidate(
        int ReleaseKey, string Id, string Name, string? Zip, int? Cost, double? Weeks, bool IsNamed, double? Employment, int? Earnings);
}

/// <summary>A page of programs that were found.</summary>
public sealed record TrainingResult(IReadOnlyList<FoundProgram> Programs, int Total)
{
    public OccupationTraining? Occupation { get; init; }
    public required PlaceFilter Place { get; init; }
    public required TrainingReleases Releases { get; init; }

    /// <summary>Programs that fit but for a limit of cost or length, which they do not tell.</summary>
    public int CostUnknown { get; init; }
    public int LengthUnknown { get; init; }
}

/// <summary>A program that was found, why it leads to the occupation looked for, and how far away it is.</summary>
public sealed record FoundProgram(ProgramProfile Profile, IReadOnlyList<ProgramReason> Reasons, double? Miles);
