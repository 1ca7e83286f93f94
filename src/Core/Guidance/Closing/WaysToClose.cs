using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>The programs that close gaps on the way to an occupation, and the credentials that belong to it.</summary>
public sealed record WaysToClose(IReadOnlyList<ClosingOption> Options, IReadOnlyList<Credential> Credentials, IReadOnlyList<DataRelease> Releases)
{
    private const int MostOfOccupation = 60, MostOfWords = 10, MostGapsByWords = 8, MostCredentials = 20;

    /// <summary>Reads the programs that lead to the occupations of the goal, and those whose words speak of one of the largest gaps.</summary>
    public static async Task<WaysToClose> FindAsync(Db db, SkillTable table, ClosingGoal goal, ClosingPerson person, CancellationToken stop = default)
    {
        List<GapRow> gaps = [.. person.Gap.Gaps];
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var (trainings, leading) = (new List<OccupationTraining>(), new List<string>());
        foreach (var soc in goal.Socs)
        {
            var training = await OccupationTraining.ReadAsync(db, releases, soc, stop);
            trainings.Add(training);
            leading.AddRange(await training.Programs(db, releases).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostOfOccupation / goal.Socs.Count).Select(p => p.Id).ToListAsync(stop));
        }
        var ids = leading.Concat(await SpeakingAsync(db, releases, gaps, stop)).Distinct(StringComparer.Ordinal).ToList();
        var programs = await ProgramProfile.ReadAsync(db, releases, ids, stop);
        var named = (await db.ProgramOccupations.AsNoTracking().Where(o => releases.ProgramKeys.Contains(o.ReleaseKey) && ids.Contains(o.ProgramId)).ToListAsync(stop))
            .ToLookup(o => (o.ReleaseKey, o.ProgramId), o => o.Soc);
        var titles = table.Occupations.GroupBy(o => o.Soc).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        var cover = new GapCover(table, gaps, [.. person.Gap.Strengths], goal.Requirements.Ties);
        var credentials = await db.Credentials.AsNoTracking().Where(c => c.Soc != null && goal.Socs.Contains(c.Soc) && !c.IsWithdrawn).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostCredentials).ToListAsync(stop);
        return new([.. programs.Select(Option).Where(o => o.Covers.Count > 0)], credentials,
            [.. programs.SelectMany(p => new[] { p.Release, p.ResultsRelease }).Append(releases.Crosswalk).OfType<DataRelease>().DistinctBy(r => r.Key)]);

        ClosingOption Option(ProgramProfile profile)
        {
            var program = profile.Program;
            List<TaughtOccupation> occupations = [.. named[(program.ReleaseKey, program.Id)].Distinct().Select(s => new TaughtOccupation(s, titles.GetValueOrDefault(s, s), ProgramReasonKind.NamedByProvider))];
            occupations.AddRange(trainings.Where(t => program.Cip is { } cip && t.Cips.Contains(cip) && occupations.TrueForAll(o => o.Soc != t.Soc))
                .Select(t => new TaughtOccupation(t.Soc, t.Title, ProgramReasonKind.Crosswalk)).ToList());
            var miles = person.Place.MilesTo(program.Zip);
            return new(profile, cover.Gaps(program.SearchText, occupations), cover.Known(program.SearchText, occupations))
            {
                Occupations = occupations,
                Miles = miles,
                Limits = ProgramLimits.Of(person.Limits, program, miles),
            };
        }
    }

    private static async Task<List<string>> SpeakingAsync(Db db, TrainingReleases releases, List<GapRow> gaps, CancellationToken stop)
    {
        var ids = new List<string>();
        foreach (var words in gaps.Take(MostGapsByWords).Select(g => GapCover.WordsOf(g.Requirement)).Where(w => w.Count > 0))
        {
            var programs = db.TrainingPrograms.AsNoTracking().Where(p => releases.ProgramKeys.Contains(p.ReleaseKey));
            foreach (var word in words)
                programs = programs.Where(p => p.SearchText.Contains(word));
            ids.AddRange(await programs.OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostOfWords).Select(p => p.Id).ToListAsync(stop));
        }
        return ids;
    }
}
