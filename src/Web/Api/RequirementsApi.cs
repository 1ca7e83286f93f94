using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Storage;
using Trellis.Interop.RequirementProfiles;

namespace Trellis.Web.Api;

/// <summary>What a caller of /api/v1/requirements asks for.</summary>
public sealed record RequirementsRequest
{
    [Description("Words that all stand in the title, the employer, the job or its place")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("consensus, jobOrder or ownChoice")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    internal RequirementKind? Wanted => Enum.TryParse<RequirementKind>(Kind, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(Kind![0]) ? kind : null;

    internal bool IsRight => Kind is null || Wanted is not null;
}

/// <summary>Published requirement profiles and job orders for programs of others, to read by anybody.</summary>
public static class RequirementsApi
{
    public static void MapRequirementsApi(this WebApplication app)
    {
        var api = app.MapGroup(Links.ApiRoot + "/requirements").AllowAnonymous().RequireCors(PublicReads.Policy).WithTags("Requirements");
        api.MapGet("", ListAsync).WithName("listRequirements").WithSummary("Find requirement profiles and job orders, the latest first")
            .Produces<ListResource<RequirementProfileResource>>(contentType: "application/json", additionalContentTypes: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/{id:guid}", OneAsync).WithName("getRequirements").WithSummary("One requirement profile with all it asks for")
            .Produces<RequirementContentResource>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] RequirementsRequest request, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (!request.IsRight)
            return ApiAnswer.Fault("kind", "Expected: consensus, jobOrder or ownChoice.");
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        var found = RequirementShelf.Filter(await RequirementShelf.ListAsync(db, null, http.RequestAborted), request.Q, request.Wanted);
        var part = found.Skip(window.Offset).Take(window.Limit).ToList();
        window = window with { Total = found.Count };
        return ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, RequirementTable.Of(part), window) : ApiAnswer.List(http, part.Select(RequirementProfileResource.Of), window);
    }

    private static async Task<IResult> OneAsync(Guid id, [AsParameters] ReaderLanguage language, HttpContext http, Db db)
    {
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await RequirementShelf.FindAsync(db, id, null, http.RequestAborted) is not { } profile)
            return Results.Problem($"There is no published requirement profile '{id}'. {Links.ApiRoot}/requirements lists those there are.", statusCode: StatusCodes.Status404NotFound);
        language.Announce(http);
        var kind = ApiAnswer.WantsCsv(http) ? "csv" : "json";
        if (EntityTag.IsFresh(http, FormattableString.Invariant($"\"{kind}-{profile.Id:N}-{profile.ChangedAt.UtcTicks}-{language.Of(http)}\""), profile.ChangedAt))
            return Results.Empty;
        var content = await RequirementShelf.ReadAsync(db, profile, http.RequestAborted);
        return ApiAnswer.WantsCsv(http)
            ? Results.Bytes(RequirementTable.Of(content, language.Of(http)).ToCsv(), "text/csv; charset=utf-8")
            : Results.Json(RequirementContentResource.Of(content, language.Of(http)), ApiAnswer.Json);
    }
}
