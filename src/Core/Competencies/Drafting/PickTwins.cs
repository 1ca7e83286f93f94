using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What already says the same as a pick: a statement of the draft or an earlier pick, and how alike they are.</summary>
internal sealed record PickTwin(TwinKind Kind, Guid? Statement, int? Ordinal, double? Score)
{
    public DraftPick On(DraftPick pick) => pick with { Twin = Kind, TwinId = Statement, TwinOrdinal = Ordinal, Score = Score };
}

/// <summary>
/// Finds, before a source enters a draft, which of its statements are there already or stand on the list: by identity, by kinship
/// and by meaning, as two models are compared. Pure.
/// </summary>
internal static class PickTwins
{
    /// <summary>The twins by the ordinal of the new pick.</summary>
    public static Dictionary<int, PickTwin> Find(Draft draft, IReadOnlyList<DraftNode> nodes, IReadOnlyList<DraftPick> held, IReadOnlyList<DraftPick> added, string language)
    {
        var own = LanguageText.Primary(draft.Language);
        if (nodes.Count + held.Count == 0)
            return [];
        var spoken = added.Any(p => p.Text.Languages.Any(l => LanguageText.Primary(l) == own)) ? own : language;
        // What is to be merged will be one statement with its twin, which stands here already.
        var entering = held.Where(p => p.Twin is null || p.Choice == PickChoice.KeepBoth).ToList();
        var ids = held.Concat(added).ToDictionary(p => p.Ordinal, p => p.Id);
        var known = Content(draft, [.. nodes.Select((n, i) => Of(n, i)), .. entering.Select(p => Of(p, ids, nodes.Count))]);
        var found = ModelComparer.Compare([ComparedModels.Of(known, own), ComparedModels.Of(Content(draft, [.. added.Select(p => Of(p, ids, 0))]), spoken)]);
        var byId = entering.ToDictionary(p => p.Id);
        var places = added.ToDictionary(p => p.Id, p => p.Ordinal);
        var twins = new Dictionary<int, PickTwin>();
        foreach (var cluster in found.Clusters.Where(c => c.Members[0] is not null && c.Members[1] is not null))
        {
            var there = cluster.Members[0]!.Id;
            var kind = cluster.State == ClusterState.Same ? TwinKind.Same : TwinKind.Near;
            var pick = byId.GetValueOrDefault(there);
            twins[places[cluster.Members[1]!.Id]] = new(kind, pick is null ? there : null, pick?.Ordinal, cluster.Score);
        }
        return twins;
    }

    private static FrameworkContent Content(Draft draft, List<Statement> statements) =>
        new(new() { Id = draft.Id }, new() { Title = draft.Title }, statements, []);

    private static Statement Of(DraftNode node, int place) => new()
    {
        Id = node.Id,
        ParentId = node.Parent?.Id,
        Ordinal = place,
        Kind = node.Statement.Kind,
        Tier = node.Tier,
        Label = node.Statement.Label,
        Text = node.Statement.Text,
        Uri = node.Statement.Uri,
        DerivedFrom = node.Statement.DerivedFrom,
    };

    private static Statement Of(DraftPick pick, Dictionary<int, Guid> ids, int after) => new()
    {
        Id = pick.Id,
        ParentId = pick.Parent is { } parent ? ids[parent] : null,
        Ordinal = after + pick.Ordinal,
        Kind = pick.Kind,
        Tier = pick.Tier,
        Label = pick.Label,
        Text = pick.Text,
        DerivedFrom = pick.DerivedFrom,
    };
}
