using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>The programs that close gaps on the way to an occupation, and the credentials that belong to it.</summary>
public sealed record WaysToClose(IReadOnlyList<ClosingOption> Options, IReadOnlyList<Credential> Credentials, IReadOnlyList<DataRelease> Releases)
{
    private const int MostOfOccupation = 60, MostOfWords = 10, MostGapsByWords = 8, MostCredentials = 20;

    /// <summary>Reads the programs that lead to the occupation, and those whose words speak of one of the largest gaps.</summary>
    /// <param name="soc">The SOC code of the goal.</param>
    public static async Task<WaysToClose> FindAsync(Db db, SkillTable table, string soc, GapAnalysis gap, PlaceFilter place, CancellationToken stop = default)
    {
        List<GapRow> gaps = [.. gap.Gaps];
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var goal = await OccupationTraining.ReadAsync(db, releases, soc, stop);
        var leading = await goal.Programs(db, releases).OrderBy(p => p.Name).ThenBy(p => p.Id).Take(MostOfOccupation).Select(p => p.Id).ToListAsync(stop);
        var ids = leading.Concat(await SpeakingAsync(db, releases, gaps, stop)).Distinct(StringComparer.Ordinal).ToList();
        var programs = await ProgramProfile.ReadAsync(db, releases, ids, stop);
        var named = (await db.ProgramOccupations.AsNoTracking().Where(o => releases.ProgramKeys.Contains(o.ReleaseKey) && ids.Contains(o.ProgramId)).ToListAsync(stop))
            .ToLookup(o => (o.ReleaseKey, o.ProgramId), o => o.Soc);
        var titles = table.Occupations.GroupBy(o => o.Soc).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal);
        var cover = new GapCover(table, gaps, [.. gap.Strengths]);
        var credentials = await db.Credentials.AsNoTracking().Where(c => c.Soc == soc && !c.IsWithdrawn).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostCredentials).ToListAsync(stop);
        return new([.. programs.Select(Option).Where(o => o.Covers.Count > 0)], credentials,
            [.. programs.SelectMany(p => new[] { p.Release, p.ResultsRelease }).Append(releases.Crosswalk).OfType<DataRelease>().DistinctBy(r => r.Key)]);

        ClosingOption Option(ProgramProfile profile)
        {
            var program = profile.Program;
            List<TaughtOccupation> occupations = [.. named[(program.ReleaseKey, program.Id)].Distinct().Select(s => new TaughtOccupation(s, titles.GetValueOrDefault(s, s), ProgramReasonKind.NamedByProvider))];
            if (program.Cip is { } cip && goal.Cips.Contains(cip) && occupations.TrueForAll(o => o.Soc != soc))
                occupations.Add(new(soc, goal.Title, ProgramReasonKind.Crosswalk));
            return new(profile, cover.Gaps(program.SearchText, occupations), cover.Known(program.SearchText, occupations))
            {
                Occupations = occupations,
                Miles = place.MilesTo(program.Zip),
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
