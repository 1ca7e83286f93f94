using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>An edit that came too late: the fields as they were sent, kept until their author has chosen what to do with them.</summary>
public sealed class DraftRefusal
{
    public required Guid Id { get; init; }
    public required Guid DraftId { get; init; }
    public required Guid StatementId { get; init; }
    public required string Who { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The fields of the form by name, as JSON.</summary>
    public required string Form { get; init; }

    public IReadOnlyDictionary<string, string> Fields => JsonSerializer.Deserialize<Dictionary<string, string>>(Form, TextJson.Options)!;
}

/// <summary>Keeps edits that came too late, so that nobody's words are lost.</summary>
public static class DraftRefusals
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    public static async Task<Guid> KeepAsync(
        Db db, DraftStatement statement, IReadOnlyDictionary<string, string> fields, Change change, CancellationToken stop = default)
    {
        var refusal = new DraftRefusal
        {
            Id = Guid.NewGuid(),
            DraftId = statement.DraftId,
            StatementId = statement.Id,
            Who = change.Who,
            At = change.When,
            Form = JsonSerializer.Serialize(fields, TextJson.Options),
        };
        await using var transaction = await db.BeginWriteAsync(stop);
        var oldest = change.When - Life;
        await db.DraftRefusals.Where(r => r.At < oldest).ExecuteDeleteAsync(stop);
        db.Add(refusal);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return refusal.Id;
    }

    /// <summary>What this author could not save; null where it is another's, was settled already, or never was.</summary>
    public static Task<DraftRefusal?> FindAsync(Db db, Guid draft, Guid id, string who, CancellationToken stop = default) =>
        db.DraftRefusals.FirstOrDefaultAsync(r => r.Id == id && r.DraftId == draft && r.Who == who, stop);

    public static Task DropAsync(Db db, Guid draft, Guid id, string who, CancellationToken stop = default) =>
        db.DraftRefusals.Where(r => r.Id == id && r.DraftId == draft && r.Who == who).ExecuteDeleteAsync(stop);
}
