using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Pages.Plan;
using Trellis.Web.Pages.Profiles;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Keeping;

/// <summary>
/// Reads and keeps the profile and the plan that a request is about, wherever they are: in the visitor's browser, in the account, or in the
/// record of the customer with whom an adviser works. Pages and forms of guidance know nothing of the difference.
/// </summary>
public sealed class Keeper(Db db, PersonalSeal seal, GuestProfile guestProfile, GuestPlan guestPlan)
{
    public async Task<Profile> ProfileAsync(HttpContext http) => KeptAt.Of(http) switch
    {
        { IsStored: true } at => (await new DocumentEditor(db, seal).ProfileAsync(at.Customer, http.RequestAborted)).Value,
        { Place: KeptPlace.Lost } => Profile.Empty,
        _ => guestProfile.Read(http),
    };

    public async Task<WorkPlan> PlanAsync(HttpContext http) => KeptAt.Of(http) switch
    {
        { IsStored: true } at => (await new DocumentEditor(db, seal).PlanAsync(at.Customer, http.RequestAborted)).Value,
        { Place: KeptPlace.Lost } => WorkPlan.Empty,
        _ => guestPlan.Read(http),
    };

    /// <summary>Keeps a changed profile; null where that was done, otherwise the word for why not, and nothing has changed.</summary>
    public async Task<string?> KeepAsync(HttpContext http, Profile profile)
    {
        if (!KeptAt.Of(http).IsStored)
            return guestProfile.Write(http, profile) ? null : "full";
        return await StoreAsync(http, () => ProfileReader.Read(ProfileJson.Write(profile)),
            (editor, at, change) => editor.SaveAsync(at.Customer, profile, at.ProfileRevision, change, http.RequestAborted));
    }

    /// <summary>Keeps a changed plan; null where that was done, otherwise the word for why not, and nothing has changed.</summary>
    public async Task<string?> KeepAsync(HttpContext http, WorkPlan plan)
    {
        if (!KeptAt.Of(http).IsStored)
            return guestPlan.Write(http, plan) ? null : "full";
        return await StoreAsync(http, () => PlanReader.Read(PlanJson.Write(plan)),
            (editor, at, change) => editor.SaveAsync(at.Customer, plan, at.PlanRevision, change, http.RequestAborted));
    }

    public async Task ForgetAsync(HttpContext http, DocumentKind kind)
    {
        if (KeptAt.Of(http) is { IsStored: true } at)
            await new DocumentEditor(db, seal).ForgetAsync(at.Customer, kind, Visitor.ChangeNow(http, "On a page of guidance"), http.RequestAborted);
        else if (kind == DocumentKind.Profile)
            guestProfile.Forget(http);
        else
            guestPlan.Forget(http);
    }

    private async Task<string?> StoreAsync(HttpContext http, Action check, Func<DocumentEditor, KeptAt, Core.Access.Change, Task<bool>> save)
    {
        try
        {
            // What could not be read again is not written.
            check();
        }
        catch (UnusableInputException)
        {
            return "full";
        }
        return await save(new(db, seal), KeptAt.Of(http), Visitor.ChangeNow(http, "On a page of guidance")) ? null : "changed";
    }
}
