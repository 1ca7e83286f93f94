using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Core.Text;
using Trellis.Interop.Guidance;
using Trellis.Web.Access;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Caseload;

/// <summary>What an adviser does to the record of one customer. Who is not responsible gets the answer of a record that does not exist.</summary>
public static class CustomerForms
{
    private static readonly JsonSerializerOptions Json = new(TextJson.Options) { WriteIndented = true };

    public static void MapCustomer(this WebApplication app)
    {
        var one = app.MapGroup(Links.Caseload + "/{id:guid}").RequireAuthorization(nameof(Permission.ServeCustomers));
        one.MapGet("/export.json", ExportAsync);
        one.MapPost("/with", WithAsync);
        Map(one, "/card", (work, form) => work.Editor.RenameAsync(work.Id, CaseloadForms.Card(form), work.Change, work.Stop));
        MapOwn(one, "/team", (work, form) => work.Editor.ShareAsync(work.Id, Team(work.Actor, form), work.Change, work.Stop));
        Map(one, "/close", (work, form) => work.Editor.CloseAsync(work.Id, CaseloadForms.Choice<CloseReason>(form, "reason") ?? CloseReason.Other, work.Rules.FollowUps, work.Change, work.Stop));
        Map(one, "/reopen", (work, _) => work.Editor.ReopenAsync(work.Id, work.Change, work.Stop));
        Map(one, "/notes", (work, form) => work.Notes.AddAsync(work.Id, CaseloadForms.Choice<NoteKind>(form, "kind") ?? NoteKind.Note, form["text"], work.Change, work.Stop));
        Map(one, "/tasks", (work, form) => work.Notes.AddTaskAsync(work.Id, form["text"], CaseloadForms.Day(form, "due"), work.Change, work.Stop));
        MapOwn(one, "/offer", (work, form) => work.Assignments.OfferAsync(work.Actor, work.Customer, CaseloadForms.Id(form, "to") ?? Guid.Empty, form["note"], work.Change, work.Stop), "offered");
        MapOwn(one, "/take-back", (work, _) => work.Assignments.TakeBackAsync(work.Id, work.Change, work.Stop));
        MapItem(one, "/notes/{item:guid}/pin", (work, item) => work.Notes.PinAsync(work.Id, item, true, work.Change, work.Stop));
        MapItem(one, "/notes/{item:guid}/unpin", (work, item) => work.Notes.PinAsync(work.Id, item, false, work.Change, work.Stop));
        MapItem(one, "/notes/{item:guid}/remove", (work, item) => work.Notes.RemoveAsync(work.Id, item, work.Change, work.Stop));
        MapItem(one, "/tasks/{item:guid}/done", (work, item) => work.Notes.SetDoneAsync(work.Id, item, true, work.Change, work.Stop));
        MapItem(one, "/tasks/{item:guid}/undone", (work, item) => work.Notes.SetDoneAsync(work.Id, item, false, work.Change, work.Stop));
        one.MapPost("/consents", (Guid id, HttpContext http) => DoAsync(id, http, isListed: true, async (work, form) =>
        {
            var purpose = CaseloadForms.Choice<ConsentPurpose>(form, "purpose") ?? ConsentPurpose.Guidance;
            // Of an own account the person alone says who may read it.
            if (purpose == ConsentPurpose.Guidance && work.Customer.PersonId is not null)
                return null;
            await work.Consents.GiveAsync(new(id, purpose, CaseloadForms.Choice<ConsentWay>(form, "way") ?? ConsentWay.Spoken, CaseloadForms.Day(form, "until")), work.Change, work.Stop);
            return Links.With(Links.Customer(id), "done", "saved");
        }));
        one.MapPost("/consents/{item:guid}/withdraw", (Guid id, Guid item, HttpContext http) => DoAsync(id, http, isListed: true, async (work, _) =>
            !await work.Consents.WithdrawAsync(id, item, work.Change, work.Stop) ? null
            : await CaseloadSearch.Listed(work.Db, work.Actor).AnyAsync(c => c.Id == id, work.Stop) ? Links.With(Links.Customer(id), "done", "saved")
            : Links.With(Links.Caseload, "done", "withdrawn")));
        one.MapPost("/delete", (Guid id, HttpContext http) => DoAsync(id, http, isListed: true, async (work, _) =>
        {
            // What a person keeps in an own account is that person's to delete.
            if (work.Customer.PersonId is not null || work.Customer.AdviserId != work.Actor.Id)
                return null;
            await work.Editor.DeleteAsync(id, work.Change, work.Stop);
            return Links.With(Links.Caseload, "done", "deleted");
        }));
    }

