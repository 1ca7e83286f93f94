using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Web.Access;
using Trellis.Web.Mail;
using Trellis.Web.Pages.Build;

namespace Trellis.Web.Pages.Reviews;

/// <summary>The forms of review rounds: those of the model's writers, and those of reviewers, who have nothing but their link.</summary>
public static class ReviewForms
{
    private const int MostAtOnce = 50;

    private static readonly Problem Over = Problem.Rejected("review-over", "", "This link is not valid any more. Ask the person who invited you.");

    public static void MapReviewForms(this WebApplication app)
    {
        var forms = app.MapGroup("").RequireAuthorization(nameof(Permission.ReviewModels));
        forms.MapPost("/models/{slug}/edit/reviews/send", OpenAsync);
        forms.MapPost("/reviews/{round:guid}/send", RoundAsync);
        app.MapPost("/reviews/answer/{token}/send", (string token, HttpContext http, Db db, TimeProvider clock, CancellationToken stop) =>
            AnswerAsync(http, Links.ReviewAnswer(token), db, () => new ReviewAnswers(db).FindAsync(token, clock.GetUtcNow(), stop))).AllowAnonymous();
        app.MapPost("/reviews/invited/{id:guid}/send", InvitedAsync).RequireAuthorization(nameof(Permission.AnswerReviews));
    }

    /// <summary>Whom the signed-in person may see and invite; the steward at the computer knows no accounts.</summary>
    public static ReviewPeople PeopleFor(HttpContext http, Db db) =>
        new(db, Visitor.Actor(http) is { } actor ? RowLimit.Of(actor, Permission.ReadOrganizations) : null);

