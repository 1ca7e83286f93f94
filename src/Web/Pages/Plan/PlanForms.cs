using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Guidance.Planning;
using Trellis.Core.Storage;
using Trellis.Core.Training;
using Trellis.Web.Keeping;
using WorkPlan = Trellis.Core.Guidance.Planning.Plan;

namespace Trellis.Web.Pages.Plan;

/// <summary>The forms by which a plan is made, signed and kept.</summary>
public static class PlanForms
{
    private const int MostDollars = 1_000_000, CentsPerDollar = 100;

    public static void MapPlanForms(this WebApplication app)
    {
        Map(app, Links.PlanGoal, GoalAsync);
        Map(app, Links.PlanReassess, ReassessAsync);
        Map(app, Links.PlanPeople, (form, _) => form.KeepAsync(form.Plan.WithPeople(form.Text("participant", PlanReader.LongestName), form.Text("adviser", PlanReader.LongestName), form.Today), "people"));
        Map(app, Links.PlanEntries, (form, _) => EntryAsync(form));
        Map(app, Links.PlanPrograms, ProgramAsync);
        Map(app, Links.PlanMoney, (form, _) => MoneyAsync(form));
        Map(app, Links.PlanSign, (form, _) => SignAsync(form));
        Map(app, Links.PlanForget, async (form, http) =>
        {
            await form.Form.Keeper.ForgetAsync(http, DocumentKind.Plan);
            return Results.Redirect(Links.Said(Links.Plan, "forgotten"));
        });
        MapItem(app, Links.PlanEntries, "done", p => p.Entries.Count, (form, place) => form.Plan.WithDone(place, form.Today));
        MapItem(app, Links.PlanEntries, "remove", p => p.Entries.Count, (form, place) => form.Plan.WithoutEntry(place, form.Today));
        MapItem(app, Links.PlanPrograms, "choose", p => p.Programs.Count, (form, place) => form.Plan.Choosing(place, form.Text("reason"), form.Today));
        MapItem(app, Links.PlanPrograms, "remove", p => p.Programs.Count, (form, place) => form.Plan.WithoutProgram(place, form.Today));
        MapItem(app, Links.PlanMoney, "remove", p => p.Money.Count, (form, place) => form.Plan.WithoutMoney(place, form.Today));
    }

    private static void Map(WebApplication app, string address, Func<PlanForm, HttpContext, Task<IResult>> answer) =>
        app.MapPost(address, async Task<IResult> (HttpContext http) => await PlanForm.TakeAsync(http) is { } form ? await answer(form, http) : Results.Redirect(Links.Said(Links.Plan, "stale"))).AllowAnonymous().ForWhatIsKept(Links.Plan);

    private static void MapItem(WebApplication app, string list, string what, Func<WorkPlan, int> count, Func<PlanForm, int, WorkPlan> change) =>
        app.MapPost($"{list}/{{place:int}}/{what}", async Task<IResult> (int place, HttpContext http) =>
            await PlanForm.TakeAsync(http) is not { } form ? Results.Redirect(Links.Said(Links.Plan, "stale"))
            : place < 0 || place >= count(form.Plan) ? Results.NotFound()
            : await form.KeepAsync(change(form, place), list[(list.LastIndexOf('/') + 1)..])).AllowAnonymous().ForWhatIsKept(Links.Plan);

    private static async Task<IResult> GoalAsync(PlanForm form, HttpContext http) =>
        await PlanGoals.ReadAsync(http, form, form.Text("occupation") ?? "") is { } goal ? await form.KeepAsync(form.Plan.WithGoal(goal.Goal, goal.Gap), "goal") : Results.NotFound();

    private static async Task<IResult> ReassessAsync(PlanForm form, HttpContext http) =>
        form.Plan.Goal is { } set && await PlanGoals.ReadAsync(http, form, set.Code) is { } goal ? await form.KeepAsync(form.Plan.Reassessed(goal.Gap), "goal") : Results.NotFound();

    private static async Task<IResult> EntryAsync(PlanForm form)
    {
        if (form.Text("text") is not { } text || form.Form.Choice<PlanEntryKind>("kind") is not { } kind || form.Form.Choice<PlanParty>("who") is not { } who)
            return Results.Redirect(Links.Said(Links.Plan, "no-text"));
        return await form.AddAsync(form.Plan.Entries.Count, PlanReader.MostEntries, () => form.Plan.With(new PlanEntry(kind, text, who) { Due = form.Day("due") }, form.Today), "entries");
    }

    private static async Task<IResult> MoneyAsync(PlanForm form)
    {
        if (form.Text("text") is not { } text || form.Form.Number("dollars", 0, MostDollars) is not { } dollars)
            return Results.Redirect(Links.Said(Links.Plan, "no-money"));
        var money = new PlanMoney(text, (long)dollars * CentsPerDollar, form.Text("sort") is "funding" or "granted") { IsGranted = form.Text("sort") == "granted" };
        return await form.AddAsync(form.Plan.Money.Count, PlanReader.MostMoney, () => form.Plan.With(money, form.Today), "money");
    }

    private static async Task<IResult> SignAsync(PlanForm form)
    {
        if (form.Text("name", PlanReader.LongestName) is not { } name || form.Form.Choice<PlanSigner>("signer") is not { } signer)
            return Results.Redirect(Links.Said(Links.Plan, "no-name"));
        return await form.AddAsync(form.Plan.Signatures.Count, PlanReader.MostSignatures, () => form.Plan.SignedBy(signer, name, form.Today), "sign");
    }

    /// <summary>Takes a program into the comparison of the plan; where there is no goal yet, the occupation that it was found for becomes the goal.</summary>
    private static async Task<IResult> ProgramAsync(PlanForm form, HttpContext http)
    {
        var db = http.RequestServices.GetRequiredService<Db>();
        if (form.Text("program") is not { } id || await ProgramProfile.FindAsync(db, id, http.RequestAborted) is not { } program)
            return Results.NotFound();
        var goal = form.Plan.Goal is null ? await PlanGoals.ReadAsync(http, form, form.Text("occupation") ?? "") : null;
        var plan = goal is null ? form.Plan : form.Plan.WithGoal(goal.Goal, goal.Gap);
        return await form.AddAsync(plan.Programs.Count, PlanReader.MostPrograms, () => plan.With(ConsideredProgram.Of(program), form.Today), "programs");
    }
}
