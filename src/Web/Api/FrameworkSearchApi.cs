using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Competencies.Search;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Comparisons;
using Trellis.Web.Pages.Compare;

namespace Trellis.Web.Api;

/// <summary>Questions over all frameworks: which statements say something, and what models share.</summary>
internal static class FrameworkSearchApi
{
    private const int MostModels = 10;

    public static void MapFrameworkSearch(this WebApplication app)
    {
        var api = app.MapGroup(Links.ApiRoot).AllowAnonymous().RequireCors(PublicReads.Policy).WithTags(FrameworksApi.Tag);
        api.MapGet("/search", SearchAsync).WithName("search").WithSummary("Search the statements of all frameworks, and their titles")
            .Produces<SearchResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/compare", CompareAsync).WithName("compareFrameworks").WithSummary("Two to four models side by side, by what their statements say")
            .Produces<ComparisonFile>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> SearchAsync(
        [AsParameters] SearchQuestion question, [AsParameters] ReaderLanguage language, [AsParameters] PageRequest page, HttpContext http, SearchIndex index, Db db)
    {
        if (question.Fault is { } fault)
            return ApiAnswer.Fault(fault.Name, fault.Sentence);
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (window.Offset + window.Limit > SearchRequest.LastRank)
            return ApiAnswer.Fault("offset", FormattableString.Invariant($"Expected: limit and offset of {SearchRequest.LastRank} together at most; ask for less with more words or a filter."));
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await FrameworksApi.IsFreshAsync(http, db, language))
            return Results.Empty;
        var reader = language.Of(http);
        var found = await index.SearchAsync(db, question.Request with { Language = LanguageText.Primary(reader), Offset = window.Offset, PageSize = window.Limit }, http.RequestAborted);
        var models = await FrameworkList.FindAsync(db, new() { Text = question.Q }, http.RequestAborted);
        window = window with { Total = found.Result.Total };
        ApiAnswer.Announce(http, window);
        language.Announce(http);
        return Results.Json(new SearchResource(window.Total, window.Offset, window.Limit, [.. found.Hits.Select(h => SearchLine.Of(h, found.Result, reader))])
        {
            Models = [.. models.Take(MostModels).Select(m => ModelLine.Of(m, reader))],
            HasSomeWordsOnly = found.Result.HasSomeWordsOnly,
            Corrections = [.. found.Result.Corrections.Select(c => new CorrectionResource(c.Typed, c.Meant))],
        }, ApiAnswer.Json);
    }

    private static async Task<IResult> CompareAsync(
        [Description("Two to four models, each as a slug or slug@version; give it once for each"), FromQuery] string[]? m,
        [AsParameters] ReaderLanguage language, HttpContext http, Db db, RecentComparisons recent)
    {
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        try
        {
            var names = (m ?? []).Where(n => !string.IsNullOrWhiteSpace(n)).Select(ModelName.Parse).ToList();
            var compared = await recent.GetAsync(db, names, language.Of(http), http.RequestAborted);
            var edition = string.Join('-', compared.Models.Select(FrameworksApi.Edition));
            return FrameworksApi.IsFresh(http, edition, language, compared.Models.Max(c => c.Version.UpdatedAt())) ? Results.Empty
                : Results.Text(ComparisonJson.Write(compared.Comparison), "application/json", Utf8.Strict);
        }
        catch (UnusableInputException e)
        {
            return e.Problems.Any(p => p.Code == "unknown-model")
                ? Results.Problem(string.Join(" ", e.Problems.Select(p => p.Message)) + $" {Links.ApiRoot}/frameworks lists those there are.", statusCode: StatusCodes.Status404NotFound)
                : Results.ValidationProblem(e.Problems.GroupBy(p => p.Where).ToDictionary(g => g.Key, g => g.Select(p => p.Message).ToArray()));
        }
    }
}

/// <summary>A page of statements that were found, the best first, and the frameworks whose own titles or descriptions have the words.</summary>
public sealed record SearchResource(int Total, int Offset, int Limit, IReadOnlyList<SearchLine> Items)
{
    public required IReadOnlyList<ModelLine> Models { get; init; }

    /// <summary>No statement has all the words; those that were found have at least half of them.</summary>
    public required bool HasSomeWordsOnly { get; init; }

    /// <summary>Words that were looked for in place of others that nothing has.</summary>
    public required IReadOnlyList<CorrectionResource> Corrections { get; init; }
}

/// <summary>A word of the question, and the one that was looked for in its place.</summary>
public sealed record CorrectionResource(string Typed, string Meant);
