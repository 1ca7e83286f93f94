using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>Which of their customers somebody looks for; what is null does not matter.</summary>
public sealed record CaseloadFilter
{
    public const int QuietDays = 30;
    public const int EndingDays = 30;

    /// <summary>Part of the name or of a tag.</summary>
    public string? Text { get; init; }
    public CustomerState? State { get; init; } = CustomerState.Open;

    /// <summary>No contact in the last 30 days.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>A task is due today or overdue.</summary>
    public bool HasDueTask { get; init; }

    /// <summary>The consent ends within 30 days, or has ended.</summary>
    public bool EndsSoon { get; init; }
}

/// <summary>A customer as a line of a caseload.</summary>
public sealed record CaseloadRow(Customer Customer, CustomerCard Card)
{
    /// <summary>The last day of the consent to guidance.</summary>
    public required DateOnly ConsentUntil { get; init; }

    /// <summary>Whether the record can be opened today; otherwise the consent has to be asked for again.</summary>
    public required bool IsReadable { get; init; }

    public required int TasksDue { get; init; }

    /// <summary>The day of the next open task.</summary>
    public required DateOnly? NextTask { get; init; }

    public required bool IsOwn { get; init; }
}

/// <summary>Reads a caseload. A caseload is some hundred people: their cards are opened here, because a sealed name cannot be searched.</summary>
public static class CaseloadList
{
    public static async Task<List<CaseloadRow>> ReadAsync(Db db, PersonalSeal seal, Actor actor, CaseloadFilter filter, DateTimeOffset now, CancellationToken stop = default)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var quiet = now.AddDays(-CaseloadFilter.QuietDays);
        var listed = CaseloadSearch.Listed(db, actor);
        if (filter.State is { } state)
            listed = listed.Where(c => c.State == state);
        var found = await listed.Select(c => new
        {
            Customer = c,
            Until = db.CustomerConsents.Where(s => s.CustomerId == c.Id && s.Purpose == ConsentPurpose.Guidance && s.WithdrawnAt == null).Max(s => (DateOnly?)s.Until),
            Due = db.CustomerTasks.Count(t => t.CustomerId == c.Id && t.DoneAt == null && t.Due <= today),
            Next = db.CustomerTasks.Where(t => t.CustomerId == c.Id && t.DoneAt == null).Min(t => (DateOnly?)t.Due),
        }).ToListAsync(stop);
        return
        [
            .. found.Select(f => new CaseloadRow(f.Customer, seal.OpenCard(f.Customer.Card))
            {
                ConsentUntil = f.Until ?? today,
                IsReadable = f.Until >= today,
                TasksDue = f.Due,
                NextTask = f.Next,
                IsOwn = f.Customer.AdviserId == actor.Id,
            })
            .Where(r => (!filter.IsQuiet || (r.Customer.ContactAt ?? r.Customer.MadeAt) < quiet) && (!filter.HasDueTask || r.TasksDue > 0)
                && (!filter.EndsSoon || r.ConsentUntil <= today.AddDays(CaseloadFilter.EndingDays)) && Says(r.Card, filter.Text))
            .OrderBy(r => r.Card.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(r => r.Customer.Id),
        ];
    }

    private static bool Says(CustomerCard card, string? text) =>
        string.IsNullOrWhiteSpace(text) || card.Tags.Append(card.Name).Any(t => t.Contains(text.Trim(), StringComparison.CurrentCultureIgnoreCase));
}
