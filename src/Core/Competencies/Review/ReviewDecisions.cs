using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Review;

/// <summary>Records what the writers decide after a round, and applies it to the draft as an ordinary edit.</summary>
public sealed class ReviewDecisions(Db db)
{
    /// <summary>
    /// Keep changes nothing, drop removes the statement, change gives it the words. An edit that comes too late leaves the decision
    /// unrecorded.
    /// </summary>
    public async Task<EditResult> DecideAsync(ReviewRound round, SeenStatement statement, Verdict decision, Wording? words, string? why, Change change, CancellationToken stop = default)
    {
        DraftCommand? command = decision switch
        {
            Verdict.Drop => new Remove(statement),
            Verdict.Change => new Reword(statement, words is null ? throw new UnusableInputException(DraftProblems.NoText) : [words]),
            _ => null,
        };
        var result = command is null ? new(EditOutcome.Unchanged, 0, null) : await new DraftEditor(db).RunAsync(round.DraftId, command, change, stop);
        if (result.Outcome == EditOutcome.Stale)
            return result;
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.ReviewDecisions.Where(d => d.RoundId == round.Id && d.StatementId == statement.Id).ExecuteDeleteAsync(stop);
        db.Add(new ReviewDecision
        {
            RoundId = round.Id,
            StatementId = statement.Id,
            Decision = decision,
            Why = string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
            At = change.When,
            Who = change.Who,
        });
        db.Add(AuditEntry.Of(change, "review decide", round.Id.ToString(), null, $"{{\"statement\":\"{statement.Id}\",\"decision\":\"{decision}\"}}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return result;
    }

    /// <summary>Takes a proposal into the draft at the end of its place, or declines it.</summary>
    public async Task DecideProposalAsync(ReviewRound round, Guid proposalId, ProposalDecision decision, Change change, CancellationToken stop = default)
    {
        var proposal = await db.ReviewProposals.FirstOrDefaultAsync(p => p.Id == proposalId && p.RoundId == round.Id && p.Decision == null, stop);
        if (proposal is null)
            return;
        if (decision == ProposalDecision.Taken)
        {
            var words = new Wording(proposal.Language, proposal.Text);
            await new DraftEditor(db).RunAsync(round.DraftId, new Add(Guid.NewGuid(), Spot.EndOf(proposal.ParentId), StatementKind.Item, [words]), change, stop);
        }
        await using var transaction = await db.BeginWriteAsync(stop);
        db.Update(proposal with { Decision = decision, DecidedAt = change.When, DecidedBy = change.Who });
        db.Add(AuditEntry.Of(change, "review proposal", round.Id.ToString(), null, $"{{\"proposal\":\"{proposal.Id}\",\"decision\":\"{decision}\"}}"));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
