using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What a draft says of itself as a whole, as its writers change it.</summary>
public sealed record DraftAbout
{
    public required LanguageText Title { get; init; }
    public LanguageText? Description { get; init; }
    public LanguageText? Notice { get; init; }
    public string Number { get; init; } = "";
    public string Publisher { get; init; } = "";
    public string? ChangeSummary { get; init; }
    public FrameworkKind Kind { get; init; }
    public Numbering Numbering { get; init; }
    public IReadOnlyList<string> Champions { get; init; } = [];
    public IReadOnlyList<string> Sources { get; init; } = [];
    public IReadOnlyList<string> Industries { get; init; } = [];
}

/// <summary>Leads a draft through its life: what it says of itself, into review and back, published, given up.</summary>
public sealed class DraftLife(Db db)
{
    /// <summary>Changes what the draft says of itself; refused where somebody else did so since.</summary>
    public Task DescribeAsync(Guid id, int revision, DraftAbout about, Change change, CancellationToken stop = default) =>
        ChangeAsync(id, "draft describe", change, draft => draft.Revision != revision
            ? throw new UnusableInputException(DraftProblems.DraftChanged)
            : draft with
            {
                Title = about.Title,
                Description = about.Description,
                Notice = about.Notice,
                Number = about.Number.Trim(),
                Publisher = about.Publisher.Trim(),
                ChangeSummary = about.ChangeSummary,
                Kind = about.Kind,
                Numbering = about.Numbering,
                Champions = about.Champions,
                Sources = about.Sources,
                Industries = about.Industries,
            }, stop);

    /// <summary>Says whether the draft is in review.</summary>
    public Task SetInReviewAsync(Guid id, bool isInReview, Change change, CancellationToken stop = default) =>
        ChangeAsync(id, isInReview ? "draft review" : "draft resume", change, draft => draft with { Status = isInReview ? VersionStatus.InReview : VersionStatus.Draft }, stop);

    /// <summary>Gives the draft up. It is kept, closed.</summary>
    public Task GiveUpAsync(Guid id, Change change, CancellationToken stop = default) =>
        ChangeAsync(id, "draft give-up", change, draft => draft with { Status = VersionStatus.Retired }, stop);

    /// <summary>
    /// Makes the draft the current version of its framework. Refused while something hinders it, and where a version was published
    /// since the draft began, unless its writers have said that the draft is to follow that one too.
    /// </summary>
    public async Task<FrameworkVersion> PublishAsync(Guid id, bool overNewer, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, DraftEditor.LockOf(id), stop);
        var (draft, slug) = await Drafts.NeedOpenAsync(db, id, stop);
        var content = await DraftContent.ReadAsync(db, draft, stop);
        var hindrances = PublishCheck.Hindrances(content);
        if (draft.BasedOn is not null && draft.Edits == 0 && draft.Revision == 0)
            hindrances.Add(Problem.Rejected("nothing-changed", "draft", "Nothing was changed in the draft. There is nothing to publish."));
        if (!overNewer && draft.BasedOn is { } basis && content.Framework.CurrentVersionKey != basis)
            hindrances.Add(Problem.Rejected("newer-version", "draft", "Another version was published since this draft began. Look at what it changed, then say that the draft is to follow it."));
        if (hindrances.Count > 0)
            throw new UnusableInputException(hindrances);
        var result = await new FrameworkEditor(db).LoadAsync(content, change, stop);
        await db.FrameworkRetirements.Where(r => r.FrameworkKey == draft.FrameworkKey).ExecuteDeleteAsync(stop);
        db.Update(draft with { Status = VersionStatus.Published, PublishedKey = result.Version.Key, ChangedAt = change.When });
        db.Add(AuditEntry.Of(change, "draft publish", slug, null, JsonSerializer.Serialize(new { draft.Id, result.Version.Number }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return result.Version;
    }

    private async Task ChangeAsync(Guid id, string action, Change change, Func<Draft, Draft> to, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, DraftEditor.LockOf(id), stop);
        var (draft, slug) = await Drafts.NeedOpenAsync(db, id, stop);
        var after = to(draft) with { Revision = draft.Revision + 1, ChangedAt = change.When };
        db.Update(after);
        db.Add(AuditEntry.Of(change, action, slug, Summary(draft), Summary(after)));
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static string Summary(Draft draft) => JsonSerializer.Serialize(new
    {
        Status = draft.Status.ToString(),
        Title = draft.Title.Values,
        Description = draft.Description?.Values,
        Notice = draft.Notice?.Values,
        draft.Number,
        draft.Publisher,
        draft.ChangeSummary,
        Kind = draft.Kind.ToString(),
        Numbering = draft.Numbering.ToString(),
        draft.Champions,
        draft.Sources,
        draft.Industries,
        Revision = draft.Revision.ToString(CultureInfo.InvariantCulture),
    }, TextJson.Options);
}
