using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>The programs that close gaps on the way to an occupation, and the credentials that belong to it.</summary>
public sealed record WaysToClose(IReadOnlyList<ClosingOption> Options, IReadOnlyList<Credential> Credentials, IReadOnlyList<DataRelease> Releases)
{
    private const int MostCredentials = 20;

    /// <summary>Reads the programs that lead to the occupations of the goal, and those whose words speak of one of the largest gaps.</summary>
    public static async Task<WaysToClose> FindAsync(Db db, SkillTable table, ClosingGoal goal, ClosingPerson person, CancellationToken stop = default)
    {
        List<GapRow> gaps = [.. person.Gap.Gaps];
        var found = await CandidatePrograms.FindAsync(db, table, new(goal.Socs, gaps.Select(g => g.Requirement)), stop);
        var cover = new GapCover(table, gaps, [.. person.Gap.Strengths], goal.Requirements.Ties);
        var credentials = await db.Credentials.AsNoTracking().Where(c => c.Soc != null && goal.Socs.Contains(c.Soc) && !c.IsWithdrawn).OrderBy(c => c.Name).ThenBy(c => c.Id).Take(MostCredentials).ToListAsync(stop);
        return new([.. found.Programs.Select(Option).Where(o => o.Covers.Count > 0)], credentials,
            [.. found.Programs.SelectMany(p => new[] { p.Profile.Release, p.Profile.ResultsRelease }).Append(found.Releases.Crosswalk).OfType<DataRelease>().DistinctBy(r => r.Key)]);

        ClosingOption Option(CandidateProgram candidate)
        {
            var program = candidate.Profile.Program;
            var miles = person.Place.MilesTo(program.Zip);
            return new(candidate.Profile, cover.Gaps(program.SearchText, candidate.Occupations), cover.Known(program.SearchText, candidate.Occupations))
            {
                Occupations = candidate.Occupations,
                Miles = miles,
                Limits = ProgramLimits.Of(person.Limits, program, miles),
            };
        }
    }
}
