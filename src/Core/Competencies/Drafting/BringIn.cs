using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Brings what is marked on the shopping list into the draft, as one edit. Headings that are there already are not doubled;
/// statements with a twin become one with it or stay apart, as somebody chose.
/// </summary>
/// <param name="Under">Where what stands in no tier is put; null for the top.</param>
public sealed record BringIn(Guid? Under) : DraftCommand
{
    public override string Act => "bring-in";

    internal override bool WritesMore => true;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var id = work.Draft.Id;
        var picks = await work.Db.DraftPicks.Where(p => p.DraftId == id).OrderBy(p => p.Ordinal).ToListAsync(stop);
        var chosen = picks.Where(p => p.IsChosen && p.Kind != StatementKind.Tier).ToList();
        if (!chosen.Exists(IsStated))
            throw new UnusableInputException(DraftProblems.NothingChosen);
        if (picks.Count(p => p.IsOpen) is > 0 and var open)
            throw new UnusableInputException(DraftProblems.OpenTwins(open));
        if (Under is { } under && (await work.NeedAsync(under, stop)).IsRemoved)
            throw new UnusableInputException(DraftProblems.UnknownPlace);
        await new Entry(work, await work.AllAsync(stop), picks, Under).RunAsync(stop);
        var titles = chosen.Select(p => p.SourceTitle).Distinct().Where(t => !work.Draft.Sources.Contains(t));
        work.Draft = work.Draft with { Sources = [.. work.Draft.Sources, .. titles] };
        var kept = Kept(picks);
        await work.Db.DraftPicks.Where(p => p.DraftId == id && !kept.Contains(p.Ordinal)).ExecuteDeleteAsync(stop);
        await work.Db.DraftPicks.Where(p => p.DraftId == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.TwinOrdinal, (int?)null), stop);
    }

    /// <summary>Headings come and stay with what stands below them.</summary>
    private static bool IsStated(DraftPick pick) => pick.Kind.StatesCompetency() || pick.Kind == StatementKind.Occupation;

    /// <summary>What was not wanted stays on the list, with the headings over it.</summary>
    private static List<int> Kept(List<DraftPick> picks)
    {
        var byOrdinal = picks.ToDictionary(p => p.Ordinal);
        var kept = new HashSet<int>();
        foreach (var pick in picks.Where(p => !p.IsChosen && IsStated(p)))
        {
            for (int? here = pick.Ordinal; here is { } ordinal && kept.Add(ordinal);)
                here = byOrdinal[ordinal].Parent;
        }
        return [.. kept];
    }

    /// <summary>One run over the list: which statement of the draft each pick became.</summary>
    private sealed class Entry
    {
        private readonly DraftWork _work;
        private readonly List<DraftPick> _picks;
        private readonly Guid? _under;
        private readonly Dictionary<int, Guid> _became = [];
        private readonly Dictionary<(Guid? Parent, StatementKind Kind, int? Tier, string Title), Guid> _headings = [];
        private readonly Dictionary<Guid, long> _lastRanks = [];
        private readonly HashSet<Guid> _standing = [];
        private readonly HashSet<int> _wanted = [];

        public Entry(DraftWork work, List<DraftStatement> statements, List<DraftPick> picks, Guid? under)
        {
            (_work, _picks, _under) = (work, picks, under);
            foreach (var s in statements.OrderBy(s => s.Rank))
            {
                _lastRanks[s.ParentId ?? Guid.Empty] = s.Rank;
                if (s.IsRemoved)
                    continue;
                _standing.Add(s.Id);
                if (!s.Kind.StatesCompetency())
                    _headings.TryAdd(Key(s.ParentId, s.Kind, s.Tier, s.Title), s.Id);
            }
            var byOrdinal = picks.ToDictionary(p => p.Ordinal);
            foreach (var pick in picks.Where(p => p.IsChosen && IsStated(p)))
            {
                _wanted.Add(pick.Ordinal);
                for (var above = pick.Parent; above is { } a; above = byOrdinal[a].Parent)
                {
                    if (!byOrdinal[a].Kind.StatesCompetency())
                        _wanted.Add(a);
                }
            }
        }

        public async Task RunAsync(CancellationToken stop)
        {
            foreach (var pick in _picks.Where(p => _wanted.Contains(p.Ordinal)))
            {
                if (TwinOf(pick) is { } twin)
                    await MergeAsync(pick, twin, stop);
                else
                    _became[pick.Ordinal] = Enter(pick);
            }
        }

        private Guid? TwinOf(DraftPick pick)
        {
            if (pick.Twin is null || pick.Choice == PickChoice.KeepBoth)
                return null;
            return pick.TwinId is { } id && _standing.Contains(id) ? id : pick.TwinOrdinal is { } ordinal && _became.TryGetValue(ordinal, out var became) ? became : null;
        }

        private async Task MergeAsync(DraftPick pick, Guid twin, CancellationToken stop)
        {
            var now = await _work.NeedAsync(twin, stop);
            var text = pick.Choice == PickChoice.MergeTakingPick ? pick.Text : Both(now.Text, pick.Text);
            _work.Put(now with { Text = text, Notes = now.Notes ?? pick.Notes, DerivedFrom = now.DerivedFrom ?? pick.DerivedFrom });
            var held = (await _work.LinksAsync(twin, stop)).Select(l => (l.Type, l.Destination.Id)).ToHashSet();
            PutLinks(pick, twin, held);
            _became[pick.Ordinal] = twin;
        }

        /// <summary>The words that stand, and in languages that they lack the other's.</summary>
        private static LanguageText Both(LanguageText standing, LanguageText other) => LanguageText.From([.. other.Values, .. standing.Values])!;

        private Guid Enter(DraftPick pick)
        {
            var parent = ParentOf(pick);
            var key = Key(parent, pick.Kind, pick.Kind == StatementKind.Tier ? pick.Tier : null, pick.Title);
            if (!pick.Kind.StatesCompetency() && _headings.TryGetValue(key, out var known))
                return known;
            var rank = DraftRank.Between(_lastRanks.TryGetValue(parent ?? Guid.Empty, out var last) ? last : null, null)!.Value;
            _lastRanks[parent ?? Guid.Empty] = rank;
            _work.Put(new DraftStatement
            {
                DraftId = pick.DraftId,
                Id = pick.Id,
                ParentId = parent,
                Rank = rank,
                Kind = pick.Kind,
                Tier = pick.Kind == StatementKind.Tier ? pick.Tier : null,
                Notation = pick.Kind == StatementKind.Occupation ? pick.Notation : null,
                Label = pick.Label,
                Text = pick.Text,
                Notes = pick.Notes,
                Keywords = pick.Keywords,
                DerivedFrom = pick.DerivedFrom,
            });
            PutLinks(pick, pick.Id, []);
            if (!pick.Kind.StatesCompetency())
                _headings[key] = pick.Id;
            return pick.Id;
        }

        private Guid? ParentOf(DraftPick pick)
        {
            for (var above = pick.Parent; above is { } a; above = _picks.Find(p => p.Ordinal == a)?.Parent)
            {
                if (_became.TryGetValue(a, out var became))
                    return became;
            }
            return pick.Kind == StatementKind.Tier ? null : _under;
        }

        private void PutLinks(DraftPick pick, Guid statement, HashSet<(string, string)> held)
        {
            foreach (var link in pick.Links is null ? [] : JsonSerializer.Deserialize<List<PickLink>>(pick.Links, TextJson.Options)!)
            {
                if (!held.Add((link.Type, link.Destination.Id)))
                    continue;
                _work.Put(new DraftLink
                {
                    DraftId = pick.DraftId,
                    Id = Guid.NewGuid(),
                    Type = link.Type,
                    Origin = NodeRef.Statement(statement),
                    Destination = link.Destination,
                    Author = pick.SourceTitle,
                });
            }
        }

        /// <summary>A tier is known by its number, any other heading by its words.</summary>
        private static (Guid?, StatementKind, int?, string) Key(Guid? parent, StatementKind kind, int? tier, LanguageText title) =>
            (parent, kind, tier, tier is null ? NormalText.Of(title.ToString()) : "");
    }
}
