using System.Globalization;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>A node of a draft in its place.</summary>
public sealed class DraftNode(DraftStatement statement, DraftNode? parent)
{
    public DraftStatement Statement { get; } = statement;

    public Guid Id => Statement.Id;

    public DraftNode? Parent { get; } = parent;

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The number that readers will see; null where it has none.</summary>
    public string? Number { get; internal set; }

    /// <summary>1 to 9 inside a tiered model, otherwise null.</summary>
    public int? Tier => Statement.Kind == StatementKind.Tier ? Statement.Tier : Parent?.Tier;

    public List<DraftNode> Children { get; } = [];

    /// <summary>How many nodes stand below it at any depth.</summary>
    public int Size { get; internal set; }

    /// <summary>It and all below it, in reading order.</summary>
    public IEnumerable<DraftNode> All => Children.SelectMany(c => c.All).Prepend(this);
}

/// <summary>
/// The statements of a draft in reading order, with their numbers: docs/building.md, "Numbers". A removed statement hides what
/// stands below it. Pure.
/// </summary>
public sealed class DraftTree
{
    private readonly Dictionary<Guid, DraftNode> _nodes = [];

    private DraftTree(List<DraftNode> tops, List<DraftStatement> removed) => (Tops, Removed) = (tops, removed);

    public IReadOnlyList<DraftNode> Tops { get; }

    /// <summary>What was removed, the last first; not what stands below it.</summary>
    public IReadOnlyList<DraftStatement> Removed { get; }

    public IEnumerable<DraftNode> All => Tops.SelectMany(t => t.All);

    public int Count => _nodes.Count;

    public DraftNode? Find(Guid id) => _nodes.GetValueOrDefault(id);

    public static DraftTree Of(IReadOnlyList<DraftStatement> statements, Numbering numbering)
    {
        var known = statements.Select(s => s.Id).ToHashSet();
        var below = statements.Where(s => !s.IsRemoved).ToLookup(s => s.ParentId is { } parent && known.Contains(parent) ? s.ParentId : null);
        var tops = new List<DraftNode>();
        var tree = new DraftTree(tops, [.. statements.Where(s => s.IsRemoved).OrderByDescending(s => s.ChangedAt).ThenBy(s => s.Id)]);
        tree.Fill(tops, null, below);
        if (numbering == Numbering.Automatic)
            Number(tops, "", new());
        return tree;
    }

    private int Fill(List<DraftNode> into, DraftNode? parent, ILookup<Guid?, DraftStatement> below)
    {
        var count = 0;
        foreach (var statement in below[parent?.Id].OrderBy(s => s.Rank).ThenBy(s => s.Id))
        {
            var node = new DraftNode(statement, parent) { Number = statement.Notation };
            _nodes.Add(node.Id, node);
            into.Add(node);
            node.Size = Fill(node.Children, node, below);
            count += 1 + node.Size;
        }
        return count;
    }

    /// <summary>Headings inside a block have no number and do not start the count anew.</summary>
    private static void Number(List<DraftNode> nodes, string prefix, Counter counter)
    {
        foreach (var node in nodes)
        {
            switch (node.Statement.Kind)
            {
                case StatementKind.BehaviorGroup or StatementKind.CriticalWorkFunction or StatementKind.TechnicalContentArea:
                    node.Number = null;
                    Number(node.Children, prefix, counter);
                    continue;
                case StatementKind.Occupation:
                    continue;
                case StatementKind.Tier when node.Statement.Tier is { } tier:
                    node.Number = tier.ToString(CultureInfo.InvariantCulture);
                    break;
                default:
                    node.Number = prefix + (++counter.Last).ToString(CultureInfo.InvariantCulture);
                    break;
            }
            Number(node.Children, node.Number + ".", new());
        }
    }

    private sealed class Counter
    {
        public int Last { get; set; }
    }
}
