using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Web.Access;
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
        app.MapPost("/reviews/answer/{token}/send", AnswerAsync).AllowAnonymous();
    }

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

    private static Task<IResult> AnswerAsync(string token, HttpContext http, Db db, TimeProvider clock, CancellationToken stop)
    {
        var page = int.TryParse(http.Request.Query["page"], out var number) ? number : 1;
        var back = page > 1 ? Links.With(Links.ReviewAnswer(token), "page", page) : Links.ReviewAnswer(token);
        return BuildForm.RunAsync(http, back, async form =>
        {
            var answers = new ReviewAnswers(db);
            var invited = await answers.FindAsync(token, clock.GetUtcNow(), stop) ?? throw new UnusableInputException(Over);
            var change = new Change($"reviewer {invited.Invitation.Number.ToString(CultureInfo.InvariantCulture)}", clock.GetUtcNow(), "page", "Answered by link");
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
                    return form["do"] == "next" ? Links.With(Links.ReviewAnswer(token), "page", page + 1) : Links.With(back, "note", "answered");
            }
        });
    }
}
