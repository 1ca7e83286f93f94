using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>An occupation that a program leads to: named by the provider, or by the crosswalk from its field of study.</summary>
public sealed record LeadsTo(string Soc, string Title, bool IsNamed)
{
    /// <summary>The crosswalk names those who teach a field beside those who work in it; few take a program for that.</summary>
    private const string Teachers = "25-1";

    public static async Task<IReadOnlyList<LeadsTo>> ReadAsync(Db db, TrainingProgram program)
    {
        var releases = await TrainingReleases.CurrentAsync(db);
        var named = await db.ProgramOccupations.Where(o => o.ReleaseKey == program.ReleaseKey && o.ProgramId == program.Id).OrderBy(o => o.Ordinal).Select(o => o.Soc).ToListAsync();
        var crosswalk = await db.CipSocs.Where(c => c.ReleaseKey == releases.CrosswalkKey && (c.Cip == program.Cip || named.Contains(c.Soc)) && c.Soc != CipSoc.NoSoc).ToListAsync();
        var titles = crosswalk.DistinctBy(c => c.Soc).ToDictionary(c => c.Soc, c => c.SocTitle, StringComparer.Ordinal);
        return
        [
            .. named.Distinct().Select(soc => new LeadsTo(soc, titles.GetValueOrDefault(soc, soc), true)),
            .. crosswalk.Where(c => c.Cip == program.Cip && !named.Contains(c.Soc)).OrderBy(c => c.Soc.StartsWith(Teachers, StringComparison.Ordinal)).ThenBy(c => c.Soc, StringComparer.Ordinal).Select(c => new LeadsTo(c.Soc, c.SocTitle, false)),
        ];
    }

    /// <summary>The occupations that the compared programs lead to: those of most programs first, those that a provider names before others.</summary>
    public static async Task<IReadOnlyList<OccupationName>> SharedAsync(Db db, ProgramComparison comparison)
    {
        List<LeadsTo> all = [];
        foreach (var program in comparison.Programs)
            all.AddRange(await ReadAsync(db, program.Program));
        return
        [
            .. all.GroupBy(l => l.Soc, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Count(l => l.IsNamed))
                .ThenBy(g => g.Key.StartsWith(Teachers, StringComparison.Ordinal)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => new OccupationName(g.Key, g.First().Title)),
        ];
    }
}
