using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>
/// How many people completed programs in a field of study, provider by provider: what supply and demand is worked out from. Numbers that
/// are withheld or not reported are there as such, so that a sum can say what it lacks.
/// </summary>
public static class CompleterCounts
{
    /// <summary>All counts of the lists in force, or of one state; a program's own count goes before that of its provider's field.</summary>
    /// <param name="state">Two letters; null for every state.</param>
    public static async Task<IReadOnlyList<CompleterCount>> ReadAsync(Db db, string? state, CancellationToken stop = default)
    {
        var releases = await TrainingReleases.CurrentAsync(db, stop);
        var rows = await (
            from outcome in db.ProgramOutcomes
            where releases.ResultKeys.Contains(outcome.ReleaseKey) && outcome.Population == Population.AllStudents && outcome.Cip != null
            let provider = db.Providers.Where(p => releases.ProgramKeys.Contains(p.ReleaseKey) && p.Id == outcome.ProviderId).OrderByDescending(p => p.ReleaseKey).FirstOrDefault()
            where state == null || provider!.State == state
            orderby outcome.Cip, outcome.ProviderId, outcome.ProgramId
            let program = db.TrainingPrograms.Where(p => releases.ProgramKeys.Contains(p.ReleaseKey) && p.Id == outcome.ProgramId).OrderByDescending(p => p.ReleaseKey).FirstOrDefault()
            select new { Outcome = outcome, Provider = provider!.Name, State = program!.State ?? provider!.State, County = program!.County ?? provider!.County }).ToListAsync(stop);
        var fields = rows.GroupBy(r => (r.Outcome.ProviderId, r.Outcome.Cip));
        return [.. fields.SelectMany(field => field.Any(r => r.Outcome.ProgramId is not null) ? field.Where(r => r.Outcome.ProgramId is not null) : [field.MaxBy(r => r.Outcome.ReleaseKey)!])
            .Select(r => new CompleterCount(r.Outcome.Cip!, r.Outcome.ProgramId, r.Outcome.ProviderId, r.Provider ?? "", r.Outcome.Period, r.Outcome.Of(OutcomeFigure.Completed))
            {
                State = r.State,
                County = r.County,
            })];
    }
}

/// <summary>How many people completed, of one program or of a provider's programs in the field.</summary>
public sealed record CompleterCount(string Cip, string? ProgramId, string ProviderId, string Provider, string Period, Figure People)
{
    /// <summary>Where the program is taught, or its provider is, as the list writes it.</summary>
    public string? State { get; init; }
    public string? County { get; init; }
}
