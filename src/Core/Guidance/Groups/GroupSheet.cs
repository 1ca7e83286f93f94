using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Groups;

/// <summary>A kept worksheet with the levels of a group of people, and how the group stands to the profile that was chosen for it.</summary>
/// <param name="Worksheet">The worksheet.</param>
/// <param name="Model">The version it is over.</param>
/// <param name="People">Its columns, each a person by initials or a number.</param>
/// <param name="Target">The profile; null where none was chosen yet.</param>
/// <param name="Gap">How the group stands to it; to nothing where none was chosen.</param>
public sealed record GroupSheet(KeptWorksheet Worksheet, Model Model, IReadOnlyList<KeptColumn> People, RequirementContent? Target, GroupGap Gap)
{
    /// <summary>The worksheet as it is filled in now.</summary>
    public static async Task<GroupSheet> ReadAsync(Db db, KeptWorksheet worksheet, CancellationToken stop = default)
    {
        var id = worksheet.Id;
        var people = await KeptWorksheets.ColumnsAsync(db, id, stop);
        var cells = await db.WorksheetCells.Where(c => c.WorksheetId == id && c.Measure == WorksheetMeasure.Has && c.Value != null).ToListAsync(stop);
        var profile = await db.WorksheetTargets.Where(t => t.WorksheetId == id).Join(db.RequirementProfiles, t => t.ProfileId, p => p.Id, (_, p) => p).FirstOrDefaultAsync(stop);
        var target = profile is null ? null : await RequirementShelf.ReadAsync(db, profile, stop);
        var levels = cells.ToLookup(c => c.ColumnNumber);
        return new(worksheet, await KeptWorksheets.ModelAsync(db, worksheet, stop), people, target, GroupGap.Of(
            target is null ? [] : Requirements.OfProfile(target),
            [.. people.Select(p => new GroupPerson(p.Number, p.Title, levels[p.Number].ToDictionary(c => c.StatementId.ToString("D"), c => c.Value!.Value)))]));
    }
}

/// <summary>How a group stood to a profile on one day, kept so that progress can be seen.</summary>
public sealed record GroupPoint
{
    public const int Most = 200;

    public required Guid WorksheetId { get; init; }

    /// <summary>The order within the worksheet, from 1.</summary>
    public required int Sequence { get; init; }
    public required Guid ProfileId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }

    /// <summary>The readiness of each person, 0 to 1, by the number of the column; those who were not assessed are not in it.</summary>
    public required string Figures { get; init; }

    public IReadOnlyDictionary<int, double> People => JsonSerializer.Deserialize<Dictionary<int, double>>(Figures, TextJson.Options)!;

    /// <summary>The mean of those who were assessed; null where nobody was.</summary>
    public double? Mean => People.Count == 0 ? null : People.Values.Average();
}

/// <summary>Keeps how a group stands.</summary>
public sealed class GroupPointEditor(Db db)
{
    /// <summary>Keeps how the group stands now; the oldest point gives way where there are too many.</summary>
    public async Task KeepAsync(GroupSheet sheet, Change change, CancellationToken stop = default)
    {
        if (sheet.Target is not { } target)
            return;
        var id = sheet.Worksheet.Id;
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"worksheet {id}", stop);
        var last = await db.GroupPoints.Where(p => p.WorksheetId == id).MaxAsync(p => (int?)p.Sequence, stop) ?? 0;
        await db.GroupPoints.Where(p => p.WorksheetId == id && p.Sequence <= last + 1 - GroupPoint.Most).ExecuteDeleteAsync(stop);
        db.Add(new GroupPoint
        {
            WorksheetId = id,
            Sequence = last + 1,
            ProfileId = target.Profile.Id,
            At = change.When,
            Who = change.Who,
            Figures = JsonSerializer.Serialize(sheet.Gap.People.Where(p => p.Gap.Readiness is not null).ToDictionary(p => p.Person.Number, p => p.Gap.Readiness!.Value), TextJson.Options),
        });
        db.Add(AuditEntry.Of(change, "worksheet point", id.ToString(), null, null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
