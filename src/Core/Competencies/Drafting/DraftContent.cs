using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies.Review;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>A draft as the framework version that it would become: removed statements left out, numbers by place, changes summed up.</summary>
public static class DraftContent
{
    public const string SourceFormat = "trellis";

    public static async Task<FrameworkContent> ReadAsync(Db db, Draft draft, CancellationToken stop = default)
    {
        var framework = await db.Frameworks.SingleAsync(f => f.Key == draft.FrameworkKey, stop);
        framework.Kind = draft.Kind;
        framework.Publisher = draft.Publisher;
        framework.Industries = draft.Industries;
        var statements = Statements(await Drafts.TreeAsync(db, draft, stop));
        var ids = statements.Select(s => s.Id.ToString("D")).ToHashSet(StringComparer.Ordinal);
        var links = await db.DraftLinks.Where(l => l.DraftId == draft.Id && !l.IsRemoved).ToListAsync(stop);
        var gone = (await db.DraftStatements.Where(s => s.DraftId == draft.Id).Select(s => s.Id).ToListAsync(stop)).Select(s => s.ToString("D")).Where(s => !ids.Contains(s)).ToHashSet();
        var kept = links.Where(l => !gone.Contains(l.Origin.Id) && !gone.Contains(l.Destination.Id)).OrderBy(l => l.Origin.Id, StringComparer.Ordinal).ThenBy(l => l.Id);
        var version = Version(draft, await ReviewCitation.ReadAsync(db, draft.Id, stop));
        version.ChangeSummary = draft.ChangeSummary ?? await SummaryAsync(db, draft, statements, stop);
        StatementTree.Arrange(statements);
        return new(framework, version, statements, [.. kept.Select(l => l.ToAlignment())]);
    }

    private static FrameworkVersion Version(Draft draft, ReviewCitation? validated) => new()
    {
        Title = draft.Title,
        Number = draft.Number,
        Description = draft.Description,
        Notice = draft.Notice,
        Language = draft.Language,
        ChangedAt = draft.ChangedAt,
        Champions = draft.Champions,
        Sources = draft.Sources,
        SourceFormat = SourceFormat,
        SourceName = "draft",
        Extensions = Cite(draft.Extensions, validated),
    };

    private static string? Cite(string? extensions, ReviewCitation? validated)
    {
        var fields = extensions is null ? [] : JsonNode.Parse(extensions)!.AsObject();
        fields.Remove(ReviewCitation.Field);
        if (validated is not null)
            fields[ReviewCitation.Field] = JsonSerializer.SerializeToNode(validated, TextJson.Options);
        return fields.Count == 0 ? null : fields.ToJsonString(TextJson.Options);
    }

    private static List<Statement> Statements(DraftTree tree) => [.. tree.All.Select((node, place) =>
    {
        var s = node.Statement;
        return new Statement
        {
            Id = s.Id,
            ParentId = node.Parent?.Id,
            Position = place,
            Kind = s.Kind,
            Tier = s.Tier,
            Notation = node.Number,
            Label = s.Label,
            Text = s.Text,
            Notes = s.Notes,
            Keywords = s.Keywords,
            TypeLabel = s.TypeLabel,
            Uri = s.Uri,
            DerivedFrom = s.DerivedFrom,
            ChangedAt = s.ChangedAt,
            Extensions = s.Extensions,
        };
    })];

    private static async Task<string?> SummaryAsync(Db db, Draft draft, List<Statement> statements, CancellationToken stop)
    {
        if (draft.BasedOn is not { } key)
            return null;
        var before = await db.FrameworkVersions.SingleAsync(v => v.Key == key, stop);
        var changes = VersionChanges.Of(await ModelCatalog.StatementsAsync(db, before, stop), statements);
        return FormattableString.Invariant(
            $"Since version {before.Number}: {changes.Added} added, {changes.Removed} removed, {changes.Reworded} reworded, {changes.Moved} moved.");
    }
}