    private static void Map(RouteGroupBuilder group, string address, Func<CustomerWork, IFormCollection, Task> work, string done = "saved") =>
        group.MapPost(address, (Guid id, HttpContext http) => DoAsync(id, http, isListed: false, async (at, form) =>
        {
            await work(at, form);
            return Links.With(Links.Customer(id), "done", done);
        }));

    /// <summary>What the responsible adviser decides, and nobody of the team.</summary>
    private static void MapOwn(RouteGroupBuilder group, string address, Func<CustomerWork, IFormCollection, Task> work, string done = "saved") =>
        group.MapPost(address, (Guid id, HttpContext http) => DoAsync(id, http, isListed: false, async (at, form) =>
        {
            if (at.Customer.AdviserId != at.Actor.Id)
                return null;
            await work(at, form);
            return Links.With(Links.Customer(id), "done", done);
        }));

    private static void MapItem(RouteGroupBuilder group, string address, Func<CustomerWork, Guid, Task<bool>> work) =>
        group.MapPost(address, (Guid id, Guid item, HttpContext http) => DoAsync(id, http, isListed: false, async (at, _) =>
            await work(at, item) ? Links.With(Links.Customer(id), "done", "saved") : null));

    /// <summary>Does what a form asks of a customer whom the adviser may read, or at least see on the list, and goes where that says.</summary>
    private static async Task<IResult> DoAsync(Guid id, HttpContext http, bool isListed, Func<CustomerWork, IFormCollection, Task<string?>> act)
    {
        var db = http.RequestServices.GetRequiredService<Db>();
        if (await FindAsync(id, http, db, isListed) is not { } customer)
            return Results.NotFound();
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Customer(id), "fault", "stale"));
        try
        {
            var work = new CustomerWork(customer, db, http, Visitor.ChangeNow(http, "On the page of a customer"));
            return await act(work, form) is { } next ? Results.Redirect(next) : Results.NotFound();
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.Customer(id), "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> WithAsync(Guid id, HttpContext http, Db db, WithCustomer with)
    {
        if (await FindAsync(id, http, db, isListed: false) is null)
            return Results.NotFound();
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.Customer(id), "fault", "stale"));
        with.Write(http, id);
        return Results.Redirect(form["page"].ToString() is var page && KeptAt.IsGuidance(page) ? page : Links.Profile);
    }

    private static async Task<IResult> ExportAsync(Guid id, HttpContext http, Db db, PersonalSeal seal)
    {
        if (await FindAsync(id, http, db, isListed: false) is null)
            return Results.NotFound();
        await new CustomerReads(db).NoteAsync(id, Visitor.Known(http), Visitor.ChangeNow(http, "Exported"), http.RequestAborted);
        var all = await CustomerExport.WriteAsync(db, seal, id, http.RequestAborted);
        return Results.File(Utf8.Strict.GetBytes(all.ToJsonString(Json)), "application/json; charset=utf-8", "customer.json");
    }

    private static Task<Customer?> FindAsync(Guid id, HttpContext http, Db db, bool isListed)
    {
        var (actor, today) = (Visitor.Known(http), DateOnly.FromDateTime(http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        return (isListed ? CaseloadSearch.Listed(db, actor) : CaseloadSearch.Readable(db, actor, today)).FirstOrDefaultAsync(c => c.Id == id, http.RequestAborted);
    }

    private static Guid? Team(Actor actor, IFormCollection form) => CaseloadForms.Id(form, "team") is { } team && actor.Teams.Contains(team) ? team : null;

    /// <summary>What a form works with: the customer, and the editors.</summary>
    private sealed record CustomerWork(Customer Customer, Db Db, HttpContext Http, Change Change)
    {
        public Guid Id => Customer.Id;

        public Actor Actor => Visitor.Known(Http);

        public CancellationToken Stop => Http.RequestAborted;

        public CaseloadRules Rules => Http.RequestServices.GetRequiredService<CaseloadRules>();

        public CustomerEditor Editor => new(Db, Seal);

        public ConsentEditor Consents => new(Db);

        public NoteEditor Notes => new(Db, Seal);

        public AssignmentEditor Assignments => new(Db, Seal);

        private PersonalSeal Seal => Http.RequestServices.GetRequiredService<PersonalSeal>();
    }
}
