using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>What prepares for an occupation: the fields of study that the crosswalk names, and the programs whose providers name it.</summary>
public sealed record OccupationTraining(string Soc, string Title, IReadOnlyList<CipSoc> Fields)
{
    /// <summary>Whether the crosswalk has the occupation and says that no field of study leads to it.</summary>
    public bool HasNoField { get; init; }

    public IReadOnlyList<string> Cips { get; } = [.. Fields.Select(f => f.Cip)];

    /// <summary>Reads what the crosswalk says of a SOC code, "29-1141".</summary>
    public static async Task<OccupationTraining> ReadAsync(Db db, TrainingReleases releases, string soc, CancellationToken stop = default)
    {
        var rows = await db.CipSocs.AsNoTracking().Where(c => c.ReleaseKey == releases.CrosswalkKey && c.Soc == soc).OrderBy(c => c.Cip).ToListAsync(stop);
        var title = rows.FirstOrDefault()?.SocTitle ?? await db.SocOccupations.Where(s => s.Soc == soc).OrderByDescending(s => s.ReleaseKey).Select(s => s.Title).FirstOrDefaultAsync(stop);
        return new(soc, title ?? soc, [.. rows.Where(r => r.IsMatch)]) { HasNoField = rows.Count > 0 && rows.TrueForAll(r => !r.IsMatch) };
    }

    /// <summary>The programs of the lists that lead to the occupation.</summary>
    public IQueryable<TrainingProgram> Programs(Db db, TrainingReleases releases) => db.TrainingPrograms.AsNoTracking().Where(p =>
        releases.ProgramKeys.Contains(p.ReleaseKey)
        && ((p.Cip != null && Cips.Contains(p.Cip)) || db.ProgramOccupations.Any(o => o.ReleaseKey == p.ReleaseKey && o.ProgramId == p.Id && o.Soc == Soc)));

    /// <summary>Why a program leads to the occupation.</summary>
    public IReadOnlyList<ProgramReason> Reasons(TrainingProgram program, bool isNamed)
    {
        var reasons = new List<ProgramReason>();
        if (isNamed)
            reasons.Add(new(ProgramReasonKind.NamedByProvider, Title));
        if (Fields.FirstOrDefault(f => f.Cip == program.Cip) is { } field)
            reasons.Add(new(ProgramReasonKind.Crosswalk, Title, field.Cip, field.CipTitle));
        return reasons;
    }
}

/// <summary>One reason why a program is shown for an occupation.</summary>
public sealed record ProgramReason(ProgramReasonKind Kind, string Occupation, string? Cip = null, string? Field = null);

/// <summary>Who says that a program leads to an occupation.</summary>
public enum ProgramReasonKind
{
    /// <summary>The provider, when it put the program on the list.</summary>
    NamedByProvider,

    /// <summary>The crosswalk from fields of study to occupations.</summary>
    Crosswalk,
}
