using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Review;

/// <summary>Opens and closes review rounds and invites reviewers.</summary>
public sealed class ReviewEditor(Db db)
{
    public const int MostInvitations = 200;

    private const int LongestTitle = 200;

    internal static readonly Problem TooMany = Problem.Rejected("too-many-reviewers", "invite", "A round may have {0} reviewers at most.", "200");

    /// <summary>Opens a round; the draft is in review from now on.</summary>
    public async Task<ReviewRound> OpenAsync(Guid draftId, string title, string? message, DateTimeOffset closesAt, Change change, CancellationToken stop = default)
    {
        if (title.Trim().Length is 0 or > LongestTitle)
            throw new UnusableInputException(Problem.Rejected("round-title", "title", "Give the round a title of at most {0} characters.", "200"));
        if (closesAt <= change.When)
            throw new UnusableInputException(Problem.Rejected("round-closing", "closes", "Choose a last day that is still to come."));
        var round = new ReviewRound
        {
            Id = Guid.NewGuid(),
            DraftId = draftId,
            Title = title.Trim(),
            Message = string.IsNullOrWhiteSpace(message) ? null : message.Trim(),
            OpenedAt = change.When,
            OpenedBy = change.Who,
            ClosesAt = closesAt,
        };
        await new DraftLife(db).SetInReviewAsync(draftId, true, change, stop);
        await WriteAsync("review open", round.Id, new { round.Title, round.ClosesAt }, change, () => db.Add(round), stop);
        return round;
    }

    /// <summary>Invites somebody. The token is told once, here; the database keeps its hash.</summary>
    public async Task<string> InviteAsync(ReviewRound round, string? organization, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"round {round.Id}", stop);
        var count = await db.ReviewInvitations.CountAsync(i => i.RoundId == round.Id, stop);
        if (count >= MostInvitations)
            throw new UnusableInputException(TooMany);
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        db.Add(new ReviewInvitation
        {
            Id = Guid.NewGuid(),
            RoundId = round.Id,
            Number = count + 1,
            TokenHash = HashOf(token),
            Organization = string.IsNullOrWhiteSpace(organization) ? null : organization.Trim(),
            ExpiresAt = round.ClosesAt,
        });
        db.Add(AuditEntry.Of(change, "review invite", round.Id.ToString(), null, JsonSerializer.Serialize(new { Number = count + 1 }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return token;
    }

    /// <summary>Makes a link useless; what was answered with it stays.</summary>
    public Task RevokeAsync(Guid roundId, int number, Change change, CancellationToken stop = default) =>
        UpdateAsync("review revoke", roundId, new { Number = number }, change,
            () => db.ReviewInvitations.Where(i => i.RoundId == roundId && i.Number == number).ExecuteUpdateAsync(i => i.SetProperty(x => x.IsRevoked, true), stop), stop);

    /// <summary>Closes a round; no answer is taken after it.</summary>
    public Task CloseAsync(Guid roundId, Change change, CancellationToken stop = default) =>
        UpdateAsync("review close", roundId, new { Status = "Closed" }, change,
            () => db.ReviewRounds.Where(r => r.Id == roundId).ExecuteUpdateAsync(
                r => r.SetProperty(x => x.Status, RoundStatus.Closed).SetProperty(x => x.ClosedAt, change.When), stop), stop);

    /// <summary>SHA-256 of the token in hexadecimal digits.</summary>
    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(token)));

    private Task WriteAsync(string action, Guid roundId, object after, Change change, Action stage, CancellationToken stop) => UpdateAsync(action, roundId, after, change, () =>
    {
        stage();
        return Task.CompletedTask;
    }, stop);

    private async Task UpdateAsync(string action, Guid roundId, object after, Change change, Func<Task> write, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await write();
        db.Add(AuditEntry.Of(change, action, roundId.ToString(), null, JsonSerializer.Serialize(after, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
