using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>The links of a graph by the node at which they are told.</summary>
internal sealed class CtdlGraphLinks
{
    private readonly Dictionary<Guid, List<CtdlTold>> _near = [];
    private readonly HashSet<Guid> _claimed = [];

    public List<CtdlTold> AtFramework { get; } = [];

    public static CtdlGraphLinks Of(IEnumerable<Alignment> links, CtdlAddresses addresses, CtdlShape shape)
    {
        var (all, plan) = (new CtdlGraphLinks(), new CtdlLinkPlan(addresses, shape));
        foreach (var link in links)
        {
            var told = plan.For(link);
            if (told.Near is not { } near)
                all.AtFramework.Add(told);
            else if (all._near.TryGetValue(near, out var list))
                list.Add(told);
            else
                all._near[near] = [told];
            if (link.Type == CtdlFields.ChildOf.Type && addresses.Inside(link.Origin) is { } child && addresses.Inside(link.Destination) is not null)
                all._claimed.Add(child);
        }
        return all;
    }

    public IReadOnlyList<CtdlTold> At(Guid statement) => _near.GetValueOrDefault(statement) ?? [];

    /// <summary>Whether a link gives the statement a parent beside its place.</summary>
    public bool IsClaimed(Guid statement) => _claimed.Contains(statement);
}
