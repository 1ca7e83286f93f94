using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Following;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Account;

/// <summary>Follows a model or a draft, stops doing so, and says what was seen.</summary>
public static class FollowForms
{
    public static void MapFollowing(this WebApplication app)
    {
        var own = app.MapGroup("").RequireAuthorization(nameof(Permission.UseAccount));
        own.MapPost(Links.Follow, (HttpContext http, Db db) => DoAsync(http, (form, change) =>
            new FollowEditor(db).FollowAsync(Visitor.Known(http).Id, form["model"].ToString(), IsDraft(form), Startup.Language, change, http.RequestAborted)));
        own.MapPost(Links.Unfollow, (HttpContext http, Db db) => DoAsync(http, (form, _) =>
            new FollowEditor(db).UnfollowAsync(Visitor.Known(http).Id, form["model"].ToString(), IsDraft(form), http.RequestAborted)));
        own.MapPost(Links.FollowingSeen, (HttpContext http, Db db) => DoAsync(http, (_, change) =>
            new FollowEditor(db).SeeAllAsync(Visitor.Known(http).Id, change, http.RequestAborted)));
        own.MapPost(Links.FollowingMail, (HttpContext http, Db db) => DoAsync(http, (form, change) =>
            new FollowEditor(db).SetByMailAsync(Visitor.Known(http).Id, form["mail"] == "yes", Startup.Language, change, http.RequestAborted)));
    }

    private static bool IsDraft(IFormCollection form) => form["draft"] == "yes";

    /// <summary>Does what a form asks, and leads to the page of what is followed, or back to the model.</summary>
    private static async Task<IResult> DoAsync(HttpContext http, Func<IFormCollection, Change, Task> work)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Following, "fault", "stale"));
        // A draft that one may not see looks like one that is not there.
        if (IsDraft(form) && !FollowNews.SeesDrafts(Visitor.Known(http)))
            return Results.NotFound();
        try
        {
            await work(form, Visitor.ChangeNow(http, "On the page of followed models"));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.Following, "fault", e.Problems[0].Code));
        }
        return form["back"] == "model" ? Results.LocalRedirect("~" + (IsDraft(form) ? Links.Edit(Name(form)) : Links.Model(Name(form)))) : Results.Redirect(Links.With(Links.Following, "done", "saved"));
    }

    private static string Name(IFormCollection form) => Uri.EscapeDataString(form["model"].ToString());
}
