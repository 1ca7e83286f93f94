using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Competencies.Drafting;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Following;

/// <summary>A model or draft that a person follows, and what happened to it since the person last looked.</summary>
public sealed record Followed
{
    public required ModelFollow Follow { get; init; }
    public required string Slug { get; init; }
    public required LanguageText Title { get; init; }

    /// <summary>The versions that readers got since, the newest first; none for a draft.</summary>
    public IReadOnlyList<FrameworkVersion> Versions { get; init; } = [];

    /// <summary>Why it was retired since; null where it was not.</summary>
    public FrameworkRetirement? Retirement { get; init; }

    /// <summary>How many edits others have saved in the open draft since.</summary>
    public int Edits { get; init; }

    public bool HasNews => Versions.Count > 0 || Retirement is not null || Edits > 0;
}

/// <summary>What is new of all that a person follows. Drafts are left out where the person may no longer see them.</summary>
public sealed class FollowNews(Db db)
{
    /// <summary>Drafts are for those who write or review models.</summary>
    public static bool SeesDrafts(Actor actor) => actor.May(Permission.EditModels) || actor.May(Permission.ReviewModels);

    /// <summary>What the person follows, with news first and then by name. News are later than what was seen, or than what was sent.</summary>
    public async Task<List<Followed>> ReadAsync(Guid person, bool seesDrafts, bool sinceMailed = false, CancellationToken stop = default)
    {
        var follows = await db.ModelFollows.Where(f => f.PersonId == person && (seesDrafts || !f.IsDraft))
            .Join(db.Frameworks, f => f.FrameworkKey, m => m.Key, (f, m) => new { Follow = f, m.Slug, m.CurrentVersionKey }).ToListAsync(stop);
        if (follows.Count == 0)
            return [];
        var oldest = follows.Min(f => From(f.Follow, sinceMailed));
        var keys = follows.Select(f => f.Follow.FrameworkKey).Distinct().ToList();
        var currents = follows.Select(f => f.CurrentVersionKey).OfType<int>().ToList();
        var versions = await db.FrameworkVersions.Where(v => EF.Parameter(currents).Contains(v.Key)
            || (EF.Parameter(keys).Contains(v.FrameworkKey) && v.LoadedAt > oldest && v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)).ToListAsync(stop);
        var retirements = await db.FrameworkRetirements.Where(r => EF.Parameter(keys).Contains(r.FrameworkKey) && r.At > oldest).ToListAsync(stop);
        var drafts = seesDrafts ? await db.Drafts.Where(d => EF.Parameter(keys).Contains(d.FrameworkKey)).OrderBy(d => d.StartedAt).ToListAsync(stop) : [];
        var edits = await EditsAsync(drafts, Actor.WhoOf(person), oldest, stop);
        return [.. follows.Select(f =>
        {
            var (from, key) = (From(f.Follow, sinceMailed), f.Follow.FrameworkKey);
            var draft = drafts.FindLast(d => d.FrameworkKey == key);
            return new Followed
            {
                Follow = f.Follow,
                Slug = f.Slug,
                Title = (f.Follow.IsDraft ? draft?.Title : null) ?? versions.Find(v => v.Key == f.CurrentVersionKey)?.Title ?? draft?.Title ?? LanguageText.Of("en", f.Slug),
                Versions = f.Follow.IsDraft ? [] : [.. versions.Where(v => v.FrameworkKey == key && v.LoadedAt > from).OrderByDescending(v => v.LoadedAt)],
                Retirement = f.Follow.IsDraft ? null : retirements.Find(r => r.FrameworkKey == key && r.At > from),
                Edits = f.Follow.IsDraft ? edits.Count(e => e.FrameworkKey == key && e.At > from) : 0,
            };
        }).OrderByDescending(f => f.HasNews).ThenBy(f => f.Title.ToString(), StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Follow.IsDraft)];
    }

    /// <summary>Who is to be sent news by e-mail and was last sent some before that moment.</summary>
    public Task<List<Guid>> DueAsync(DateTimeOffset before, CancellationToken stop = default) =>
        db.ModelFollows.Where(f => f.ByMail && f.MailedAt < before).Select(f => f.PersonId).Distinct().ToListAsync(stop);

    private async Task<List<(int FrameworkKey, DateTimeOffset At)>> EditsAsync(List<Draft> drafts, string who, DateTimeOffset since, CancellationToken stop)
    {
        var open = drafts.Where(d => d.IsOpen).ToDictionary(d => d.Id, d => d.FrameworkKey);
        if (open.Count == 0)
            return [];
        var ids = open.Keys.ToList();
        var rows = await db.DraftEdits.Where(e => EF.Parameter(ids).Contains(e.DraftId) && e.Who != who && e.At > since).Select(e => new { e.DraftId, e.At }).ToListAsync(stop);
        return [.. rows.Select(r => (open[r.DraftId], r.At))];
    }

    private static DateTimeOffset From(ModelFollow follow, bool sinceMailed) => sinceMailed && follow.MailedAt > follow.SeenAt ? follow.MailedAt : follow.SeenAt;
}
