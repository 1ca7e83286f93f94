using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>Finding occupations as somebody types, and coding job titles, one or many.</summary>
public static class OccupationFinderApi
{
    private const int MostLetters = 200;
    private const int MostSuggestions = 20;
    private const int Suggestions = 8;
    private const int MostTitles = 1000;
    private const int MostCandidates = 20;
    private const int Candidates = 5;

    public static void MapOccupationFinder(this WebApplication app)
    {
        app.MapGet(Links.OccupationSuggest, SuggestAsync).AllowAnonymous().WithName("suggestOccupations").WithTags("Occupations").WithSummary("Occupations that a text may mean, as somebody types")
            .Produces<SuggestAnswer>().Produces(StatusCodes.Status304NotModified).ProducesValidationProblem();
        app.MapGet(Links.OccupationCode, CodeAsync).AllowAnonymous().WithName("codeTitle").WithTags("Occupations").WithSummary("The occupations that a job title may mean, with a confidence for each")
            .Produces<CodedLine>().ProducesValidationProblem();
        app.MapPost(Links.OccupationCode, CodeAllAsync).AllowAnonymous().WithName("codeTitles").WithTags("Occupations").WithSummary("Up to 1,000 job titles coded at once")
            .Produces<CodeAnswer>().ProducesValidationProblem();
    }

    private static async Task<IResult> SuggestAsync(OccupationIndex index, Db db, HttpContext http, string? q = null, int top = Suggestions)
    {
        if (q is { Length: > MostLetters })
            return Wrong("q", $"The text is longer than {MostLetters} characters.");
        if (top is < 1 or > MostSuggestions)
            return Wrong("top", $"From 1 to {MostSuggestions} suggestions can be asked for.");
        var loaded = await index.CurrentAsync(db, http.RequestAborted);
        // The address holds the question, so the release alone tells whether the answer is still the same.
        var tag = $"\"onet-{loaded.Release?.Key ?? 0}\"";
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "public, max-age=60";
        if (http.Request.Headers.IfNoneMatch.Contains(tag))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        return TypedResults.Ok(new SuggestAnswer(q ?? "", loaded.Release?.Title, [.. loaded.Search.Find(q ?? "", top).Select(FoundLine.Of)]));
    }

    private static async Task<IResult> CodeAsync(
        CoderSource coders, Db db, [FromQuery] string? title, string? duties, string? industry, CancellationToken stop, int top = Candidates)
    {
        if (string.IsNullOrWhiteSpace(title))
            return Wrong("title", $"Give a job title.");
        return await AnswerAsync(coders, db, new([new(title, duties, industry)], top), lines => TypedResults.Ok(lines[0]), stop);
    }

    private static async Task<IResult> CodeAllAsync(CoderSource coders, Db db, CodeRequest request, CancellationToken stop)
    {
        if (request.Titles is not { Count: > 0 and <= MostTitles } || request.Titles.Any(t => string.IsNullOrWhiteSpace(t?.Title)))
            return Wrong("titles", $"Give from 1 to {MostTitles} titles, each as {{\"title\": \"…\"}}.");
        return await AnswerAsync(coders, db, request, lines => TypedResults.Ok(new CodeAnswer(lines)), stop);
    }

    private static async Task<IResult> AnswerAsync(CoderSource coders, Db db, CodeRequest request, Func<List<CodedLine>, IResult> answer, CancellationToken stop)
    {
        var top = request.Top ?? Candidates;
        if (top is < 1 or > MostCandidates)
            return Wrong("top", $"From 1 to {MostCandidates} candidates can be asked for.");
        if (await coders.CurrentAsync(db, stop) is not { } loaded)
            return TypedResults.Problem("No occupations have been loaded yet.", statusCode: StatusCodes.Status503ServiceUnavailable);
        return answer(request.Titles!.ConvertAll(t => CodedLine.Of(loaded.Coder.Code(new(t.Title!, t.Duties, t.Industry), top))));
    }

    private static ValidationProblem Wrong(string field, FormattableString what) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [FormattableString.Invariant(what)] });
}

/// <summary>Titles to be coded.</summary>
public sealed record CodeRequest(List<TitleRequest>? Titles, int? Top);

/// <summary>A title to be coded, with what else is known of the job.</summary>
public sealed record TitleRequest(string? Title, string? Duties = null, string? Industry = null);

/// <summary>The coded titles in the order of the request.</summary>
public sealed record CodeAnswer(IReadOnlyList<CodedLine> Titles);

/// <summary>What a text may mean, and the release that it was looked for in.</summary>
public sealed record SuggestAnswer(string Q, string? Release, IReadOnlyList<FoundLine> Hits);
