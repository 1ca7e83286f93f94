using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Web.Pages.Audit;

/// <summary>The filter of the audit as it stands in an address, and the names behind the identifiers for those who may read the audit.</summary>
public static class AuditQuery
{
    public static AuditFilter Of(IQueryCollection query) => new()
    {
        Who = Text(query["who"]),
        Area = Text(query["area"]),
        What = Text(query["what"]),
        From = Day(query["from"]),
        To = Day(query["to"]),
    };

    /// <summary>The names of the people among these; deleted people have none.</summary>
    public static async Task<Dictionary<string, string>> NamesAsync(Db db, IEnumerable<AuditEntry> entries, CancellationToken stop)
    {
        var ids = entries.SelectMany(a => new[] { Actor.PersonOf(a.Who), Actor.PersonOf(a.Subject) }).OfType<Guid>().ToHashSet();
        var people = await db.People.Where(p => ids.Contains(p.Id) && p.Name != null).Select(p => new { p.Id, p.Name }).ToListAsync(stop);
        return people.ToDictionary(p => Actor.WhoOf(p.Id), p => p.Name!);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
