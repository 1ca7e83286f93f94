using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Guidance.Caseload;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Keeping;

namespace Trellis.Web.Pages.Caseload;

/// <summary>What an adviser does on the list of customers: begin a record, answer an offer, take somebody who waits, leave a customer.</summary>
public static class CaseloadForms
{
    public static void MapCaseload(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ServeCustomers));
        forms.MapPost(Links.CaseloadMake, MakeAsync);
        forms.MapPost(Links.Caseload + "/answer/{id:guid}/take", (Guid id, HttpContext http, Db db, PersonalSeal seal) => AnswerAsync(http, change =>
            new AssignmentEditor(db, seal).TakeAsync(Visitor.Known(http), id, change, http.RequestAborted), "accepted"));
        forms.MapPost(Links.Caseload + "/answer/{id:guid}/accept", (Guid id, HttpContext http, Db db, PersonalSeal seal) => AnswerAsync(http, change =>
            new AssignmentEditor(db, seal).AnswerAsync(Visitor.Known(http), id, true, change, http.RequestAborted), "accepted"));
        forms.MapPost(Links.Caseload + "/answer/{id:guid}/decline", (Guid id, HttpContext http, Db db, PersonalSeal seal) => AnswerAsync(http, change =>
            new AssignmentEditor(db, seal).AnswerAsync(Visitor.Known(http), id, false, change, http.RequestAborted), "answered"));
        // Who is no adviser any more can still leave the customer.
        app.MapPost(Links.CaseloadLeave, LeaveAsync).RequireAuthorization(nameof(Permission.UseAccount));
        app.MapPost(Links.CaseloadAssignNow, AssignAsync).RequireAuthorization(nameof(Permission.AssignCustomers));
    }

    /// <summary>The tags of a field, with commas between.</summary>
    internal static CustomerCard Card(IFormCollection form) =>
        new(form["name"].ToString().Trim(), [.. form["tags"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)]);

    internal static DateOnly? Day(IFormCollection form, string name) =>
        DateOnly.TryParseExact(form[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static Guid? Id(IFormCollection form, string name) => Guid.TryParse(form[name], out var id) ? id : null;

    internal static T? Choice<T>(IFormCollection form, string name)
        where T : struct, Enum => Enum.TryParse<T>(form[name], out var choice) && Enum.IsDefined(choice) ? choice : null;

    private static async Task<IResult> MakeAsync(HttpContext http, Db db, PersonalSeal seal, WithCustomer with)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.CaseloadNew, "fault", "stale"));
        try
        {
            var wanted = new NewCustomer(Card(form), Choice<ConsentWay>(form, "way"), Day(form, "until")) { TeamId = Id(form, "team") };
            var id = await new CustomerEditor(db, seal).MakeAsync(Visitor.Known(http), wanted, Visitor.ChangeNow(http, "On the page of customers"), http.RequestAborted);
            with.Write(http, id);
            return Results.Redirect(Links.With(Links.Customer(id), "done", "made"));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.CaseloadNew, "fault", e.Problems[0].Code));
        }
    }

    private static async Task<IResult> LeaveAsync(HttpContext http, WithCustomer with)
    {
        if (await SentForm.ReadAsync(http) is null)
            return Results.Redirect(Links.With(Links.Caseload, "fault", "stale"));
        with.Forget(http);
        return Results.Redirect(Links.With(Links.Caseload, "done", "left"));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, Func<Change, Task<bool>> answer, string done)
    {
        if (await SentForm.ReadAsync(http) is null)
            return Results.Redirect(Links.With(Links.Caseload, "fault", "stale"));
        return await answer(Visitor.ChangeNow(http, "On the page of customers")) ? Results.Redirect(Links.With(Links.Caseload, "done", done)) : Results.NotFound();
    }

    private static async Task<IResult> AssignAsync(HttpContext http, Db db, PersonalSeal seal)
    {
        if (await SentForm.ReadAsync(http) is not { } form)
            return Results.Redirect(Links.With(Links.CaseloadAssign, "fault", "stale"));
        try
        {
            await new AssignmentEditor(db, seal).MoveAllAsync(Id(form, "from"), Id(form, "to") ?? Guid.Empty, Visitor.ChangeNow(http, "On the page of advisers"), http.RequestAborted);
            return Results.Redirect(Links.With(Links.CaseloadAssign, "done", "assigned"));
        }
        catch (UnusableInputException e)
        {
            return Results.Redirect(Links.With(Links.CaseloadAssign, "fault", e.Problems[0].Code));
        }
    }
}
