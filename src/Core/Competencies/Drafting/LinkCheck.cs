using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>Finds links of a draft that lead to nothing this database knows.</summary>
public static class LinkCheck
{
    /// <summary>The statement that each such link leaves, and what the link names.</summary>
    public static async Task<List<(Guid Statement, string Destination)>> UnresolvedAsync(Db db, Draft draft, CancellationToken stop = default)
    {
        var links = await db.DraftLinks.Where(l => l.DraftId == draft.Id && !l.IsRemoved && l.Type != SetLevel.LinkType).ToListAsync(stop);
        var ids = links.Where(l => l.Destination.Scheme is null).Select(l => Guid.TryParse(l.Destination.Id, out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().ToList();
        var known = (await db.Statements.Where(s => EF.Parameter(ids).Contains(s.Id)).Select(s => s.Id).ToListAsync(stop))
            .Concat(await db.DraftStatements.Where(s => s.DraftId == draft.Id && EF.Parameter(ids).Contains(s.Id)).Select(s => s.Id).ToListAsync(stop))
            .Concat(await db.Frameworks.Where(f => EF.Parameter(ids).Contains(f.Id)).Select(f => f.Id).ToListAsync(stop)).ToHashSet();
        var codes = links.Where(l => l.Destination.Scheme is not null).Select(l => l.Destination.Id).Distinct().ToList();
        var elements = await db.ContentElements.Where(e => EF.Parameter(codes).Contains(e.Id)).Select(e => e.Id).Distinct().ToListAsync(stop);
        var occupations = await db.Occupations.Where(o => EF.Parameter(codes).Contains(o.Code)).Select(o => o.Code).Distinct().ToListAsync(stop);
        // The starter set has few of the elements and occupations; what it lacks is not wrong.
        var isWhole = await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: stop) is { IsStarter: false };
        return [.. links.Where(l => Guid.TryParse(l.Origin.Id, out _) && !IsKnown(l.Destination)).Select(l => (Guid.Parse(l.Origin.Id), l.Destination.Title ?? l.Destination.Id))];

        bool IsKnown(NodeRef node) => node.Scheme switch
        {
            NodeSchemes.OnetElement or NodeSchemes.OnetOccupation when !isWhole => true,
            NodeSchemes.OnetElement => elements.Contains(node.Id),
            NodeSchemes.OnetOccupation => occupations.Contains(node.Id),
            null => !Guid.TryParse(node.Id, out var id) ? node.Uri is not null : known.Contains(id),
            _ => true,
        };
    }
}
