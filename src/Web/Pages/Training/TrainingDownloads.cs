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
        app.MapGet(Links.TrainingCompare + ".csv", async (string[]? p, Db db, HttpContext http) => Csv(await ComparedAsync(p, db, http), "compared-programs")).AllowAnonymous();
        app.MapGet(Links.TrainingCompare + ".xlsx", async (string[]? p, Db db, HttpContext http) => Excel(await ComparedAsync(p, db, http), "compared-programs")).AllowAnonymous();
    }

    private static async Task<IEnumerable<ProgramProfile>> FoundAsync(HttpContext http, Db db, ZipPlaces places)
    {
        var link = TrainingLink.Of(http.Request.Query);
        var meant = link.Occupation.Length == 0 ? [] : await OccupationNames.FindAsync(db, link.Occupation, 2, http.RequestAborted);
        if (link.Occupation.Length > 0 && meant.Count != 1)
            return [];
        var query = link.Query(meant.Count == 1 ? meant[0].Soc : null) with { Offset = 0, PageSize = MostRows };
        return (await new TrainingSearch(db, places).FindAsync(query, http.RequestAborted)).Programs.Select(f => f.Profile);
    }

    private static async Task<IEnumerable<ProgramProfile>> ComparedAsync(string[]? p, Db db, HttpContext http) =>
        (await ProgramComparison.ReadAsync(db, p ?? [], http.RequestAborted)).Programs;

    private static IResult Csv(IEnumerable<ProgramProfile> programs, string name) => TableFiles.Csv(ProgramTable.Of(programs), name);

    private static IResult Excel(IEnumerable<ProgramProfile> programs, string name) => TableFiles.Excel(ProgramTable.Of(programs), name);
}
