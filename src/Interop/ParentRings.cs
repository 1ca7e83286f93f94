using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>Finds the statements at which a chain of parents leads back to itself, before the tree is arranged, so that a reader can say where that is in its file.</summary>
internal static class ParentRings
{
    /// <summary>Puts the last statement of every ring at the top and returns these statements.</summary>
    public static List<Statement> Cut(IReadOnlyList<Statement> statements)
    {
        var byId = new Dictionary<Guid, Statement>(statements.Count);
        foreach (var statement in statements)
            byId.TryAdd(statement.Id, statement);
        var cut = new List<Statement>();
        var settled = new HashSet<Guid>(statements.Count);
        var path = new HashSet<Guid>();
        foreach (var start in statements)
        {
            path.Clear();
            for (var node = start; node is not null && !settled.Contains(node.Id) && path.Add(node.Id);)
            {
                if (node.ParentId is { } parent && path.Contains(parent))
                {
                    node.ParentId = null;
                    cut.Add(node);
                }
                node = node.ParentId is { } next ? byId.GetValueOrDefault(next) : null;
            }
            settled.UnionWith(path);
        }
        return cut;
    }
}
