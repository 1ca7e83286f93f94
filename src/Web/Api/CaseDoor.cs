using System.Globalization;
using System.Security.Cryptography;
using Trellis.Core.Text;
using Trellis.Interop.Case;
using Trellis.Web.Access;

namespace Trellis.Web.Api;

/// <summary>Answers the operations of CASE over HTTP. What goes wrong here is answered in the standard's own form, never with a page.</summary>
public sealed class CaseDoor(IServiceProvider services)
{
    private const int MostPages = 256;

    /// <summary>Below this, packing saves nothing.</summary>
    private const int LeastToPack = 1400;

    private readonly CaseShelves _shelves = services.GetRequiredService<CaseShelves>();
    private readonly CaseLookup _lookup = services.GetRequiredService<CaseLookup>();
    private readonly PublicAddress _address = services.GetRequiredService<PublicAddress>();
    private readonly EndpointDataSource _endpoints = services.GetRequiredService<EndpointDataSource>();
    private readonly ILogger<CaseDoor> _log = services.GetRequiredService<ILogger<CaseDoor>>();

    public RequestDelegate Answering(CaseOperation operation, CaseEdition edition)
    {
        Func<HttpContext, CaseEdition, Task> answer = operation.Name switch
        {
            "getAllCFDocuments" => ListAsync,
            "getCFDocument" => DocumentAsync,
            "getCFPackage" => PackageAsync,
            _ => (http, e) => ObjectAsync(http, e, operation),
        };
        return http => GuardAsync(http, edition, answer);
    }

    public Task Describe(HttpContext http) => GuardAsync(http, CaseEdition.V1p1, async (h, _) =>
    {
        var bytes = CaseDescription.Of(_endpoints, _address.Of(h.Request));
        await SendAsync(h, bytes, $"\"{Hash(bytes)}\"", DateTimeOffset.UnixEpoch);
    });

    /// <summary>Whatever is asked for below the root of CASE and is no operation.</summary>
    public Task RefuseAsync(HttpContext http)
    {
        var edition = http.Request.Path.StartsWithSegments(CaseEdition.V1p0.Path, StringComparison.Ordinal) ? CaseEdition.V1p0 : CaseEdition.V1p1;
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isRead)
            http.Response.Headers.Allow = "GET, HEAD";
        return FailAsync(
            http, edition, isRead ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed,
            isRead ? CaseStatus.Unknown("There is no such operation.") : new("forbidden", "method", "What is here can only be read: GET or HEAD."));
    }

    private async Task GuardAsync(HttpContext http, CaseEdition edition, Func<HttpContext, CaseEdition, Task> answer)
    {
        SecurityHeaders.OfData(http);
        PublicReads.Allow(http.Response);
        try
        {
            await answer(http, edition);
        }
        catch (CaseQueryException e)
        {
            await FailAsync(http, edition, StatusCodes.Status400BadRequest, CaseStatus.Of(e));
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception e)
        {
            _log.LogError(e, "{Path} failed.", http.Request.Path.Value);
            if (http.Response.HasStarted)
                http.Abort();
            else
                await FailAsync(http, edition, StatusCodes.Status500InternalServerError, CaseStatus.Broken);
        }
    }

    private async Task ListAsync(HttpContext http, CaseEdition edition)
    {
        var view = await ViewAsync(http, edition);
        var query = http.Request.QueryString.Value ?? "";
        if (!view.Pages.TryGetValue(query, out var page))
        {
            page = MakePage(view, http.Request.Query, query);
            if (view.Pages.Count >= MostPages)
                view.Pages.Clear();
            view.Pages[query] = page;
        }
        http.Response.Headers[Paging.CountHeader] = page.Total;
        http.Response.Headers.Link = page.Links;
        var coding = page.Bytes.Length < LeastToPack ? ContentCoding.Identity : ContentCodings.For(http.Request);
        var tag = coding == ContentCoding.Identity ? page.Tag : $"{page.Tag[..^1]}-{coding.NameOf()}\"";
        ContentCodings.Announce(http.Response, coding);
        await SendAsync(http, page.As(coding), tag, view.ChangedAt);
    }

    private static CasePage MakePage(CaseView view, IQueryCollection parameters, string text)
    {
        var query = CaseQuery.Parse(name => [.. parameters[name]]);
        var (documents, total) = query.Apply(view.Documents, d => d.Content);
        using var bytes = new MemoryStream();
        bytes.Write("{\"CFDocuments\":["u8);
        for (var i = 0; i < documents.Count; i++)
        {
            if (i > 0)
                bytes.WriteByte((byte)',');
            bytes.Write(query.Fields is { } fields ? CaseObjects.Choose(documents[i].Content, fields) : documents[i].Bytes);
        }
        bytes.Write("]}"u8);
        var (count, links) = new Paging(query.Offset, query.Limit, total).Headers($"{view.Target.Addresses.Base}{view.Target.Edition.Path}/CFDocuments", parameters);
        return new(bytes.ToArray(), count, links, $"\"{Hash(Utf8.Strict.GetBytes(view.Stamp + text))}\"");
    }

    private async Task DocumentAsync(HttpContext http, CaseEdition edition)
    {
        if (Id(http) is not { } id)
        {
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.BadId);
            return;
        }
        var view = await ViewAsync(http, edition);
        var document = view.Document(id) ?? (await ViewAsync(http, edition, view.Shelf)).Document(id);
        if (document is null)
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.Unknown("There is no document with this identifier."));
        else
            await SendAsync(http, document.Bytes, document.Tag, document.Model.Version.LoadedAt);
    }

    private async Task PackageAsync(HttpContext http, CaseEdition edition)
    {
        if (Id(http) is not { } id)
        {
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.BadId);
            return;
        }
        var view = await ViewAsync(http, edition);
        var package = view.Package(id) ?? (await ViewAsync(http, edition, view.Shelf)).Package(id);
        if (package is null)
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.Unknown("There is no package with this identifier; it is that of its document."));
        else
            await package.SendAsync(http, "application/json");
    }

    private async Task ObjectAsync(HttpContext http, CaseEdition edition, CaseOperation operation)
    {
        if (Id(http) is not { } id)
        {
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.BadId);
            return;
        }
        var view = await ViewAsync(http, edition);
        var found = await _lookup.FindAsync(view, operation, id, http.RequestAborted);
        if (found is null && await ViewAsync(http, edition, view.Shelf) is { } newer && newer != view)
            found = await _lookup.FindAsync(newer, operation, id, http.RequestAborted);
        if (found is null)
            await FailAsync(http, edition, StatusCodes.Status404NotFound, CaseStatus.Unknown($"There is nothing in {operation.Collection} with this identifier."));
        else
            await SendAsync(http, found.Bytes, found.Tag, found.ChangedAt);
    }

    private async ValueTask<CaseView> ViewAsync(HttpContext http, CaseEdition edition, CaseShelf? after = null) =>
        (await _shelves.ReadAsync(http.RequestAborted, after)).For(new(edition, new(_address.Of(http.Request))));

    private static Guid? Id(HttpContext http) =>
        http.Request.RouteValues["sourcedId"] is string text && Guid.TryParseExact(text, "D", out var id) ? id : null;

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16));

    private static Task SendAsync(HttpContext http, byte[] bytes, string tag, DateTimeOffset changedAt)
    {
        if (EntityTag.IsFresh(http, tag, changedAt))
            return Task.CompletedTask;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private static Task FailAsync(HttpContext http, CaseEdition edition, int code, CaseStatus status)
    {
        var bytes = status.ToBytes(edition);
        http.Response.StatusCode = code;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(http.Request.Method) ? Task.CompletedTask : http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
