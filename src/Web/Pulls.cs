using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Case;
using Trellis.Web.Access;

namespace Trellis.Web;

/// <summary>
/// The two forms of the page on which models come from another server: look at what it offers, and pull what was chosen. Both lead to
/// another page. A pull works for a while and then shows how far it came; pressing again goes on.
/// </summary>
public static class Pulls
{
    private const int LongestAddress = 2000;

    /// <summary>How long a reader waits for a page before it shows what was done so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void MapPulls(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ImportModels));
        forms.MapPost(Links.PullLook, LookAsync);
        forms.MapPost(Links.PullLoad, LoadAsync);
    }

    private static async Task<IResult> LookAsync(HttpContext http, IAntiforgery antiforgery, Db db, IConfiguration settings, CancellationToken stop)
    {
        if (await FormAsync(http, antiforgery) is not { } form)
            return Results.Redirect(Links.PullFault("stale"));
        var address = form["address"].ToString().Trim();
        if (address.Length is 0 or > LongestAddress)
            return Results.Redirect(Links.PullFault("no-address"));
        var look = await SeeAsync(address, settings, stop);
        var id = await Uploads.KeepAsync(db, PullLook.Name, look.ToBytes(), Visitor.ChangeNow(http, $"A look at {look.Address}"), stop);
        return Results.Redirect(Links.PullOffers(id));
    }

    private static async Task<PullLook> SeeAsync(string address, IConfiguration settings, CancellationToken stop)
    {
        using var http = Outside(settings);
        try
        {
            var server = await CaseServer.FindAsync(http, address, stop);
            return new(server.Root.ToString(), await server.ListAsync(stop), []);
        }
        catch (UnusableInputException e)
        {
            return new(address, [], e.Problems);
        }
    }

    private static async Task<IResult> LoadAsync(HttpContext http, IAntiforgery antiforgery, Db db, TimeProvider clock, IConfiguration settings, CancellationToken stop)
    {
        if (await FormAsync(http, antiforgery) is not { } form)
            return Results.Redirect(Links.PullFault("stale"));
        var upload = Guid.TryParse(form["look"], out var id) ? await Uploads.FindAsync(db, id, Visitor.Who(http), clock.GetUtcNow(), stop) : null;
        if (upload is not { Name: PullLook.Name })
            return Results.Redirect(Links.PullFault("gone"));
        var look = PullLook.Of(upload.Content);
        var chosen = form["framework"].Select(f => Guid.TryParse(f, out var framework) ? framework : Guid.Empty).ToHashSet();
        var offers = look.Offers.Where(o => chosen.Contains(o.Id)).ToList();
        if (offers.Count == 0)
            return Results.Redirect(Links.PullOffers(id) + "&fault=none");
        using var outside = Outside(settings);
        var left = offers.Count;
        try
        {
            var pull = new CasePull(db, await CaseServer.FindAsync(outside, look.Address, stop), Visitor.ChangeNow(http, $"Pull from {look.Address}"));
            for (var begin = Stopwatch.GetTimestamp(); left > 0 && Stopwatch.GetElapsedTime(begin) < Patience; left--)
                await pull.PullAsync(offers[^left], stop);
        }
        catch (UnusableInputException)
        {
            return Results.Redirect(Links.PullOffers(id) + "&fault=away");
        }
        return Results.Redirect(Links.PullOffers(id) + FormattableString.Invariant($"&done={offers.Count - left}&left={left}"));
    }

    private static OutsideHttp Outside(IConfiguration settings) => new(OutsideHttp.Allows(settings["TRELLIS_PULL_PRIVATE"]));

    private static async Task<IFormCollection?> FormAsync(HttpContext http, IAntiforgery antiforgery) =>
        http.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(http) ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
}
