using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Drafting;

namespace Trellis.Web.Pages.Build;

/// <summary>As much of a draft as one page shows: all of a small one, of a large one a block, or a level of it.</summary>
public sealed class EditPart
{
    /// <summary>A draft with at most so many nodes is shown whole.</summary>
    private const int SmallAtMost = 120;

    /// <summary>Of a node with more below it, only the level below is shown.</summary>
    private const int PartAtMost = 250;

    private EditPart(DraftTree tree, DraftNode? at, List<DraftNode> shown) => (Tree, At, Shown) = (tree, at, shown);

    public DraftTree Tree { get; }

    /// <summary>The node whose part it is; null for the whole draft.</summary>
    public DraftNode? At { get; }

    /// <summary>In reading order, the node itself first.</summary>
    public IReadOnlyList<DraftNode> Shown { get; }

    public bool IsWhole => At is null;

    public static EditPart Of(DraftTree tree, Guid? wanted)
    {
        if (tree.Count <= SmallAtMost)
            return new(tree, null, [.. tree.All]);
        var at = wanted is { } id ? tree.Find(id) : null;
        at ??= tree.All.FirstOrDefault(n => n.Statement.Kind == StatementKind.Block) ?? tree.Tops[0];
        // A single statement is shown among its neighbors.
        while (at.Statement.Kind.StatesCompetency() && at.Parent is { } parent)
            at = parent;
        return new(tree, at, at.Size <= PartAtMost ? [.. at.All] : [at, .. at.Children]);
    }

    /// <summary>Headings to go to: two levels, and where the part stands.</summary>
    public IEnumerable<DraftNode> Headings => Tree.Tops.SelectMany(t => t.Children.Prepend(t)).Where(n => !n.Statement.Kind.StatesCompetency());
}
