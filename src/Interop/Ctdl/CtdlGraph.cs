using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>What every node of a graph is made from: addresses, children, and the links by the node at which they are told.</summary>
internal sealed class CtdlGraph
{
    private readonly CtdlFrameworkWriter _framework;
    private readonly CtdlStatementWriter _statements;
    private readonly IReadOnlyList<Guid> _top;
    private readonly ILookup<Guid, Guid> _children;
    private readonly Dictionary<Guid, List<CtdlTold>> _near = [];
    private readonly List<CtdlTold> _apart = [];
    private readonly HashSet<Guid> _claimed = [];

    public CtdlGraph(Model model, CtdlAddresses addresses, IReadOnlyList<CtdlPlace> places, IEnumerable<Alignment> links)
    {
        var shape = CtdlShape.Of(model.Version);
        Addresses = addresses;
        _framework = new(model, addresses, shape);
        _statements = new(model, addresses, shape);
        _top = [.. places.Where(p => p.ParentId is null).Select(p => p.Id)];
        _children = places.Where(p => p.ParentId is not null).ToLookup(p => p.ParentId!.Value, p => p.Id);
        var plan = new CtdlLinkPlan(addresses, shape);
        foreach (var link in links)
            Take(plan.For(link));
    }

    public CtdlAddresses Addresses { get; }

    public static async Task<CtdlGraph> ReadAsync(OutgoingModel model, string address, CancellationToken stop)
    {
        var places = new List<CtdlPlace>();
        await foreach (var s in model.Statements().WithCancellation(stop))
            places.Add(new(s.Id, s.ParentId, s.Uri));
        return new(new(model.Framework, model.Version), new(address, model.Framework, places), places, model.Alignments);
    }

    public CtdlObject Framework() => _framework.Make(_top, _apart);

    public CtdlObject Statement(Statement statement) => _statements.Make(
        statement, new([.. _children[statement.Id]], _near.GetValueOrDefault(statement.Id) ?? [], _claimed.Contains(statement.Id)));

    private void Take(CtdlTold told)
    {
        if (told.Near is not { } near)
            _apart.Add(told);
        else if (_near.TryGetValue(near, out var list))
            list.Add(told);
        else
            _near[near] = [told];
        // A link may give a statement a parent beside its place.
        if (told.Link.Type == CtdlFields.ChildOf.Type && Addresses.Inside(told.Link.Origin) is { } child && Addresses.Inside(told.Link.Destination) is not null)
            _claimed.Add(child);
    }
}
