using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Web.Access;

namespace Trellis.Web.Pages.Build;

/// <summary>The forms that begin drafts, fill their shopping lists and lead them through their life. Each leads to another page.</summary>
public static class BuildForms
{
    private const long Envelope = 256 * 1024;

    public static void MapBuildForms(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.EditModels));
        forms.MapPost(Links.BuildStart, StartAsync).WithMetadata(new RequestSizeLimitAttribute(BuildForm.MostMegabytes * 1024L * 1024 + Envelope));
        forms.MapPost("/models/{slug}/edit/begin", BeginAsync);
        forms.MapPost("/models/{slug}/edit/list/send", ListAsync).WithMetadata(new RequestSizeLimitAttribute(BuildForm.MostMegabytes * 1024L * 1024 + Envelope));
        forms.MapPost("/models/{slug}/edit/about/send", AboutAsync);
        forms.MapPost("/models/{slug}/edit/publish/send", PublishAsync);
        forms.MapPost("/models/{slug}/retire/send", RetireAsync);
    }

    private static Task<IResult> StartAsync(HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.BuildNew, async form =>
    {
        var change = Visitor.ChangeNow(http, "Begun on the page of new models");
        var language = form["language"].ToString() is { Length: > 0 } l ? l : "en";
        var title = LanguageText.OfNullable(language, form["title"]) ?? throw new UnusableInputException(Problem.Rejected("no-title", "title", "Give the model a title."));
        // First read what may be unreadable, so that no empty draft is left behind.
        var sources = await SourceForm.ReadAsync(db, form, language, change.When, stop);
        var (draft, slug) = await new DraftStart(db).NewAsync(
            new() { Title = title, Language = language, Kind = Kind(form["kind"]), Publisher = form["publisher"].ToString().Trim() }, change, stop);
        foreach (var source in sources)
            await new PickList(db).AddAsync(draft.Id, source, change, stop);
        return sources.Count > 0 ? Links.EditList(slug) : Links.Edit(slug);
    });

    private static Task<IResult> BeginAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.Edit(slug), async _ =>
        Links.Edit((await new DraftStart(db).NextAsync(slug, Visitor.ChangeNow(http, "Begun on the page of the model"), stop)).Slug));

    private static Task<IResult> ListAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.EditList(slug), async form =>
    {
        var draft = await BuildForm.DraftAsync(db, slug, stop);
        var (list, change) = (new PickList(db), Visitor.ChangeNow(http, "Chosen on the shopping list"));
        var act = form["do"].ToString().Split(':');
        var number = int.TryParse(act.ElementAtOrDefault(1), out var n) ? n : (int?)null;
        switch (act[0])
        {
            case "add":
                foreach (var source in await SourceForm.ReadAsync(db, form, draft.Language, change.When, stop))
                    await list.AddAsync(draft.Id, source, change, stop);
                break;
            case "drop" when number is { } source:
                await list.DropAsync(draft.Id, source, stop);
                break;
            case "keep" or "twin" or "pick":
                await list.DecideAsync(draft.Id, number, Choice(act[0]), stop);
                return Links.EditList(slug) + "#twins";
            case "bring":
                await MarkAsync(list, draft, form, stop);
                await new DraftEditor(db).RunAsync(draft.Id, new BringIn(Guid.TryParse(form["under"], out var under) ? under : null), change, stop);
                return Links.With(Links.Edit(slug), "note", "brought");
            default:
                await MarkAsync(list, draft, form, stop);
                break;
        }
        return Links.EditList(slug);
    });

    private static async Task MarkAsync(PickList list, Draft draft, IFormCollection form, CancellationToken stop)
    {
        if (!int.TryParse(form["first"], out var first) || !int.TryParse(form["last"], out var last) || last < first)
            return;
        var wanted = form["pick"].Select(p => int.TryParse(p, out var ordinal) ? ordinal : -1).ToHashSet();
        await list.ChooseAsync(draft.Id, Enumerable.Range(first, last - first + 1).ToHashSet(), wanted, stop);
    }

    private static PickChoice Choice(string act) => act switch
    {
        "keep" => PickChoice.KeepBoth,
        "twin" => PickChoice.MergeKeepingTwin,
        _ => PickChoice.MergeTakingPick,
    };

    private static Task<IResult> AboutAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.EditAbout(slug), async form =>
    {
        var draft = await BuildForm.DraftAsync(db, slug, stop);
        var about = AboutForm.Read(form, draft);
        await new DraftLife(db).DescribeAsync(draft.Id, int.TryParse(form["revision"], out var seen) ? seen : -1, about, Visitor.ChangeNow(http, "Described on the page of the draft"), stop);
        return Links.With(Links.EditAbout(slug), "note", "saved");
    });

    private static Task<IResult> PublishAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.EditPublish(slug), async form =>
    {
        var draft = await BuildForm.DraftAsync(db, slug, stop);
        var (life, change) = (new DraftLife(db), Visitor.ChangeNow(http, "On the page of publishing"));
        switch (form["do"].ToString())
        {
            case "give-up":
                await life.GiveUpAsync(draft.Id, change, stop);
                return Links.With(Links.BuildNew, "note", "given-up");
            case "review" or "resume":
                await life.SetInReviewAsync(draft.Id, form["do"] == "review", change, stop);
                return Links.EditPublish(slug);
            default:
                await life.PublishAsync(draft.Id, form["over"] == "yes", change, stop);
                return Links.Model(slug);
        }
    });

    private static Task<IResult> RetireAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.Retire(slug), async form =>
    {
        var change = Visitor.ChangeNow(http, "On the page of the model");
        if (form["do"] == "revive")
            await new RetirementEditor(db).ReviveAsync(slug, change, stop);
        else
            await new RetirementEditor(db).RetireAsync(slug, form["reason"].ToString(), form["replaced-by"], change, stop);
        return Links.Model(slug);
    });

    private static FrameworkKind Kind(string? text) => Enum.TryParse<FrameworkKind>(text, out var kind) && Enum.IsDefined(kind) ? kind : FrameworkKind.Industry;
}
