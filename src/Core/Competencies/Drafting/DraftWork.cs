using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>The rows of a draft that one edit reads and changes, until all are written together.</summary>
internal sealed class DraftWork(Db db, OpenDraft open, Change change)
{
    private readonly Dictionary<Guid, DraftStatement?> _before = [];
    private readonly Dictionary<Guid, DraftStatement> _after = [];
    private readonly Dictionary<Guid, DraftLink?> _linksBefore = [];
    private readonly Dictionary<Guid, DraftLink> _linksAfter = [];

    /// <summary>Siblings that only make room: nobody's edit of them is stale for it.</summary>
    private readonly HashSet<Guid> _spaced = [];
    private readonly List<DraftSpacing> _spacings = [];

    public Db Db => db;

    /// <summary>The draft itself, as this edit leaves it.</summary>
    public Draft Draft { get; set; } = open.Draft;

    public Change Change => change;

    /// <summary>The statement as this edit has it so far; null where there is none.</summary>
    public async Task<DraftStatement?> FindAsync(Guid id, CancellationToken stop)
    {
        if (_after.TryGetValue(id, out var changed))
            return changed;
        if (!_before.TryGetValue(id, out var row))
            _before.Add(id, row = await db.DraftStatements.FirstOrDefaultAsync(s => s.DraftId == Draft.Id && s.Id == id, stop));
        return row;
    }

    public async Task<DraftStatement> NeedAsync(Guid id, CancellationToken stop) =>
        await FindAsync(id, stop) ?? throw new UnusableInputException(DraftProblems.UnknownStatement);

    /// <summary>Everything at once, for an edit that looks at the whole draft.</summary>
    public async Task<List<DraftStatement>> AllAsync(CancellationToken stop)
    {
        foreach (var row in await db.DraftStatements.Where(s => s.DraftId == Draft.Id).ToListAsync(stop))
            _before.TryAdd(row.Id, row);
        return [.. _before.Values.OfType<DraftStatement>().Where(s => !_after.ContainsKey(s.Id)), .. _after.Values];
    }

    public void Put(DraftStatement statement)
    {
        _before.TryAdd(statement.Id, null);
        _after[statement.Id] = statement;
        _spaced.Remove(statement.Id);
    }

    public async Task<List<DraftLink>> LinksAsync(Guid statement, CancellationToken stop)
    {
        var id = statement.ToString("D");
        foreach (var link in await db.DraftLinks.Where(l => l.DraftId == Draft.Id && l.Origin.Id == id).ToListAsync(stop))
            _linksBefore.TryAdd(link.Id, link);
        return [.. _linksBefore.Values.OfType<DraftLink>().Where(l => !_linksAfter.ContainsKey(l.Id)).Concat(_linksAfter.Values).Where(l => l.Origin.Id == id && !l.IsRemoved)];
    }

    public async Task<DraftLink?> FindLinkAsync(Guid id, CancellationToken stop)
    {
        if (!_linksBefore.TryGetValue(id, out var link))
            _linksBefore.Add(id, link = await db.DraftLinks.FirstOrDefaultAsync(l => l.DraftId == Draft.Id && l.Id == id, stop));
        return _linksAfter.GetValueOrDefault(id) ?? link;
    }

    public void Put(DraftLink link)
    {
        _linksBefore.TryAdd(link.Id, null);
        _linksAfter[link.Id] = link;
    }

    /// <summary>A rank for a statement that is to stand at this spot, making room where there is none.</summary>
    public async Task<long> RankAsync(Spot spot, Guid statement, CancellationToken stop)
    {
        var siblings = await SiblingsAsync(spot.Parent, statement, stop);
        var place = spot.AtEnd ? siblings.Count : spot.After is { } after ? siblings.FindIndex(s => s.Id == after) + 1 : 0;
        if (!spot.AtEnd && spot.After is not null && place == 0)
            throw new UnusableInputException(DraftProblems.UnknownPlace);
        if (DraftRank.Between(place == 0 ? null : siblings[place - 1].Rank, place == siblings.Count ? null : siblings[place].Rank) is { } rank)
            return rank;
        await SpaceAsync(spot.Parent, [.. siblings.Select((s, i) => (s.Id, DraftRank.At(i < place ? i : i + 1)))], stop);
        return DraftRank.At(place);
    }

