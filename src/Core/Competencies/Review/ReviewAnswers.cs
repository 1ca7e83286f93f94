using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Review;

/// <summary>An invitation that a link led to, with its round.</summary>
public sealed record Invited(ReviewInvitation Invitation, ReviewRound Round);

/// <summary>One answer as a reviewer gives it; a statement without a verdict is not rated.</summary>
public sealed record GivenRating(Guid Statement, int Revision, Verdict Verdict, int? Importance, int? Frequency, int? Level, string? Comment);

/// <summary>Takes what reviewers answer. They are let in by their link alone.</summary>
public sealed class ReviewAnswers(Db db)
{
    /// <summary>Null where the link never was, was revoked, or its time is over.</summary>
    public async Task<Invited?> FindAsync(string token, DateTimeOffset now, CancellationToken stop = default)
    {
        var hash = ReviewEditor.HashOf(token);
        var row = await db.ReviewInvitations.Where(i => i.TokenHash == hash)
            .Join(db.ReviewRounds, i => i.RoundId, r => r.Id, (i, r) => new { i, r }).FirstOrDefaultAsync(stop);
        return row is null || row.i.IsRevoked || row.i.ExpiresAt <= now || !row.r.IsOpen(now) ? null : new(row.i, row.r);
    }

    /// <summary>Saves answers, in place of earlier ones of the same reviewer.</summary>
    public async Task RateAsync(Invited invited, IReadOnlyList<GivenRating> ratings, Change change, CancellationToken stop = default)
    {
        foreach (var rating in ratings)
            Require(rating);
        await WriteAsync(invited, change, async () =>
        {
            var ids = ratings.Select(r => r.Statement).ToList();
            var id = invited.Invitation.Id;
            await db.ReviewRatings.Where(r => r.InvitationId == id && EF.Parameter(ids).Contains(r.StatementId)).ExecuteDeleteAsync(stop);
            var known = await db.DraftStatements.Where(s => s.DraftId == invited.Round.DraftId && EF.Parameter(ids).Contains(s.Id)).Select(s => s.Id).ToListAsync(stop);
            db.AddRange(ratings.Where(r => known.Contains(r.Statement)).Select(r => new ReviewRating
            {
                InvitationId = id,
                StatementId = r.Statement,
                RoundId = invited.Round.Id,
                Revision = r.Revision,
                Verdict = r.Verdict,
                Importance = r.Importance,
                Frequency = r.Frequency,
                Level = r.Level,
                Comment = string.IsNullOrWhiteSpace(r.Comment) ? null : r.Comment.Trim(),
                At = change.When,
            }));
        }, stop);
    }

    /// <summary>Saves a competency that the reviewer misses.</summary>
    public async Task ProposeAsync(Invited invited, string text, string language, Guid? parent, Change change, CancellationToken stop = default)
    {
        if (text.Trim().Length is 0 or > ReviewRating.LongestComment)
            throw new UnusableInputException(Problem.Rejected("proposal-text", "text", "Write the missing competency in at most {0} characters.", "2000"));
        await WriteAsync(invited, change, () =>
        {
            db.Add(new ReviewProposal
            {
                Id = Guid.NewGuid(),
                RoundId = invited.Round.Id,
                InvitationId = invited.Invitation.Id,
                ParentId = parent,
                Text = text.Trim(),
                Language = language,
                At = change.When,
            });
            return Task.CompletedTask;
        }, stop);
    }

    /// <summary>Says whether the version may name the reviewer's organization, and which it is.</summary>
    public async Task NameAsync(Invited invited, string? organization, bool mayBeNamed, Change change, CancellationToken stop = default)
    {
        var name = string.IsNullOrWhiteSpace(organization) ? null : organization.Trim();
        if (name?.Length > 200)
            throw new UnusableInputException(Problem.Rejected("organization-name", "organization", "Write the name of the organization in at most {0} characters.", "200"));
        var id = invited.Invitation.Id;
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.ReviewInvitations.Where(i => i.Id == id).ExecuteUpdateAsync(i => i.SetProperty(x => x.Organization, name).SetProperty(x => x.MayBeNamed, mayBeNamed && name != null), stop);
        db.Add(AuditEntry.Of(change, "review name", invited.Round.Id.ToString(), null, null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private async Task WriteAsync(Invited invited, Change change, Func<Task> write, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await write();
        var id = invited.Invitation.Id;
        await db.ReviewInvitations.Where(i => i.Id == id).ExecuteUpdateAsync(
            i => i.SetProperty(x => x.FirstAnswerAt, x => x.FirstAnswerAt ?? change.When).SetProperty(x => x.LastAnswerAt, change.When), stop);
        db.Add(AuditEntry.Of(change, "review answer", invited.Round.Id.ToString(), null, null));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static void Require(GivenRating rating)
    {
        if (rating.Importance is < 1 or > ReviewRating.HighestAnswer || rating.Frequency is < 1 or > ReviewRating.HighestAnswer || rating.Level is < 0 or > ReviewRating.HighestLevel)
            throw new UnusableInputException(Problem.Rejected("rating-range", "rating", "Importance and frequency go from 1 to 5, the level from 0 to 4."));
        if (rating.Comment?.Length > ReviewRating.LongestComment)
            throw new UnusableInputException(Problem.Rejected("comment-length", "comment", "A comment may have {0} characters at most.", "2000"));
    }
}
