using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>
/// Gives every statement its place from what it says of its parent and what parents say of their children. Siblings stand as
/// their parent lists them, then by list number, then as in the file. Further parents stay links.
/// </summary>
internal sealed class CtdlTree(CtdlNode root, CtdlStatements statements, CtdlLinks links, ImportReport report)
{
    private const int MostSteps = JsonText.MaxDepth;
    private static readonly string[] s_up = ["isChildOf", "broader"];
    private static readonly string[] s_down = ["hasChild", "narrower"];
    private static readonly string[] s_top = ["hasTopChild", "hasTopConcept"];
    private static readonly string[] s_topOf = ["isTopChildOf", "topConceptOf"];

    /// <summary>Who lists a child, and as which.</summary>
    private readonly Dictionary<CtdlStatement, List<(CtdlStatement? Parent, int Rank, string Property)>> _listed = [];

    public void Arrange()
    {
        ReadLists();
        var ranks = new List<(CtdlStatement Statement, int Rank, double List)>();
        foreach (var statement in statements.All)
        {
            var parent = Place(statement);
            statement.Statement.ParentId = parent?.Statement.Id;
            var rank = Listed(statement).Where(l => l.Parent == parent).Select(l => l.Rank).DefaultIfEmpty(int.MaxValue).First();
            ranks.Add((statement, rank, ListNumber(statement.Node)));
            if (rank < int.MaxValue && statement.Node.IsText("listID", (rank + 1).ToString(CultureInfo.InvariantCulture)))
                statement.Node.Take("listID");
        }
        foreach (var (position, (statement, _, _)) in ranks.OrderBy(r => r.Rank).ThenBy(r => r.List).Index())
            statement.Statement.Position = position;
        var byId = statements.All.ToDictionary(s => s.Statement.Id);
        foreach (var cut in ParentRings.Cut([.. statements.All.Select(s => s.Statement)]))
            report.Add(Problem.Repaired("ring-of-parents", byId[cut.Id].Node.At("isChildOf"), "Its chain of parents leads back to itself; it now stands at the top."));
    }

    private void ReadLists()
    {
        foreach (var name in s_top)
        {
            foreach (var (rank, address) in root.Addresses(name).Index())
                List(null, root, name, address, rank);
            if (root.Addresses(name).All(a => statements.Find(a) is not null))
                root.Take(name);
        }
        foreach (var statement in statements.All)
        {
            foreach (var name in s_down)
            {
                foreach (var (rank, address) in statement.Node.Addresses(name).Index())
                    List(statement, statement.Node, name, address, rank);
                statement.Node.Take(name);
            }
        }
    }

    private void List(CtdlStatement? parent, CtdlNode node, string name, string address, int rank)
    {
        if (statements.Find(address) is { } child)
        {
            if (!_listed.TryGetValue(child, out var lists))
                _listed[child] = lists = [];
            lists.Add((parent, rank, name));
        }
        else if (statements.LeftOut(address) is null)
        {
            if (!node.Own.Tells(node.KeyOf(name), address))
                report.Add(Problem.Repaired("missing-child", node.At(name), "The child {0} is not in the file.", address));
            if (parent is not null)
                links.Add(parent, name, CtdlFields.HasChild, address);
        }
    }

    private CtdlStatement? Place(CtdlStatement child)
    {
        var named = s_up.SelectMany(n => child.Node.Addresses(n).Select(a => (Name: n, Address: a))).Where(p => !statements.IsRoot(p.Address)).Distinct().ToList();
        CtdlStatement? place = null;
        foreach (var (name, address) in named)
        {
            var parent = Above(address);
            var isTold = child.Node.Own.Tells(child.Node.KeyOf(name), address);
            if (parent == child)
                report.Add(Problem.Repaired("own-parent", child.Node.At(name), "A statement cannot be a child of itself; this was passed over."));
            else if (place is null && parent is not null && !child.Node.Own.Is("top"))
                place = parent;
            else if (parent != place || parent is null)
                links.Add(child, name, CtdlFields.ChildOf, address);
            if (!isTold && (parent is null || parent.Node.Id != address))
                Tell(child, name, address, parent);
        }
        foreach (var name in s_up.Where(u => child.Node.Addresses(u).Count() == child.Node.Values(u).Count()).Concat(s_topOf.Where(t => child.Node.Addresses(t).All(statements.IsRoot))))
            child.Node.Take(name);
        return PlaceByLists(child, place);
    }

    /// <summary>A parent that only lists the child is its place where the child names none, and a further parent otherwise.</summary>
    private CtdlStatement? PlaceByLists(CtdlStatement child, CtdlStatement? place)
    {
        foreach (var (parent, _, name) in Listed(child).Where(l => l.Parent is not null && l.Parent != child))
        {
            if (place is null && !child.Node.Own.Is("top"))
                place = parent;
            else if (parent != place && !s_up.Any(n => child.Node.Addresses(n).Contains(parent!.Node.Id)))
                links.Add(parent!, name, CtdlFields.HasChild, child.Node.Id!);
        }
        return place;
    }

    private void Tell(CtdlStatement child, string name, string address, CtdlStatement? above) => report.Add(Problem.Repaired("missing-parent", child.Node.At(name), above is not null
        ? "The parent {0} was left out; the child moved up to what stands above."
        : Listed(child).Exists(l => l.Parent is not null)
            ? "The parent {0} is not in the file; the child stands under the parent that lists it."
            : "The parent {0} is not in the file or was left out; the child now stands at the top.", address));

    /// <summary>The statement at an address, or what stands above it where it was left out.</summary>
    private CtdlStatement? Above(string address)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (statements.Find(address) is { } found)
                return found;
            if (statements.LeftOut(address)?.Addresses(s_up[0]).FirstOrDefault() is not { } next)
                return null;
            address = next;
        }
        return null;
    }

    private List<(CtdlStatement? Parent, int Rank, string Property)> Listed(CtdlStatement child) => _listed.GetValueOrDefault(child, []);

    private static double ListNumber(CtdlNode node) =>
        double.TryParse(node.Plain("listID"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.MaxValue;
}
