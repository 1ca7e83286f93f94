using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Ctdl;

namespace Trellis.Web.Api;

/// <summary>Frameworks, statements and scales as CTDL linked data, for anybody. Whoever would rather read a page is led to it.</summary>
public static class CtdlApi
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCtdl(this WebApplication app)
    {
        var group = app.MapGroup("").AllowAnonymous().RequireCors(PublicReads.Policy).ExcludeFromDescription();
        group.MapMethods(Links.LinkedResource, Methods, (string ctid, HttpContext http, Db db, PublicAddress address) => AnswerAsync(ctid, http, db, address, SendNodeAsync));
        group.MapMethods(Links.LinkedGraph, Methods, (string ctid, HttpContext http, Db db, PublicAddress address) => AnswerAsync(ctid, http, db, address, SendGraphAsync));
        group.MapMethods("/models/{slug}.jsonld", Methods, (string slug, HttpContext http, Db db, PublicAddress address) => DownloadAsync(slug, null, http, db, address));
        group.MapMethods("/models/{slug}/v/{number}.jsonld", Methods, (string slug, string number, HttpContext http, Db db, PublicAddress address) => DownloadAsync(slug, number, http, db, address));
    }

    private delegate Task<IResult> Send(CtdlThing thing, CtdlAnswer answer, HttpContext http, Db db);

    private static async Task<IResult> AnswerAsync(string text, HttpContext http, Db db, PublicAddress address, Send send)
    {
        http.Response.Headers.Vary = HeaderNames.Accept;
        var answer = CtdlAnswer.For(http.Request, address.Of(http.Request));
        var thing = Ctid.TryParse(text, out var ctid) ? await CtdlLookup.FindAsync(db, ctid, http.RequestAborted) : null;
        if (thing is null)
        {
            return answer.IsPage ? Results.NotFound() : Results.Problem(
                $"Nothing here has the identifier '{text}'. Identifiers look like ce-5a3a0d26-7d0c-4b8c-9d2a-0f7d9a1b2c3d; the pages of models name theirs.", statusCode: StatusCodes.Status404NotFound);
        }
        if (answer.IsPage && thing.Page is { } page)
        {
            http.Response.Headers.Location = page;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        }
        return await send(thing, answer, http, db);
    }

    private static async Task<IResult> SendNodeAsync(CtdlThing thing, CtdlAnswer answer, HttpContext http, Db db)
    {
        if (answer.IsFresh(http, thing, thing.Statement?.Id.ToString() ?? "node"))
            return Results.Empty;
        var graphs = http.RequestServices.GetRequiredService<KeptGraphs>();
        return Results.Bytes(await graphs.NodeAsync(http.Response.Headers.ETag.ToString(), () => NodeAsync(thing, answer.Address, db, http.RequestAborted)), answer.Type);
    }

    private static async Task<byte[]> NodeAsync(CtdlThing thing, string address, Db db, CancellationToken stop)
    {
        var model = thing.Scale ?? (thing.Statement is null ? await OutgoingModel.FromAsync(db, thing.Model!, stop) : null);
        return thing.Statement is not { } statement ? await CtdlResource.OfFrameworkAsync(model!, address, stop)
            : model is null ? await CtdlResource.OfStatementAsync(db, thing.Model!, statement, address, stop)
            : await CtdlResource.OfStatementAsync(model, statement, address, stop);
    }

    /// <summary>The graph of a framework. A statement stands in that of its framework.</summary>
    private static async Task<IResult> SendGraphAsync(CtdlThing thing, CtdlAnswer answer, HttpContext http, Db db)
    {
        if (thing.Statement is not null)
            return Results.Redirect(Links.Graph(thing.Whole));
        if (thing.Scale is not { } scale)
            return await SendKeptAsync(thing, answer, http);
        if (answer.IsFresh(http, thing, "graph"))
            return Results.Empty;
        return Results.Stream(stream => CtdlGraphWriter.WriteAsync(scale, answer.Address, stream, http.RequestAborted), answer.Type);
    }

    private static async Task<IResult> DownloadAsync(string slug, string? number, HttpContext http, Db db, PublicAddress address)
    {
        if (await ModelCatalog.FindAsync(db, slug, number, http.RequestAborted) is not { } model)
            return Results.NotFound();
        Downloads.Name(http.Response, model, "jsonld");
        return await SendKeptAsync(new(model, null, null), new(address.Of(http.Request), CtdlAnswer.LinkedData, IsPage: false), http);
    }

    private static async Task<IResult> SendKeptAsync(CtdlThing thing, CtdlAnswer answer, HttpContext http)
    {
        // What is answered is the same in every language.
        http.Response.Headers.Remove(HeaderNames.ContentLanguage);
        await http.RequestServices.GetRequiredService<KeptGraphs>().Of(thing.Model!, thing.Stamp, answer.Address).SendAsync(http, answer.Type);
        return Results.Empty;
    }
}

/// <summary>How linked data is answered: below which public address it is named, as which type, or with a page instead.</summary>
public sealed record CtdlAnswer(string Address, string Type, bool IsPage)
{
    public const string LinkedData = "application/ld+json";
    private const string Json = "application/json";

    /// <summary>What the caller likes best. A page is for those who ask for one before JSON, as browsers do.</summary>
    public static CtdlAnswer For(HttpRequest request, string address)
    {
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0)
            return new(address, LinkedData, IsPage: false);
        var (page, linked, plain) = (Liked("text/html"), Liked(LinkedData), Liked(Json));
        return new(address, plain > linked ? Json : LinkedData, page > Math.Max(linked, plain));

        double Liked(string type) => accept.Where(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) || a.MatchesAllTypes
                || (a.MatchesAllSubTypes && type.StartsWith(a.Type.Value!, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(a => a.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)).Select(a => a.Quality ?? 1).FirstOrDefault();
    }

    /// <summary>Sets the headers by which the answer is known; true where the caller has it already.</summary>
    public bool IsFresh(HttpContext http, CtdlThing thing, string part)
    {
        // What is answered is the same in every language.
        http.Response.Headers.Remove(HeaderNames.ContentLanguage);
        var named = Utf8.Strict.GetBytes(FormattableString.Invariant($"{CtdlGraphWriter.Revision}\n{thing.Stamp}\n{thing.Whole}\n{part}\n{Address}\n{Type}"));
        return EntityTag.IsFresh(http, $"\"{Convert.ToHexStringLower(SHA256.HashData(named).AsSpan(0, 16))}\"", thing.ChangedAt);
    }
}