    private static Task<IResult> OpenAsync(string slug, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.ReviewOpen(slug), async form =>
    {
        var draft = await BuildForm.DraftAsync(db, slug, stop);
        var closes = DateOnly.TryParseExact(form["closes"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
            : throw new UnusableInputException(Problem.Rejected("round-closing", "closes", "Choose a last day that is still to come."));
        var round = await new ReviewEditor(db).OpenAsync(draft.Id, form["title"].ToString(), form["message"], closes, Visitor.ChangeNow(http, "On the page of reviews"), stop);
        return Links.Review(round.Id);
    });

    private static Task<IResult> RoundAsync(Guid round, HttpContext http, Db db, CancellationToken stop) => BuildForm.RunAsync(http, Links.Review(round), async form =>
    {
        var (change, editor) = (Visitor.ChangeNow(http, "On the page of the review"), new ReviewEditor(db));
        var held = await db.ReviewRounds.FirstOrDefaultAsync(r => r.Id == round, stop) ?? throw new UnusableInputException(Over);
        var act = form["do"].ToString().Split(':');
        switch (act[0])
        {
            case "invite":
                return Links.With(Links.Review(round), "links", await InviteAsync(held, form, http, editor, change, stop)) + "#links";
            case "people":
                await AskAsync(held, SentForm.Ids(form, "person"), http, db, change, stop);
                return Links.With(Links.Review(round), "note", "invited");
            case "group" when Guid.TryParse(form["group"], out var group):
                await AskAsync(held, await PeopleFor(http, db).InGroupAsync(group, stop), http, db, change, stop);
                return Links.With(Links.Review(round), "note", "invited");
            case "revoke" when int.TryParse(act.ElementAtOrDefault(1), out var number):
                await editor.RevokeAsync(round, number, change, stop);
                break;
            case "close":
                await editor.CloseAsync(round, change, stop);
                break;
            case "take" or "decline" when Guid.TryParse(act.ElementAtOrDefault(1), out var proposal):
                await new ReviewDecisions(db).DecideProposalAsync(held, proposal, act[0] == "take" ? ProposalDecision.Taken : ProposalDecision.Declined, change, stop);
                break;
            default:
                await DecideAsync(held, act[0], form, db, change, stop);
                break;
        }
        return Links.Review(round);
    });

    private static async Task<string> InviteAsync(ReviewRound round, IFormCollection form, HttpContext http, ReviewEditor editor, Change change, CancellationToken stop)
    {
        var names = form["organizations"].ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(MostAtOnce);
        var tokens = new List<string>();
        foreach (var name in names.DefaultIfEmpty(""))
            tokens.Add(await editor.InviteAsync(round, name, change, stop));
        return http.RequestServices.GetRequiredService<InviteLinks>().Write(tokens);
    }

    private static async Task DecideAsync(ReviewRound round, string act, IFormCollection form, Db db, Change change, CancellationToken stop)
    {
        if (!Enum.TryParse<Verdict>(act, ignoreCase: true, out var verdict) || !Guid.TryParse(form["id"], out var id) || !int.TryParse(form["seen"], out var seen))
            return;
        var words = EditRequest.Of(form).Words();
        var result = await new ReviewDecisions(db).DecideAsync(round, new(id, seen), verdict, words.Count > 0 ? words[0] : null, form["why"], change, stop);
        if (result.Outcome == EditOutcome.Stale)
            throw new UnusableInputException(Problem.Rejected("decision-late", "id", "Somebody changed the statement meanwhile. It now says: {0}. Decide again.", result.Statement!.Title.ToString()));
    }

    /// <summary>Invites those of these people whom the inviting person sees, and writes to them.</summary>
    private static async Task AskAsync(ReviewRound round, List<Guid> ids, HttpContext http, Db db, Change change, CancellationToken stop)
    {
        var people = await PeopleFor(http, db).OfAsync(ids, stop);
        if (people.Count == 0)
            throw new UnusableInputException(Problem.Rejected("nobody-chosen", "person", "Choose at least one person."));
        var added = await new AccountInvitations(db).InviteAsync(round, people, change, stop);
        await http.RequestServices.GetRequiredService<Letters>().AskToReviewAsync(http, db, round, added);
    }

    private static async Task<IResult> InvitedAsync(Guid id, HttpContext http, Db db, TimeProvider clock, CancellationToken stop)
    {
        // An invitation of somebody else looks like one that is not there.
        if (Visitor.Actor(http) is not { } actor || await new AccountInvitations(db).FindAsync(id, actor.Id, clock.GetUtcNow(), stop) is not { } invited)
            return Results.NotFound();
        return await AnswerAsync(http, Links.ReviewInvited(id), db, () => Task.FromResult<Invited?>(invited));
    }

    private static Task<IResult> AnswerAsync(HttpContext http, string address, Db db, Func<Task<Invited?>> find)
    {
        var page = int.TryParse(http.Request.Query["page"], out var number) ? number : 1;
        var (back, stop) = (page > 1 ? Links.With(address, "page", page) : address, http.RequestAborted);
        return BuildForm.RunAsync(http, back, async form =>
        {
            var answers = new ReviewAnswers(db);
            var invited = await find() ?? throw new UnusableInputException(Over);
            // Also with an account, an answer is a reviewer's; who it was stands with the invitation alone.
            var change = Visitor.ChangeNow(http, "Answered a review") with { Who = $"reviewer {invited.Invitation.Number.ToString(CultureInfo.InvariantCulture)}" };
            switch (form["do"].ToString())
            {
                case "propose":
                    await answers.ProposeAsync(invited, form["proposal"].ToString(), Startup.Language, Guid.TryParse(form["parent"], out var parent) ? parent : null, change, stop);
                    return Links.With(back, "note", "saved");
                case "name":
                    await answers.NameAsync(invited, form["organization"], form["named"] == "yes", change, stop);
                    return Links.With(back, "note", "saved");
                default:
                    await answers.RateAsync(invited, AnswerForm.Read(form), change, stop);
                    return form["do"] == "next" ? Links.With(address, "page", page + 1) : Links.With(back, "note", "answered");
            }
        });
    }
}
