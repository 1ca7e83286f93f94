using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Web.Api;

/// <summary>Competency frameworks for programs of others, to read by anybody. Drafts are not seen through it.</summary>
public static class FrameworksApi
{
    internal const string Tag = "Frameworks";

    public static void MapFrameworksApi(this WebApplication app)
    {
        var api = app.MapGroup(Links.ApiRoot + "/frameworks").AllowAnonymous().RequireCors(PublicReads.Policy).WithTags(Tag);
        api.MapGet("", ListAsync).WithName("listFrameworks").WithSummary("Find competency frameworks and models")
            .Produces<ListResource<FrameworkResource>>(contentType: "application/json", additionalContentTypes: "text/csv").Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/{slug}", OneAsync).WithName("getFramework").WithSummary("One framework")
            .Produces<FrameworkResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{slug}/versions", VersionsAsync).WithName("listFrameworkVersions").WithSummary("The versions of a framework, the newest first")
            .Produces<ListResource<FrameworkVersionResource>>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapFrameworkStatements();
        app.MapFrameworkSearch();
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] FrameworksRequest request, [AsParameters] ReaderLanguage language, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (request.Faults() is { Count: > 0 } faults)
            return Results.ValidationProblem(faults);
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await IsFreshAsync(http, db, language))
            return Results.Empty;
        var found = await FrameworkList.FindAsync(db, request.Query(), http.RequestAborted);
        var part = found.Skip(window.Offset).Take(window.Limit).ToList();
        window = window with { Total = found.Count };
        var result = ApiAnswer.WantsCsv(http) ? ApiAnswer.Csv(http, FrameworkResource.Table(part, language.Of(http)), window)
            : ApiAnswer.List(http, part.Select(m => FrameworkResource.Of(m, language.Of(http), Address(http))), window);
        language.Announce(http);
        return result;
    }

    private static async Task<IResult> OneAsync(
        string slug, [Description(VersionSentence), FromQuery] string? version, [AsParameters] ReaderLanguage language, HttpContext http, Db db) =>
        !language.IsRight ? ReaderLanguage.Fault
        : await ModelCatalog.FindAsync(db, slug, version, http.RequestAborted) is not { } model ? NotFound(slug, version)
        : IsFresh(http, Edition(model), language, model.Version.UpdatedAt()) ? Results.Empty
        : Results.Json(FrameworkResource.Of(model, language.Of(http), Address(http)), ApiAnswer.Json);

    private static async Task<IResult> VersionsAsync(string slug, [AsParameters] ReaderLanguage language, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await ModelCatalog.FindAsync(db, slug, null, http.RequestAborted) is not { } model)
            return NotFound(slug, null);
        if (await IsFreshAsync(http, db, language))
            return Results.Empty;
        var versions = await ModelCatalog.VersionsAsync(db, model.Framework, http.RequestAborted);
        var part = versions.Skip(window.Offset).Take(window.Limit).Select(v => FrameworkVersionResource.Of(model with { Version = v }, language.Of(http), Address(http)));
        var result = ApiAnswer.List(http, part, window with { Total = versions.Count });
        language.Announce(http);
        return result;
    }

    internal const string VersionSentence = "The number of a version; the current one where not given";

    /// <summary>The address that links in answers begin with.</summary>
    internal static string Address(HttpContext http) => http.RequestServices.GetRequiredService<PublicAddress>().Of(http.Request);

    /// <summary>What changes whenever a version says something else of itself: its content never does.</summary>
    internal static string Edition(Model model) =>
        FormattableString.Invariant($"{model.Version.Key}-{model.Version.LoadedAt.UtcTicks}-{model.Version.Status}-{model.Framework.CurrentVersionKey}");

    internal static bool IsFresh(HttpContext http, string edition, ReaderLanguage language, DateTimeOffset changedAt)
    {
        language.Announce(http);
        return EntityTag.IsFresh(http, $"\"{(ApiAnswer.WantsCsv(http) ? "csv-" : "")}{edition}-{language.Of(http)}\"", changedAt);
    }

    /// <summary>Of an answer that depends on all frameworks.</summary>
    internal static async Task<bool> IsFreshAsync(HttpContext http, Db db, ReaderLanguage language)
    {
        var edition = await ModelCatalog.EditionAsync(db, http.RequestAborted);
        return IsFresh(http, edition.Mark, language, edition.ChangedAt);
    }

    internal static IResult NotFound(string slug, string? version) => Results.Problem(
        version is null ? $"There is no published framework '{slug}'. {Links.ApiRoot}/frameworks lists those there are."
        : $"There is no published version '{version}' of a framework '{slug}'. {Links.ApiFramework(slug, "versions")} lists those there are.",
        statusCode: StatusCodes.Status404NotFound);
}
