using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>Which programs are worth a look: those that lead to an occupation, and those whose words speak of what is missing.</summary>
/// <param name="Socs">SOC codes, "29-1141".</param>
/// <param name="Missing">What matters most first; programs are looked for by the words of the first eight.</param>
public sealed record CandidateSearch(IReadOnlyList<string> Socs, IEnumerable<Requirement> Missing)
{
    /// <summary>So many programs of all occupations together, each having its share.</summary>
    public int MostOfOccupations { get; init; } = 60;
}

/// <summary>A program that may close gaps, and the occupations that it leads to.</summary>
public sealed record CandidateProgram(ProgramProfile Profile, IReadOnlyList<TaughtOccupation> Occupations);

/// <summary>Programs that may close gaps, and the releases that they are listed in.</summary>
public sealed record CandidatePrograms(IReadOnlyList<CandidateProgram> Programs, TrainingReleases Releases)
{
    private const int MostOfWords = 10, MostMissing = 8;

    public static async Task<CandidatePrograms> FindAsync(Db db, SkillTable table, CandidateSearch search, CancellationToken stop = default)
    {
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var (trainings, leading) = (new List<OccupationTraining>(), new List<string>());
        foreach (var soc in search.Socs)
        {
            var training = await OccupationTraining.ReadAsync(db, releases, soc, stop);
            trainings.Add(training);
            leading.AddRange(await training.Programs(db, releases).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(search.MostOfOccupations / search.Socs.Count).Select(p => p.Id).ToListAsync(stop));
        }
        var ids = leading.Concat(await SpeakingAsync(db, releases, search.Missing, stop)).Distinct(StringComparer.Ordinal).ToList();
        var programs = await ProgramProfile.ReadAsync(db, releases, ids, stop);
        var named = (await db.ProgramOccupations.AsNoTracking().Where(o => releases.ProgramKeys.Contains(o.ReleaseKey) && ids.Contains(o.ProgramId)).ToListAsync(stop))
            .ToLookup(o => (o.ReleaseKey, o.ProgramId), o => o.Soc);
        var titles = table.Occupations.GroupBy(o => o.Soc).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        return new([.. programs.Select(p => new CandidateProgram(p, Occupations(p.Program)))], releases);

        List<TaughtOccupation> Occupations(TrainingProgram program)
        {
            List<TaughtOccupation> occupations = [.. named[(program.ReleaseKey, program.Id)].Distinct().Select(s => new TaughtOccupation(s, titles.GetValueOrDefault(s, s), ProgramReasonKind.NamedByProvider))];
            occupations.AddRange(trainings.Where(t => program.Cip is { } cip && t.Cips.Contains(cip) && occupations.TrueForAll(o => o.Soc != t.Soc))
                .Select(t => new TaughtOccupation(t.Soc, t.Title, ProgramReasonKind.Crosswalk)).ToList());
            return occupations;
        }
    }

    private static async Task<List<string>> SpeakingAsync(Db db, TrainingReleases releases, IEnumerable<Requirement> missing, CancellationToken stop)
    {
        var ids = new List<string>();
        foreach (var words in missing.Take(MostMissing).Select(GapCover.WordsOf).Where(w => w.Count > 0))
        {
            var programs = db.TrainingPrograms.AsNoTracking().Where(p => releases.ProgramKeys.Contains(p.ReleaseKey));
            foreach (var word in words)
                programs = programs.Where(p => p.SearchText.Contains(word));
            ids.AddRange(await programs.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostOfWords).Select(p => p.Id).ToListAsync(stop));
        }
        return ids;
    }
}
