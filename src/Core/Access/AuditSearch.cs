using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Access;

/// <summary>Which entries of the audit somebody looks for; what is null does not matter.</summary>
public sealed record AuditFilter
{
    /// <summary>The whole name as the audit has it.</summary>
    public string? Who { get; init; }

    /// <summary>The noun of the action: "model", "data", "person".</summary>
    public string? Area { get; init; }

    /// <summary>Words of the action or the subject.</summary>
    public string? What { get; init; }

    /// <summary>The first and the last day, in UTC.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    public bool IsEmpty => this == new AuditFilter();
}

/// <summary>Reads the audit, the newest entry first.</summary>
public static class AuditSearch
{
    public static IQueryable<AuditEntry> Find(Db db, AuditFilter filter)
    {
        var found = db.AuditEntries.AsQueryable();
        if (filter.Who is { Length: > 0 } who)
            found = found.Where(a => a.Who == who);
        if (filter.Area is { Length: > 0 } area)
            found = found.Where(a => a.Action.StartsWith(area + " "));
        if (filter.What is { Length: > 0 } what)
            found = found.Where(a => a.Action.Contains(what) || a.Subject.Contains(what));
        if (filter.From is { } from)
        {
            var first = Midnight(from);
            found = found.Where(a => a.When >= first);
        }
        if (filter.To is { } to && to < DateOnly.MaxValue)
        {
            var after = Midnight(to.AddDays(1));
            found = found.Where(a => a.When < after);
        }
        return found.OrderByDescending(a => a.When).ThenBy(a => a.Id);
    }

    /// <summary>The nouns of all actions that ever happened.</summary>
    public static async Task<List<string>> AreasAsync(Db db, CancellationToken stop = default) =>
        [.. (await db.AuditEntries.Select(a => a.Action).Distinct().ToListAsync(stop)).Select(a => a.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal)];

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
