using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.RequirementProfiles;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.RequirementProfiles;

/// <summary>What the pages of requirement profiles send: a new one, its statements, and its publication.</summary>
public static class RequirementForms
{
    private const string Why = "On the pages of requirement profiles";

    private static readonly Problem Gone = Problem.Rejected("requirements-gone", "", "There is no such requirement profile any more, or it is not a draft.");

    public static void MapRequirementForms(this WebApplication app)
    {
        app.MapPost(Links.RequirementsSave, CreateAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));
        app.MapPost("/requirements/{id:guid}/edit/send", SaveAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));
        app.MapPost("/requirements/{id:guid}/send", ActAsync).RequireAuthorization(nameof(Permission.KeepWorksheets));
    }

    private static Task<IResult> CreateAsync(HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.RequirementsNew, async form =>
    {
        var kind = Enum.TryParse<RequirementKind>(form["kind"], out var chosen) && chosen == RequirementKind.OwnChoice ? chosen : RequirementKind.JobOrder;
        var from = Guid.TryParse(form["from"], out var id) ? await FindAsync(id, http, db, stop) ?? throw new UnusableInputException(Gone) : null;
        var items = from is null ? [] : await ItemsAsync(from, db, stop);
        var actor = Visitor.Actor(http);
        Guid? organization = actor is { Organizations.Count: > 0 } ? actor.Organizations.Order().First() : null;
        var version = from?.VersionKey ?? (await ModelCatalog.FindAsync(db, form["model"].ToString(), null, stop))?.Version.Key
            ?? throw new UnusableInputException(Problem.Rejected("requirements-model", "model", "Choose the model whose statements are asked for."));
        var made = await new RequirementEditor(db).CreateAsync(new(version, actor?.Id, organization, from?.WorksheetId, from?.Employers),
            RequirementForm.About(form, kind, [.. items.Select(RequirementForm.Entry)]), Visitor.ChangeNow(http, Why), stop);
        return Links.RequirementEdit(made.Id);
    });

    private static Task<IResult> SaveAsync(Guid id, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.RequirementEdit(id), async form =>
    {
        var profile = await SeenAsync(id, form, http, db, stop);
        var items = await ItemsAsync(profile, db, stop);
        // The levels of a consensus are those of its employers.
        var draft = form["do"] == "about" || profile.Kind == RequirementKind.Consensus
            ? RequirementForm.About(form, profile.Kind, [.. items.Select(RequirementForm.Entry)])
            : RequirementForm.With(profile, RequirementForm.Items(form, items));
        await new RequirementEditor(db).SaveAsync(profile, draft, Visitor.ChangeNow(http, Why), stop);
        var block = int.TryParse(form["block"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return Links.With(Links.With(Links.RequirementEdit(id), "block", form["do"] == "next" ? block + 1 : block), "note", "saved");
    });

    private static Task<IResult> ActAsync(Guid id, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.Requirement(id), async form =>
    {
        var (change, editor) = (Visitor.ChangeNow(http, Why), new RequirementEditor(db));
        var profile = await SeenAsync(id, form, http, db, stop);
        switch (form["do"].ToString())
        {
            case "publish":
                await editor.PublishAsync(profile, change, stop);
                break;
            case "retire":
                await editor.RetireAsync(profile, change, stop);
                break;
            case "renew":
                return Links.RequirementEdit((await editor.RenewAsync(profile, Visitor.Actor(http)?.Id, change, stop)).Id);
            case "delete":
                await editor.DeleteAsync(profile, change, stop);
                return Links.Requirements;
        }
        return Links.With(Links.Requirement(id), "note", "saved");
    });

    /// <summary>The profile in the revision that the sender saw; one that is not theirs is answered like one that is not there.</summary>
    private static async Task<RequirementProfile> SeenAsync(Guid id, IFormCollection form, HttpContext http, Db db, CancellationToken stop)
    {
        var limit = await Visitor.LimitAsync(http, Permission.KeepWorksheets);
        var profile = await db.RequirementProfiles.FirstOrDefaultAsync(p => p.Id == id, stop);
        if (profile is null || limit?.Sees(profile.OwnerId, null, profile.OrganizationId) != true)
            throw new UnusableInputException(Gone);
        return form["seen"] == profile.Revision.ToString(CultureInfo.InvariantCulture) ? profile : throw new UnusableInputException(RequirementEditor.Late);
    }

    private static async Task<RequirementProfile?> FindAsync(Guid id, HttpContext http, Db db, CancellationToken stop) =>
        await RequirementShelf.FindAsync(db, id, await Visitor.LimitAsync(http, Permission.KeepWorksheets), stop);

    private static Task<List<RequirementItem>> ItemsAsync(RequirementProfile profile, Db db, CancellationToken stop)
    {
        var id = profile.Id;
        return db.RequirementItems.Where(i => i.ProfileId == id).ToListAsync(stop);
    }
}
