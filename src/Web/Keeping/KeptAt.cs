using System.Globalization;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Keeping;

/// <summary>Where profile and plan of a request are kept.</summary>
public enum KeptPlace
{
    /// <summary>In the visitor's own browser alone.</summary>
    Browser,

    /// <summary>In the account of who is signed in.</summary>
    Account,

    /// <summary>In the record of a customer with whom an adviser works.</summary>
    Customer,

    /// <summary>An adviser works with a customer who may no longer be read.</summary>
    Lost,
}

/// <summary>Where profile and plan of this request are kept, and at which revisions they are. Found out before the request is answered.</summary>
public sealed record KeptAt(KeptPlace Place)
{
    /// <summary>The field of a form that says for whom, and on what, it was filled in.</summary>
    public const string Field = "kept";

    private static readonly KeptAt Browser = new(KeptPlace.Browser);

    private static readonly string[] Guidance = [Links.Profile, Links.Skills, Links.Interests, Links.Fit, Links.Gap, Links.Routes, Links.Close, Links.Plan];

    public Guid Customer { get; init; }

    /// <summary>What the customer is called.</summary>
    public string Name { get; init; } = "";

    public int ProfileRevision { get; init; }

    public int PlanRevision { get; init; }

    public bool IsStored => Place is KeptPlace.Account or KeptPlace.Customer;

    /// <summary>The value of the hidden field: the random number of the record and what was read of it.</summary>
    public string Stamp => IsStored ? string.Create(CultureInfo.InvariantCulture, $"{Customer:N}.{ProfileRevision}.{PlanRevision}") : "browser";

    /// <summary>Whether an address is one of the pages on which somebody works with a profile or a plan.</summary>
    public static bool IsGuidance(string path) => Array.Exists(Guidance, g => path == g || path.StartsWith(g + "/", StringComparison.Ordinal));

    public static KeptAt Of(HttpContext? http) => http?.Features.Get<KeptAt>() ?? Browser;

    /// <summary>Looks, for who is signed in, whose record the request is about.</summary>
    public static void UseKeeping(WebApplication app) => app.Use(async (http, next) =>
    {
        // A stylesheet is about nobody, and a browser may keep it.
        var isFile = http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
        if (!isFile && Visitor.Actor(http) is { Scopes: null } actor && await FindAsync(http, actor) is { } kept)
        {
            http.Features.Set(kept);
            http.Response.OnStarting(() => SecurityHeaders.KeepNothingAsync(http.Response.Headers));
        }
        await next(http);
    });

    /// <summary>Whether a form was filled in for somebody else, or on what somebody has changed since.</summary>
    /// <param name="stamp">What the hidden field held; a visitor's form may lack it.</param>
    /// <param name="isPlan">Whether the form changes the plan, and not the profile.</param>
    public bool IsPassed(string? stamp, bool isPlan)
    {
        if (!IsStored)
            return !string.IsNullOrEmpty(stamp) && stamp != Stamp;
        var parts = Stamp.Split('.');
        return stamp?.Split('.') is not [var customer, var profile, var plan] || customer != parts[0] || (isPlan ? plan != parts[2] : profile != parts[1]);
    }

    private static async Task<KeptAt?> FindAsync(HttpContext http, Actor actor)
    {
        var isGuidance = IsGuidance(http.Request.Path.Value ?? "");
        var db = http.RequestServices.GetRequiredService<Db>();
        if (http.RequestServices.GetRequiredService<WithCustomer>().Read(http) is { } chosen)
        {
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var found = await CaseloadSearch.Readable(db, actor, DateOnly.FromDateTime(now.UtcDateTime)).FirstOrDefaultAsync(c => c.Id == chosen, http.RequestAborted);
            if (found is null)
                return new(KeptPlace.Lost);
            await new CustomerReads(db).NoteAsync(chosen, actor, Visitor.ChangeNow(http, "With a customer"), http.RequestAborted);
            var kept = new KeptAt(KeptPlace.Customer) { Customer = chosen, Name = http.RequestServices.GetRequiredService<PersonalSeal>().OpenCard(found.Card).Name };
            return isGuidance ? await kept.WithRevisionsAsync(db, http.RequestAborted) : kept;
        }
        if (!isGuidance || !actor.May(Permission.KeepOwnProfile))
            return null;
        return await db.Customers.Where(c => c.PersonId == actor.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(http.RequestAborted) is { } own
            ? await new KeptAt(KeptPlace.Account) { Customer = own }.WithRevisionsAsync(db, http.RequestAborted)
            : null;
    }

    private async Task<KeptAt> WithRevisionsAsync(Db db, CancellationToken stop)
    {
        var revisions = await db.CustomerDocuments.Where(d => d.CustomerId == Customer).GroupBy(d => d.Kind).Select(g => new { g.Key, Last = g.Max(d => d.Revision) }).ToListAsync(stop);
        return this with
        {
            ProfileRevision = revisions.Find(r => r.Key == DocumentKind.Profile)?.Last ?? 0,
            PlanRevision = revisions.Find(r => r.Key == DocumentKind.Plan)?.Last ?? 0,
        };
    }
}
