using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Keeping;
using Trellis.Web.Pages.Plan;
using Trellis.Web.Pages.Profiles;

namespace Trellis.Web.Pages.Caseload;

/// <summary>What a person does with the profile and plan in the own account: keep them there, share them, end that, delete them.</summary>
public static class OwnGuidanceForms
{
    public static void MapOwnGuidance(this WebApplication app)
    {
        var own = app.MapGroup("").RequireAuthorization(nameof(Permission.KeepOwnProfile));
        own.MapPost(Links.PlanKeep, KeepAsync);
        own.MapPost(Links.AccountGuidanceShare, (HttpContext http, Db db) => DoAsync(http, db, (id, form, change) => ShareAsync(id, form, change, db, http.RequestAborted)));
        own.MapPost(Links.AccountGuidance + "/{item:guid}/withdraw", (Guid item, HttpContext http, Db db) => DoAsync(http, db, async (id, _, change) =>
            await new ConsentEditor(db).WithdrawAsync(id, item, change, http.RequestAborted) ? "saved" : null));
        own.MapPost(Links.AccountGuidanceDelete, (HttpContext http, Db db, PersonalSeal seal) => DoAsync(http, db, async (id, _, change) =>
        {
            await new CustomerEditor(db, seal).DeleteAsync(id, change, http.RequestAborted);
            return "deleted";
        }));
    }

    /// <summary>Takes over what the browser holds, once; an account that has a profile already keeps its own.</summary>
    private static async Task<IResult> KeepAsync(HttpContext http, Db db, PersonalSeal seal, GuestProfile profiles, GuestPlan plans)
    {
        if (await SentForm.ReadAsync(http) is null)
            return Results.Redirect(Links.With(Links.AccountGuidance, "fault", "stale"));
        if (KeptAt.Of(http).Place != KeptPlace.Browser)
            return Results.Redirect(Links.AccountGuidance);
        var (profile, plan, change) = (profiles.Read(http), plans.Read(http), Visitor.ChangeNow(http, "By the person"));
        var id = await new CustomerEditor(db, seal).KeepOwnAsync(Visitor.Known(http), change, http.RequestAborted);
        var documents = new DocumentEditor(db, seal);
        if (!profile.IsEmpty)
            await documents.SaveAsync(id, profile, 0, change, http.RequestAborted);
        if (!plan.IsEmpty)
            await documents.SaveAsync(id, plan, 0, change, http.RequestAborted);
        profiles.Forget(http);
        plans.Forget(http);
        return Results.Redirect(Links.With(Links.AccountGuidance, "done", "kept"));
    }

    private static async Task<string?> ShareAsync(Guid id, IFormCollection form, Change change, Db db, CancellationToken stop)
    {
        var (with, until) = (form["with"].ToString(), CaseloadForms.Day(form, "until"));
        var reader = with.Length > 2 && Guid.TryParse(with[2..], out var told) ? told : (Guid?)null;
        var given = new GivenConsent(id, ConsentPurpose.Guidance, ConsentWay.Online, until)
        {
            ToPersonId = with.StartsWith("p-", StringComparison.Ordinal) ? reader : null,
            ToOrganizationId = with.StartsWith("o-", StringComparison.Ordinal) ? reader : null,
        };
        await new ConsentEditor(db).ShareAsync(given, change, stop);
        if (form["after"] == "yes")
            await new ConsentEditor(db).ShareAsync(given with { Purpose = ConsentPurpose.FollowUp }, change, stop);
        return "saved";
    }

    private static async Task<IResult> DoAsync(HttpContext http, Db db, Func<Guid, IFormCollection, Change, Task<string?>> work)
    {
        var me = Visitor.Known(http).Id;
        if (await db.Customers.Where(c => c.PersonId == me).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(http.RequestAborted) is not { } own)
            return Results.NotFound();
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.AccountGuidance, "fault", "stale"));
        try
        {
            return await work(own, form, Visitor.ChangeNow(http, "By the person")) is { } done ? Results.Redirect(Links.With(Links.AccountGuidance, "done", done)) : Results.NotFound();
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.AccountGuidance, "fault", e.Problems[0].Code));
        }
    }
}
