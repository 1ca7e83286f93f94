using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What a new framework is to be, before anything is in it.</summary>
public sealed record NewFramework
{
    public const int LongestTitle = 200;

    public required LanguageText Title { get; init; }
    public FrameworkKind Kind { get; init; } = FrameworkKind.Industry;
    public string Publisher { get; init; } = "";
    public string Language { get; init; } = "en";
    public Numbering Numbering { get; init; } = Numbering.Automatic;
}

/// <summary>Begins drafts: of a framework that is new, or of the next version of one.</summary>
public sealed class DraftStart(Db db)
{
    /// <summary>A draft of a new framework, empty. Its name in addresses is its own from now on.</summary>
    public async Task<OpenDraft> NewAsync(NewFramework wanted, Change change, CancellationToken stop = default)
    {
        if (wanted.Title.Values.Values.Any(t => t.Length > NewFramework.LongestTitle))
            throw new UnusableInputException(Problem.Rejected("title-too-long", "title", "A title may have {0} characters at most.", "200"));
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "frameworks", stop);
        var id = Guid.NewGuid();
        var framework = new Framework { Id = id, Ctid = new Ctid(id).ToString(), Kind = wanted.Kind, Publisher = wanted.Publisher };
        framework = await new FrameworkEditor(db).AddAsync(new(framework, new() { Title = wanted.Title }, [], []), stop);
        var draft = new Draft
        {
            Id = Guid.NewGuid(),
            FrameworkKey = framework.Key,
            Numbering = wanted.Numbering,
            Title = wanted.Title,
            Language = wanted.Language,
            Kind = wanted.Kind,
            Publisher = wanted.Publisher,
            StartedAt = change.When,
            StartedBy = change.Who,
            ChangedAt = change.When,
        };
        await SaveAsync(draft, framework.Slug, change, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return new(draft, framework.Slug);
    }

    /// <summary>A draft that begins with the current version of a framework; the one that is open already, where there is one.</summary>
    public async Task<OpenDraft> NextAsync(string slug, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "frameworks", stop);
        if (await Drafts.FindAsync(db, slug, stop) is { } open)
            return open;
        var model = await ModelCatalog.FindAsync(db, slug, null, stop)
            ?? throw new UnusableInputException(Problem.Rejected("unknown-model", "m", "There is no published model or version with the name {0}.", slug));
        var draft = Of(model, change);
        await SaveAsync(draft, model.Slug, change, stop);
        await CopyAsync(draft, model.Version, change, stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return new(draft, model.Slug);
    }

    private static Draft Of(Model model, Change change)
    {
        var (framework, version) = model;
        return new()
        {
            Id = Guid.NewGuid(),
            FrameworkKey = framework.Key,
            BasedOn = version.Key,
            // Numbers of others are theirs; those of tiered models follow the place.
            Numbering = version.HasTiers ? Numbering.Automatic : Numbering.Kept,
            Title = version.Title,
            Description = version.Description,
            Notice = version.Notice,
            Language = version.Language,
            Kind = framework.Kind,
            Publisher = framework.Publisher,
            Industries = framework.Industries,
            Champions = version.Champions,
            Sources = version.Sources,
            Extensions = version.Extensions,
            StartedAt = change.When,
            StartedBy = change.Who,
            ChangedAt = change.When,
        };
    }

    private async Task SaveAsync(Draft draft, string slug, Change change, CancellationToken stop)
    {
        db.Add(draft);
        var after = JsonSerializer.Serialize(new { draft.Id, draft.BasedOn, Title = draft.Title.ToString() }, TextJson.Options);
        db.Add(AuditEntry.Of(change, "draft start", slug, null, after));
        await db.SaveChangesAsync(stop);
    }

    private async Task CopyAsync(Draft draft, FrameworkVersion version, Change change, CancellationToken stop)
    {
        var statements = await ModelCatalog.StatementsAsync(db, version, stop);
        var links = await db.Alignments.Where(a => a.VersionKey == version.Key).OrderBy(a => a.Ordinal).ToListAsync(stop);
        await DraftRows.InsertAsync(db, [.. statements.Select(s => new DraftStatement
        {
            DraftId = draft.Id,
            Id = s.Id,
            ParentId = s.ParentId,
            Rank = DraftRank.At(s.Position),
            Kind = s.Kind,
            Tier = s.Kind == StatementKind.Tier ? s.Tier : null,
            Notation = s.Notation,
            Label = s.Label,
            Text = s.Text,
            Notes = s.Notes,
            Keywords = s.Keywords,
            TypeLabel = s.TypeLabel,
            Uri = s.Uri,
            DerivedFrom = s.DerivedFrom,
            Extensions = s.Extensions,
            Revision = 1,
            ChangedAt = s.ChangedAt,
            ChangedBy = change.Who,
        })], [.. links.Select(l => DraftLink.Of(draft.Id, l))], stop);
    }
}
