using Trellis.Core.Codes;

namespace Trellis.Core.Competencies;

/// <summary>
/// Puts the statements of one version into tree order: sets ordinal, depth, size, position and tier. A parent that is not there
/// makes its child a top node; a ring of parents is cut where it closes. Both are reported, so nothing vanishes.
/// Deterministic: siblings stand by position, then by the order in which they came.
/// </summary>
public static class StatementTree
{
    /// <summary>Sorts <paramref name="statements"/> in place and returns what had to be repaired.</summary>
    public static List<Problem> Arrange(List<Statement> statements)
    {
        var problems = new List<Problem>();
        var byId = new Dictionary<Guid, Statement>(statements.Count);
        statements.RemoveAll(s =>
        {
            if (byId.TryAdd(s.Id, s))
                return false;
            problems.Add(Problem.Rejected("duplicate-id", s.Id.ToString(), "The identifier {0} stands twice; the first one was kept.", s.Id.ToString()));
            return true;
        });
        CutMissingParents(statements, byId, problems);
        CutRings(statements, byId, problems);
        Order(statements);
        return problems;
    }

    private static void CutMissingParents(List<Statement> statements, Dictionary<Guid, Statement> byId, List<Problem> problems)
    {
        foreach (var s in statements)
        {
            if (s.ParentId is not { } parent || byId.ContainsKey(parent))
                continue;
            problems.Add(Problem.Repaired("missing-parent", s.Id.ToString(), "Its parent {0} is not in the file; it now stands at the top.", parent.ToString()));
            s.ParentId = null;
        }
    }

    private static void CutRings(List<Statement> statements, Dictionary<Guid, Statement> byId, List<Problem> problems)
    {
        var settled = new HashSet<Guid>(statements.Count);
        var path = new HashSet<Guid>();
        foreach (var start in statements)
        {
            path.Clear();
            for (var node = start; !settled.Contains(node.Id);)
            {
                path.Add(node.Id);
                if (node.ParentId is not { } parent)
                    break;
                if (path.Contains(parent))
                {
                    problems.Add(Problem.Repaired("ring-of-parents", node.Id.ToString(), "Its chain of parents leads back to itself; it now stands at the top."));
                    node.ParentId = null;
                    break;
                }
                node = byId[parent];
            }
            settled.UnionWith(path);
        }
    }

    private static void Order(List<Statement> statements)
    {
        var children = statements.Where(s => s.ParentId is not null).GroupBy(s => s.ParentId!.Value)
            .ToDictionary(g => g.Key, g => g.OrderBy(s => s.Position).ToList());
        var ordered = new List<Statement>(statements.Count);
        var open = new Stack<(List<Statement> Siblings, int Next)>();
        open.Push((statements.Where(s => s.ParentId is null).OrderBy(s => s.Position).ToList(), 0));
        var ancestors = new Stack<Statement>();
        while (open.TryPop(out var level))
        {
            if (level.Next == level.Siblings.Count)
            {
                if (ancestors.TryPop(out var done))
                    done.Size = ordered.Count - 1 - done.Ordinal;
                continue;
            }
            var node = level.Siblings[level.Next];
            open.Push((level.Siblings, level.Next + 1));
            node.Position = level.Next;
            node.Ordinal = ordered.Count;
            node.Depth = ancestors.Count;
            if (node.Kind != StatementKind.Tier && ancestors.TryPeek(out var parent))
                node.Tier = parent.Tier;
            ordered.Add(node);
            ancestors.Push(node);
            open.Push((children.GetValueOrDefault(node.Id, []), 0));
        }
        statements.Clear();
        statements.AddRange(ordered);
    }
}
