using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Organizations;

/// <summary>What an administrator does to organizations and teams.</summary>
public static class OrganizationForms
{
    public static void MapOrganizations(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ManagePeople));
        forms.MapPost(Links.OrganizationSave, SaveAsync);
        forms.MapPost(Links.Organizations + "/{id:guid}/teams", TeamAsync);
    }

    private static async Task<IResult> SaveAsync(HttpContext http, Db db)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Organizations, "fault", "stale"));
        Guid? former = Guid.TryParse(form["id"], out var id) ? id : null;
        var kind = SentForm.Members<OrganizationKind>(form, "kind") is [var told] ? told : OrganizationKind.Other;
        try
        {
            var saved = await new OrganizationEditor(db).SaveAsync(former, form["name"].ToString(), kind, Visitor.ChangeNow(http, "On the page of organizations"), http.RequestAborted);
            return saved is { } now ? Results.Redirect(Links.Organization(now)) : Results.NotFound();
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(former is { } f ? Links.Organization(f) : Links.Organizations, "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> TeamAsync(Guid id, HttpContext http, Db db)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Organization(id), "fault", "stale"));
        try
        {
            var isDone = await new OrganizationEditor(db).AddTeamAsync(id, form["name"].ToString(), Visitor.ChangeNow(http, "On the page of the organization"), http.RequestAborted);
            return isDone ? Results.Redirect(Links.Organization(id)) : Results.NotFound();
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.Organization(id), "fault", e.Problems[0].Code));
        }
    }
}
