using Microsoft.Extensions.Localization;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Comparisons;

namespace Trellis.Web.Pages.Compare;

/// <summary>A comparison as a file: the same models as the page, whole.</summary>
public static class CompareDownloads
{
    public static void MapCompareDownloads(this WebApplication app)
    {
        app.MapGet(Links.Compare + ".csv", (string[]? m, HttpContext http, Db db, RecentComparisons recent) =>
            FileAsync(m, http, db, recent, compared => Results.File(WithMark(ComparisonCsv.Write(compared.Comparison)), "text/csv; charset=utf-8", Name(compared, "csv")))).AllowAnonymous();
        app.MapGet(Links.Compare + ".json", (string[]? m, HttpContext http, Db db, RecentComparisons recent) =>
            FileAsync(m, http, db, recent, compared => Results.File(Utf8.Strict.GetBytes(ComparisonJson.Write(compared.Comparison)), "application/json", Name(compared, "json")))).AllowAnonymous();
    }

    private static async Task<IResult> FileAsync(string[]? m, HttpContext http, Db db, RecentComparisons recent, Func<ComparedVersions, IResult> write)
    {
        try
        {
            return write(await recent.GetAsync(db, CompareQuery.Read(m, null, null, null).ModelNames, Startup.Language, http.RequestAborted));
        }
        catch (UnusableInputException e)
        {
            var words = http.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
            return Results.Problem(
                string.Join(" ", e.Problems.Select(p => words[p.Sentence, [.. p.Values]].Value)),
                statusCode: e.Problems.Any(p => p.Code == "unknown-model") ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>Spreadsheets take a file without the mark for one in the machine's old code page.</summary>
    private static byte[] WithMark(string csv) => Utf8.Strict.GetBytes('\uFEFF' + csv);

    private static string Name(ComparedVersions compared, string format) => $"compare-{string.Join('-', compared.Models.Select(m => m.Slug))}.{format}";
}
