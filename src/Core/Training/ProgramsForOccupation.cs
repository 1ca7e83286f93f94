using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>
/// The programs that lead to an occupation, each with who says so: by the occupations that the provider names, and from the occupation
/// through the crosswalk to fields of study and from there to programs.
/// </summary>
public sealed record ProgramsForOccupation(OccupationTraining Occupation, IReadOnlyList<ProgramMatch> Programs, int Total)
{
    /// <summary>The first <paramref name="most"/> programs, those that providers name first, then by name.</summary>
    /// <param name="soc">A SOC code; of an O*NET-SOC code its first seven characters.</param>
    public static async Task<ProgramsForOccupation> FindAsync(Db db, string soc, int most, CancellationToken stop = default)
    {
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var occupation = await OccupationTraining.ReadAsync(db, releases, soc, stop);
        var programs = occupation.Programs(db, releases);
        var rows = await programs
            .Select(p => new
            {
                Program = p,
                Provider = db.Providers.Where(x => x.ReleaseKey == p.ReleaseKey && x.Id == p.ProviderId).Select(x => x.Name).FirstOrDefault(),
                IsNamed = db.ProgramOccupations.Any(o => o.ReleaseKey == p.ReleaseKey && o.ProgramId == p.Id && o.Soc == soc),
            })
            .OrderByDescending(r => r.IsNamed).ThenBy(r => r.Program.Name).ThenBy(r => r.Program.Id).Take(most).ToListAsync(stop);
        return new(occupation, [.. rows.Select(r => new ProgramMatch(r.Program, r.Provider ?? "", occupation.Reasons(r.Program, r.IsNamed)))], await programs.CountAsync(stop));
    }
}

/// <summary>A program that leads to an occupation, with the reasons.</summary>
public sealed record ProgramMatch(TrainingProgram Program, string Provider, IReadOnlyList<ProgramReason> Reasons);
