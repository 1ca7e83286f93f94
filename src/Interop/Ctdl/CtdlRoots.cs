using Trellis.Core.Codes;

namespace Trellis.Interop.Ctdl;

/// <summary>A framework's own node, and the nodes of the file that are read with it.</summary>
internal sealed record CtdlRoot(CtdlNode Node, IReadOnlyList<CtdlNode> Nodes);

/// <summary>Finds the frameworks of a graph and shares the other nodes out among them.</summary>
internal static class CtdlRoots
{
    private static readonly string[] s_memberships = ["isPartOf", "inScheme", "inProgressionModel", "isTopChildOf", "topConceptOf"];
    private static readonly string[] s_down = ["hasTopChild", "hasTopConcept", "hasChild", "narrower"];
    private static readonly string[] s_up = ["isChildOf", "broader"];

    public static IReadOnlyList<CtdlRoot> In(CtdlFile file)
    {
        var roots = file.Nodes.Where(n => n.Types.Contains("CompetencyFramework") || n.Types.Contains("ProgressionModel")).ToList();
        if (roots.Count == 0)
            roots = [.. file.Nodes.Where(n => n.Types.Contains("ConceptScheme") && n.Get("ctid") is not null)];
        if (roots.Count == 0)
            throw Nothing(file);
        roots = [.. roots.OrderByDescending(r => r.Types.Contains("CompetencyFramework"))];
        if (roots is [var only])
            return [new(only, [.. file.Nodes.Where(n => n != only)])];
        var owners = Owners(file, roots);
        var shared = file.Nodes.Where(n => !roots.Contains(n)).ToLookup(n => owners.GetValueOrDefault(n, roots[0]));
        // A framework without a statement is kept with the first, as any other node is.
        var empty = roots.Skip(1).Where(r => !shared[r].Any()).ToHashSet();
        return [.. roots.Where(r => !empty.Contains(r)).Select((r, i) => new CtdlRoot(r, [.. shared[r], .. i == 0 ? empty : []]))];
    }

    /// <summary>To which framework each node belongs: the one that it names, or the one from which a chain of children leads to it.</summary>
    private static Dictionary<CtdlNode, CtdlNode> Owners(CtdlFile file, List<CtdlNode> roots)
    {
        var byAddress = new Dictionary<string, CtdlNode>();
        foreach (var node in file.Nodes.Where(n => n.Id is not null))
            byAddress.TryAdd(node.Id!, node);
        var owners = new Dictionary<CtdlNode, CtdlNode>();
        foreach (var node in file.Nodes)
        {
            var named = s_memberships.SelectMany(node.Addresses).Select(a => byAddress.GetValueOrDefault(a)).FirstOrDefault(n => n is not null && roots.Contains(n));
            if (named is not null)
                owners[node] = named;
        }
        var children = file.Nodes.SelectMany(n => s_up.SelectMany(n.Addresses).Select(a => (Parent: a, Child: n))).ToLookup(e => e.Parent, e => e.Child);
        var open = new Queue<CtdlNode>(roots.Concat(owners.Keys));
        while (open.TryDequeue(out var node))
        {
            var owner = roots.Contains(node) ? node : owners[node];
            var below = s_down.SelectMany(node.Addresses).Select(a => byAddress.GetValueOrDefault(a)).OfType<CtdlNode>().Concat(children[node.Id ?? ""]);
            foreach (var child in below.Where(c => !roots.Contains(c) && owners.TryAdd(c, owner)))
                open.Enqueue(child);
        }
        return owners;
    }

    private static UnusableInputException Nothing(CtdlFile file)
    {
        var types = file.Nodes.SelectMany(n => n.Types).GroupBy(t => t).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(5).ToList();
        return new([
            types.Count == 0
                ? Problem.Rejected("no-framework", file.Pointer, "This is JSON-LD, but no node in it says that it is a competency framework.")
                : Problem.Rejected("no-framework", file.Pointer, "This is JSON-LD, but it holds no competency framework. It holds: {0}.", string.Join(", ", types)),
        ]);
    }
}
