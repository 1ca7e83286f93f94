using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>What a framework is made of: its tree, its statements and its links.</summary>
internal static class FrameworkStatementsApi
{
    public static void MapFrameworkStatements(this RouteGroupBuilder api)
    {
        api.MapGet("/{slug}/tree", TreeAsync).WithName("getFrameworkTree").WithSummary("The tree of a framework, or a part of it, whole and nested")
            .Produces<FrameworkTreeResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{slug}/statements", ListAsync).WithName("listStatements").WithSummary("The statements of a framework in reading order")
            .Produces<ListResource<StatementLine>>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{slug}/statements/{id:guid}", OneAsync).WithName("getStatement").WithSummary("One statement with its place and its links")
            .Produces<FrameworkStatementResource>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/{slug}/alignments", AlignmentsAsync).WithName("listAlignments").WithSummary("The links of a framework's statements to other nodes")
            .Produces<ListResource<AlignmentResource>>().Produces(StatusCodes.Status304NotModified).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> TreeAsync(string slug, [AsParameters] FrameworkTreeRequest request, [AsParameters] ReaderLanguage language, HttpContext http, Db db)
    {
        if (request.Fault is { } fault)
            return ApiAnswer.Fault(fault.Name, fault.Sentence);
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await ModelCatalog.FindAsync(db, slug, request.Version, http.RequestAborted) is not { } model)
            return FrameworksApi.NotFound(slug, request.Version);
        if (FrameworksApi.IsFresh(http, FrameworksApi.Edition(model), language, model.Version.UpdatedAt()))
            return Results.Empty;
        if (await request.Part.StreamAsync(db, model.Version.Key, http.RequestAborted) is not { } nodes)
            return NoStatement(slug, request.Root!);
        return Results.Stream(async stream =>
        {
            await using var tree = new FrameworkTree(stream, language.Of(http));
            await tree.WriteAsync(model, nodes, http.RequestAborted);
        }, "application/json; charset=utf-8");
    }

    private static async Task<IResult> ListAsync(
        string slug, [AsParameters] FrameworkStatementsRequest request, [AsParameters] ReaderLanguage language, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (request.Fault is { } fault)
            return ApiAnswer.Fault(fault.Name, fault.Sentence);
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await ModelCatalog.FindAsync(db, slug, request.Version, http.RequestAborted) is not { } model)
            return FrameworksApi.NotFound(slug, request.Version);
        if (FrameworksApi.IsFresh(http, FrameworksApi.Edition(model), language, model.Version.UpdatedAt()))
            return Results.Empty;
        var reader = language.Of(http);
        var end = (int)Math.Min(int.MaxValue, window.Offset + (long)window.Limit);
        if (await request.Part.PageAsync(db, model.Version.Key, StatementFilter.Parse(request.Q), reader, window.Offset..end, http.RequestAborted) is not { } found)
            return NoStatement(slug, request.Block!);
        var result = ApiAnswer.List(http, found.Nodes.Select(n => StatementLine.Of(n, reader)), window with { Total = found.Total });
        language.Announce(http);
        return result;
    }

    private static async Task<IResult> OneAsync(
        string slug, Guid id, [Description("The number of a version; the newest that has the statement where not given"), FromQuery] string? version,
        [AsParameters] ReaderLanguage language, HttpContext http, Db db)
    {
        if (!language.IsRight)
            return ReaderLanguage.Fault;
        if (await StatementProfile.ReadAsync(db, slug, id, version, http.RequestAborted) is not { } profile)
            return NoStatement(slug, id.ToString());
        // Links come to it from other frameworks too, so it is another with any of them.
        if (await FrameworksApi.IsFreshAsync(http, db, language))
            return Results.Empty;
        var links = await StatementLinks.ReadAsync(db, profile.Statement, http.RequestAborted);
        return Results.Json(FrameworkStatementResource.Of(profile, links, language.Of(http), FrameworksApi.Address(http)), ApiAnswer.Json);
    }

    private static async Task<IResult> AlignmentsAsync(
        string slug, [AsParameters] FrameworkAlignmentsRequest request, [AsParameters] PageRequest page, HttpContext http, Db db)
    {
        if (page.Window is not { } window)
            return ApiAnswer.BadWindow;
        if (await ModelCatalog.FindAsync(db, slug, request.Version, http.RequestAborted) is not { } model)
            return FrameworksApi.NotFound(slug, request.Version);
        if (EntityTag.IsFresh(http, $"\"{FrameworksApi.Edition(model)}\"", model.Version.UpdatedAt()))
            return Results.Empty;
        var links = request.In(db, model.Version.Key);
        var part = await links.OrderBy(a => a.Ordinal).Skip(window.Offset).Take(window.Limit).ToListAsync(http.RequestAborted);
        return ApiAnswer.List(http, part.Select(AlignmentResource.Of), window with { Total = await links.CountAsync(http.RequestAborted) });
    }

    private static IResult NoStatement(string slug, string id) => Results.Problem(
        $"No published version of a framework '{slug}' that was asked for has a statement '{id}'. {Links.ApiFramework(slug, "statements")} lists those of the current one.",
        statusCode: StatusCodes.Status404NotFound);
}

/// <summary>Which links of a framework a caller asks for.</summary>
public sealed record FrameworkAlignmentsRequest
{
    [Description(FrameworksApi.VersionSentence)]
    [FromQuery(Name = "version")]
    public string? Version { get; init; }

    [Description("A type of CASE such as isRelatedTo or exactMatchOf, or ext: and a name")]
    [FromQuery(Name = "type")]
    public string? Type { get; init; }

    [Description("What is linked to: the id of a statement, a code such as 51-4121.00, or an address")]
    [FromQuery(Name = "target")]
    public string? Target { get; init; }

    internal IQueryable<Alignment> In(Db db, int versionKey)
    {
        var id = Guid.TryParse(Target, out var guid) ? guid.ToString("D") : Target;
        return db.Alignments.Where(a => a.VersionKey == versionKey && (Type == null || a.Type == Type) && (id == null || a.Destination.Id == id || a.Destination.Uri == id));
    }
}
