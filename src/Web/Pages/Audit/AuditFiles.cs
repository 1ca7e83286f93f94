using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;

namespace Trellis.Web.Pages.Audit;

/// <summary>The audit as a file, with the filter of the page. People stand in it by identifier, so that a file that is passed on tells no names.</summary>
public static class AuditFiles
{
    public const int MostRows = 100_000;

    private static readonly JsonSerializerOptions Json = new(TextJson.Options) { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void MapAuditFiles(this WebApplication app)
    {
        var files = app.MapGroup("").RequireAuthorization(nameof(Permission.ReadAudit));
        files.MapGet(Links.Audit + ".csv", async (HttpContext http, Db db) => TableFiles.Csv(await TableAsync(http, db), "audit"));
        files.MapGet(Links.Audit + ".xlsx", async (HttpContext http, Db db) => TableFiles.Excel(await TableAsync(http, db), "audit"));
        files.MapGet(Links.Audit + ".json", async (HttpContext http, Db db) =>
            Results.File(JsonSerializer.SerializeToUtf8Bytes(await EntriesAsync(http, db), Json), "application/json; charset=utf-8", "audit.json"));
    }

    private static async Task<OutgoingTable> TableAsync(HttpContext http, Db db) => new(
        "Audit",
        ["id", "when", "who", "door", "action", "subject", "why", "before", "after"],
        [.. (await EntriesAsync(http, db)).Select(a => (IReadOnlyList<OutgoingCell>)
            [a.Id.ToString("D"), a.When.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), a.Who, a.Door, a.Action, a.Subject, a.Why, a.Before, a.After])]);

    private static Task<List<AuditEntry>> EntriesAsync(HttpContext http, Db db) =>
        AuditSearch.Find(db, AuditQuery.Of(http.Request.Query)).Take(MostRows).ToListAsync(http.RequestAborted);
}
