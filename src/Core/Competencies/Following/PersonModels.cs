using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Following;

/// <summary>A review to which a person was invited by account, for the person's own export.</summary>
public sealed record ExportedReview(string Round, DateTimeOffset? FirstAnswerAt, DateTimeOffset? LastAnswerAt, int Answers);

/// <summary>A model or draft that a person follows, for the person's own export.</summary>
public sealed record ExportedFollow(string Model, bool IsDraft, DateTimeOffset Since, bool ByMail);

/// <summary>All that is kept of a person's doings with models beside the audit: what is followed, and the reviews answered by account.</summary>
public sealed record PersonModels(IReadOnlyList<ExportedFollow> Followed, IReadOnlyList<ExportedReview> Reviews)
{
    public static async Task<PersonModels> ReadAsync(Db db, Guid person, CancellationToken stop = default) => new(
        await db.ModelFollows.Where(f => f.PersonId == person).Join(db.Frameworks, f => f.FrameworkKey, m => m.Key, (f, m) => new { f, m.Slug })
            .OrderBy(x => x.Slug).Select(x => new ExportedFollow(x.Slug, x.f.IsDraft, x.f.Since, x.f.ByMail)).ToListAsync(stop),
        await db.ReviewInvitations.Where(i => i.PersonId == person).Join(db.ReviewRounds, i => i.RoundId, r => r.Id, (i, r) => new { i, r.Title, r.OpenedAt })
            .OrderBy(x => x.OpenedAt).Select(x => new ExportedReview(x.Title, x.i.FirstAnswerAt, x.i.LastAnswerAt, db.ReviewRatings.Count(a => a.InvitationId == x.i.Id))).ToListAsync(stop));
}
