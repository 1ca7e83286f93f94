using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Review;

/// <summary>A round to which a person with an account is invited, with the name of what is reviewed.</summary>
public sealed record OwnReview(Invited Invited, LanguageText Model);

/// <summary>
/// Invites people with an account, each once to a round. They answer in the same form as those with a link; who is invited both
/// ways has two links, but one account never has two answers.
/// </summary>
public sealed class AccountInvitations(Db db)
{
    /// <summary>Invites these people; those who are invited already are passed over, those who were shut out are let in again. Returns who is newly invited.</summary>
    public async Task<List<Guid>> InviteAsync(ReviewRound round, IReadOnlyList<Reviewer> people, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, $"round {round.Id}", stop);
        var held = await db.ReviewInvitations.Where(i => i.RoundId == round.Id).Select(i => new { i.Number, i.PersonId, i.IsRevoked }).ToListAsync(stop);
        var again = held.Where(i => i.IsRevoked && people.Any(p => p.Id == i.PersonId)).Select(i => i.Number).ToList();
        var added = people.Where(p => held.TrueForAll(i => i.PersonId != p.Id)).DistinctBy(p => p.Id).ToList();
        if (held.Count + added.Count > ReviewEditor.MostInvitations)
            throw new UnusableInputException(ReviewEditor.TooMany);
        await db.ReviewInvitations.Where(i => i.RoundId == round.Id && EF.Parameter(again).Contains(i.Number)).ExecuteUpdateAsync(i => i.SetProperty(x => x.IsRevoked, false), stop);
        db.AddRange(added.Select((p, i) => new ReviewInvitation
        {
            Id = Guid.NewGuid(),
            RoundId = round.Id,
            Number = held.Count + i + 1,
            // Nobody is told the secret: the account lets the person in.
            TokenHash = ReviewEditor.HashOf(SecretToken.New()),
            PersonId = p.Id,
            Organization = p.Organization,
            ExpiresAt = round.ClosesAt,
        }));
        db.Add(AuditEntry.Of(change, "review invite", round.Id.ToString(), null, JsonSerializer.Serialize(new { People = added.Select(p => p.Id), Again = again }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return [.. added.Select(p => p.Id)];
    }

    /// <summary>The invitation of this person; null where it is another's, was revoked, or its time is over.</summary>
    public async Task<Invited?> FindAsync(Guid invitation, Guid person, DateTimeOffset now, CancellationToken stop = default) =>
        (await Of(person).FirstOrDefaultAsync(r => r.Invitation.Id == invitation, stop)) is { } row && row.Round.IsOpen(now) ? new(row.Invitation, row.Round) : null;

    /// <summary>The rounds that still wait for an answer of this person or may be answered again, the first to close first.</summary>
    public async Task<List<OwnReview>> OpenAsync(Guid person, DateTimeOffset now, CancellationToken stop = default)
    {
        var rows = await Of(person).Where(r => r.Round.Status == RoundStatus.Open && r.Round.ClosesAt > now).OrderBy(r => r.Round.ClosesAt)
            .Join(db.Drafts, r => r.Round.DraftId, d => d.Id, (r, d) => new { r.Invitation, r.Round, d.Title }).ToListAsync(stop);
        return [.. rows.Select(r => new OwnReview(new(r.Invitation, r.Round), r.Title))];
    }

    private IQueryable<Row> Of(Guid person) => db.ReviewInvitations.Where(i => i.PersonId == person && !i.IsRevoked)
        .Join(db.ReviewRounds, i => i.RoundId, r => r.Id, (i, r) => new Row { Invitation = i, Round = r });

    private sealed class Row
    {
        public required ReviewInvitation Invitation { get; init; }
        public required ReviewRound Round { get; init; }
    }
}
