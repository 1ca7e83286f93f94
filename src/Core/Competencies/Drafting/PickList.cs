using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Comparison;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>The shopping list of a draft: sources are put on it, marked and cleared of duplicates before anything enters the draft.</summary>
public sealed class PickList(Db db)
{
    public static Task<List<DraftPick>> ReadAsync(Db db, Guid draft, CancellationToken stop = default) =>
        db.DraftPicks.Where(p => p.DraftId == draft).OrderBy(p => p.Ordinal).ToListAsync(stop);

    /// <summary>Puts all statements of a source on the list, each with what already says the same.</summary>
    public Task AddAsync(Guid draftId, PickSource source, Change change, CancellationToken stop = default) => WriteAsync(draftId, async draft =>
    {
        var held = await ReadAsync(db, draftId, stop);
        var tree = await Drafts.TreeAsync(db, draft, stop);
        if (held.Count + tree.Count + source.Statements.Count > ComparedModels.MostStatements)
        {
            throw new UnusableInputException(Problem.Rejected("list-too-long", "source", "A draft and its list may have {0} statements together. Bring in what is on the list first, or choose a smaller source.",
                ComparedModels.MostStatements.ToString(CultureInfo.InvariantCulture)));
        }
        var picks = Picks(draft, held, source);
        var twins = PickTwins.Find(draft, [.. tree.All], held, picks, LanguageText.Primary(source.Language));
        await DraftRows.InsertAsync(db, [.. picks.Select(p => twins.TryGetValue(p.Ordinal, out var twin) ? twin.On(p) : p)], stop);
        db.Add(AuditEntry.Of(change, "draft list", draftId.ToString(), null, JsonSerializer.Serialize(new { Source = source.Title, Statements = picks.Count }, TextJson.Options)));
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Marks those of the shown picks that are wanted, and unmarks the others.</summary>
    public Task ChooseAsync(Guid draftId, IReadOnlySet<int> shown, IReadOnlySet<int> wanted, CancellationToken stop = default) => WriteAsync(draftId, async _ =>
    {
        foreach (var pick in await ReadAsync(db, draftId, stop))
        {
            if (shown.Contains(pick.Ordinal) && pick.IsChosen != wanted.Contains(pick.Ordinal))
                db.Update(pick with { IsChosen = wanted.Contains(pick.Ordinal) });
        }
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Says what is to become of a pick with a twin; of all that nobody decided on yet where <paramref name="ordinal"/> is null.</summary>
    public Task DecideAsync(Guid draftId, int? ordinal, PickChoice choice, CancellationToken stop = default) => WriteAsync(draftId, async _ =>
    {
        foreach (var pick in (await ReadAsync(db, draftId, stop)).Where(p => p.Twin is not null && (ordinal is null ? p.IsOpen : p.Ordinal == ordinal)))
            db.Update(pick with { Choice = choice, IsChosen = true });
        await db.SaveChangesAsync(stop);
    }, stop);

    /// <summary>Takes a source off the list.</summary>
    public Task DropAsync(Guid draftId, int source, CancellationToken stop = default) => WriteAsync(draftId, async _ =>
    {
        var picks = await ReadAsync(db, draftId, stop);
        var gone = picks.Where(p => p.Source == source).Select(p => p.Ordinal).ToHashSet();
        foreach (var pick in picks.Where(p => !gone.Contains(p.Ordinal) && p.TwinOrdinal is { } twin && gone.Contains(twin)))
            db.Update(pick with { Twin = null, TwinOrdinal = null, Score = null, Choice = null });
        await db.SaveChangesAsync(stop);
        await db.DraftPicks.Where(p => p.DraftId == draftId && p.Source == source).ExecuteDeleteAsync(stop);
    }, stop);

    private async Task WriteAsync(Guid draftId, Func<Draft, Task> write, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, DraftEditor.LockOf(draftId), stop);
        await write((await Drafts.NeedOpenAsync(db, draftId, stop)).Draft);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }

    private static List<DraftPick> Picks(Draft draft, List<DraftPick> held, PickSource source)
    {
        var first = held.Count == 0 ? 0 : held[^1].Ordinal + 1;
        var number = 1 + held.Select(p => p.Source).DefaultIfEmpty().Max();
        var links = source.Links.Where(l => l.Destination.Scheme is not null).ToLookup(l => l.Origin.Id);
        var places = source.Statements.OrderBy(s => s.Ordinal).Select((s, i) => (s.Id, Place: first + i)).ToDictionary(s => s.Id, s => s.Place);
        return [.. source.Statements.OrderBy(s => s.Ordinal).Select(s => new DraftPick
        {
            DraftId = draft.Id,
            Ordinal = places[s.Id],
            Id = Guid.NewGuid(),
            Source = number,
            SourceTitle = source.Title,
            Parent = s.ParentId is { } parent ? places[parent] : null,
            Kind = s.Kind,
            Tier = s.Tier,
            Notation = s.Notation,
            Label = s.Label,
            Text = s.Text,
            Notes = s.Notes,
            Keywords = s.Keywords,
            DerivedFrom = source.IsKnown ? s.Id.ToString("D") : null,
            Links = links.Contains(s.Id.ToString("D"))
                ? JsonSerializer.Serialize(links[s.Id.ToString("D")].Select(l => new PickLink(l.Type, l.Destination)), TextJson.Options)
                : null,
        })];
    }
}
