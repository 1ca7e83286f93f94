using Trellis.Core.Codes;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Interop;
using Trellis.Interop.Training;

namespace Trellis.Web.Pages.Training;

/// <summary>Programs as files: those that a search found, and those of a comparison.</summary>
public static class TrainingDownloads
{
    /// <summary>A list of more is of no use in a spreadsheet; the API gives all of them page by page.</summary>
    public const int MostRows = 5000;

    public static void MapTrainingDownloads(this WebApplication app)
    {
        app.MapGet(Links.Training + ".csv", async (HttpContext http, Db db, ZipPlaces places) => Csv(await FoundAsync(http, db, places), "programs")).AllowAnonymous();
        app.MapGet(Links.Training + ".xlsx", async (HttpContext http, Db db, ZipPlaces places) => Excel(await FoundAsync(http, db, places), "programs")).AllowAnonymous();
        app.MapGet(Links.TrainingCompare + ".csv", async (string[]? p, string? occupation, string? area, Db db, HttpContext http) => TableFiles.Csv(await ComparedAsync(new(p, occupation, area), db, http), "compared-programs")).AllowAnonymous();
        app.MapGet(Links.TrainingCompare + ".xlsx", async (string[]? p, string? occupation, string? area, Db db, HttpContext http) => TableFiles.Excel(await ComparedAsync(new(p, occupation, area), db, http), "compared-programs")).AllowAnonymous();
    }

    private static async Task<IEnumerable<ProgramProfile>> FoundAsync(HttpContext http, Db db, ZipPlaces places)
    {
        var link = TrainingLink.Of(http.Request.Query);
        var meant = link.Occupation.Length == 0 ? [] : await OccupationNames.FindAsync(db, http.RequestServices.GetRequiredService<OccupationIndex>(), link.Occupation, 2, http.RequestAborted);
        if (link.Occupation.Length > 0 && meant.Count != 1)
            return [];
        var query = link.Query(meant.Count == 1 ? meant[0].Soc : null) with { Offset = 0, PageSize = MostRows };
        return (await new TrainingSearch(db, places).FindAsync(query, http.RequestAborted)).Programs.Select(f => f.Profile);
    }

    private sealed record Compared(string[]? Programs, string? Occupation, string? Area);

    private static async Task<OutgoingTable> ComparedAsync(Compared asked, Db db, HttpContext http)
    {
        var comparison = await ProgramComparison.ReadAsync(db, asked.Programs ?? [], http.RequestAborted);
        var target = AreaCode.TryParse(asked.Area, out var area) && asked.Occupation is { Length: > 0 } text
            && await OccupationNames.FindAsync(db, http.RequestServices.GetRequiredService<OccupationIndex>(), text, 1, http.RequestAborted) is [var wanted]
                ? await TargetWage.ReadAsync(db, wanted.Soc, wanted.Title, area, http.RequestAborted) : null;
        return ProgramTable.Of(comparison.Programs, target);
    }

    private static IResult Csv(IEnumerable<ProgramProfile> programs, string name) => TableFiles.Csv(ProgramTable.Of(programs), name);

    private static IResult Excel(IEnumerable<ProgramProfile> programs, string name) => TableFiles.Excel(ProgramTable.Of(programs), name);
}