    /// <summary>Gives all siblings these ranks, and remembers which they had.</summary>
    private async Task SpaceAsync(Guid? parent, List<(Guid Id, long Rank)> siblings, CancellationToken stop)
    {
        var ranks = new List<RankChange>();
        foreach (var (id, rank) in siblings)
        {
            var row = await NeedAsync(id, stop);
            var isOnlySpaced = !_after.ContainsKey(id) || _spaced.Contains(id);
            ranks.Add(new(row.Rank, rank));
            Put(row with { Rank = rank });
            if (isOnlySpaced)
                _spaced.Add(id);
        }
        var spacing = new DraftSpacing { DraftId = Draft.Id, Sequence = Draft.Edits + 1, Ordinal = _spacings.Count + 1, ParentId = parent, Ranks = DraftSpacing.Write(ranks) };
        _spacings.Add(spacing);
    }

    /// <summary>The statements right below a node, removed ones too, in order.</summary>
    public async Task<List<(Guid Id, long Rank, bool IsRemoved)>> SiblingsAsync(Guid? parent, Guid? without, CancellationToken stop)
    {
        var rows = await db.DraftStatements.Where(s => s.DraftId == Draft.Id && s.ParentId == parent).Select(s => new { s.Id, s.Rank, s.IsRemoved }).ToListAsync(stop);
        return [.. rows.Where(r => !_after.ContainsKey(r.Id)).Select(r => (r.Id, r.Rank, r.IsRemoved))
            .Concat(_after.Values.Where(s => s.ParentId == parent).Select(s => (s.Id, s.Rank, s.IsRemoved)))
            .Where(r => r.Id != without).OrderBy(r => r.Rank).ThenBy(r => r.Id)];
    }

    /// <summary>Refuses a chain of parents that leads back to where it starts.</summary>
    public async Task RequireNoRingAsync(DraftStatement statement, CancellationToken stop)
    {
        for (var above = statement.ParentId; above is { } id; above = (await NeedAsync(id, stop)).ParentId)
        {
            if (id == statement.Id)
                throw new UnusableInputException(DraftProblems.BelowItself);
        }
    }

    /// <summary>Stamps what was changed and says what that was; the rows are written when the caller saves.</summary>
    public async Task<DraftChanges> StageAsync(CancellationToken stop)
    {
        var statements = new List<Changed<StatementImage>>();
        foreach (var after in _after.Values.ToList())
        {
            var before = _before[after.Id];
            var images = new Changed<StatementImage>(StatementImage.Of(before ?? after with { IsRemoved = true }), StatementImage.Of(after));
            if (images.Before == images.After)
                continue;
            if (_spaced.Contains(after.Id))
            {
                db.Update(after);
                continue;
            }
            if (before?.ParentId != after.ParentId)
                await RequireNoRingAsync(after, stop);
            statements.Add(images);
            var stamped = after with { Revision = (before?.Revision ?? 0) + 1, ChangedAt = change.When, ChangedBy = change.Who };
            if (before is null)
                db.Add(stamped);
            else
                db.Update(stamped);
            _after[after.Id] = stamped;
        }
        db.AddRange(_spacings);
        return new(statements, StageLinks());
    }

    private List<Changed<LinkImage>> StageLinks()
    {
        var links = new List<Changed<LinkImage>>();
        foreach (var after in _linksAfter.Values)
        {
            var before = _linksBefore[after.Id];
            var images = new Changed<LinkImage>(LinkImage.Of(before ?? after with { IsRemoved = true }), LinkImage.Of(after));
            if (images.Before == images.After)
                continue;
            links.Add(images);
            if (before is null)
                db.Add(after with { ChangedAt = change.When });
            else
                db.Update(after with { ChangedAt = change.When });
        }
        return links;
    }
}

/// <summary>Where a statement is to stand: under which node, null for the top, and after which sibling, null for before all, or at the end.</summary>
public sealed record Spot(Guid? Parent, Guid? After, bool AtEnd = false)
{
    public static Spot EndOf(Guid? parent) => new(parent, null, true);
}
