using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>A line of the table of contents.</summary>
internal sealed record ContentsLine(int Level, WordRun Text, string Bookmark);

/// <summary>A tier as the picture of the pyramid shows it.</summary>
internal sealed record PlannedTier(int Number, WordRun Title, List<WordRun> Blocks);

/// <summary>What of a framework has to be known before its document is begun. It is bounded, however large the framework.</summary>
internal sealed class DocumentPlan
{
    /// <summary>The deepest heading that the table of contents lists.</summary>
    public const int DeepestLine = 3;

    /// <summary>A table of contents of more lines than this leaves out its deepest headings.</summary>
    private const int MostLines = 150;

    private readonly HashSet<string> _ends;
    private readonly Dictionary<int, string> _bookmarks = [];

    private DocumentPlan(HashSet<string> ends) => _ends = ends;

    /// <summary>The table of contents; of a framework with very many headings only the upper ones.</summary>
    public List<ContentsLine> Lines { get; private set; } = [];

    /// <summary>From the base up.</summary>
    public List<PlannedTier> Tiers { get; } = [];

    /// <summary>The names of the statements that the links of the document speak of, by their identifiers.</summary>
    public Dictionary<string, WordRun> Names { get; } = [];

    public string? Bookmark(int ordinal) => _bookmarks.GetValueOrDefault(ordinal);

    public static async Task<DocumentPlan> ReadAsync(OutgoingModel model, DocumentWords words, CancellationToken stop)
    {
        var plan = new DocumentPlan([.. DocumentLinks.Shown(model).SelectMany(a => new[] { a.Origin.Id, a.Destination.Id })]);
        var places = new DocumentPlaces(model.Version.HasTiers);
        var depth = DeepestLine;
        await foreach (var node in model.Statements().WithCancellation(stop))
        {
            plan.Take(node, words);
            var place = places.Next(node);
            if (!place.IsHeading || place.Heading > depth)
                continue;
            if (plan.Lines.Count == MostLines && depth > 1)
                plan.LeaveOut(depth--);
            if (place.Heading <= depth && plan.Lines.Count < MostLines)
                plan.Lines.Add(new(place.Heading, Heading(node, words), plan._bookmarks[node.Ordinal] = FormattableString.Invariant($"_Toc{node.Ordinal:000000}")));
        }
        plan.Tiers.Sort((a, b) => a.Number.CompareTo(b.Number));
        return plan;
    }

    /// <summary>What a heading says: its code and its short title.</summary>
    public static WordRun Heading(Statement node, DocumentWords words)
    {
        var title = WordRun.Of(node.Label ?? node.Text, words);
        return node switch
        {
            { Kind: StatementKind.Tier, Tier: { } tier } => title with { Text = words["Tier {0}: {1}", tier, title.Text] },
            { Notation: { Length: > 0 } code } => title with { Text = $"{code} {title.Text}" },
            _ => title,
        };
    }

    private void LeaveOut(int level) => Lines.RemoveAll(l => l.Level >= level);

    private void Take(Statement node, DocumentWords words)
    {
        if (node is { Kind: StatementKind.Tier, Tier: { } tier })
            Tiers.Add(new(tier, WordRun.Of(node.Label ?? node.Text, words), []));
        else if (node.Kind == StatementKind.Block && Tiers.Count > 0)
            Tiers[^1].Blocks.Add(WordRun.Of(node.Label ?? node.Text, words));
        var id = node.Id.ToString("D");
        if (!_ends.Contains(id))
            return;
        var name = WordRun.Of(node.Label ?? node.Text, words);
        Names[id] = node.Notation is { Length: > 0 } code ? name with { Text = $"{code} {name.Text}" } : name;
    }
}
