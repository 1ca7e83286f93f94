using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>Gives a statement other words, a title, notes or keywords, in one or more languages.</summary>
public sealed record Reword(SeenStatement Target, IReadOnlyList<Wording> Words) : DraftCommand
{
    public override string Act => "reword";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop) =>
        work.Put(Wordings.Apply(await work.NeedAsync(Target.Id, stop), Words));
}

/// <summary>Makes of one statement two, where its words have an empty line.</summary>
public sealed record Split(SeenStatement Target, IReadOnlyList<Wording> Words) : DraftCommand
{
    public override string Act => "split";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var (first, second) = Wordings.Split(Words) ?? throw new UnusableInputException(DraftProblems.NoBreak);
        var statement = Wordings.Apply(await work.NeedAsync(Target.Id, stop), first);
        work.Put(statement);
        work.Put(new DraftStatement
        {
            DraftId = statement.DraftId,
            Id = Guid.NewGuid(),
            ParentId = statement.ParentId,
            Rank = await work.RankAsync(new(statement.ParentId, statement.Id), Guid.Empty, stop),
            Kind = statement.Kind,
            Text = Wordings.TextOf(second),
            TypeLabel = statement.TypeLabel,
            DerivedFrom = statement.DerivedFrom,
        });
    }
}

/// <summary>
/// Makes of two statements one, in the words given. What stood below the other comes below the one that stays, with its alignments;
/// the other itself is removed.
/// </summary>
public sealed record Merge(SeenStatement Target, SeenStatement Other, IReadOnlyList<Wording> Words) : DraftCommand
{
    public override string Act => "merge";

    public override IReadOnlyList<SeenStatement> Seen => [Target, Other];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        if (Target.Id == Other.Id)
            throw new UnusableInputException(DraftProblems.MergeWithItself);
        var kept = Wordings.Apply(await work.NeedAsync(Target.Id, stop), Words);
        var other = await work.NeedAsync(Other.Id, stop);
        for (var above = kept.ParentId; above is { } id; above = (await work.NeedAsync(id, stop)).ParentId)
        {
            if (id == other.Id)
                throw new UnusableInputException(DraftProblems.ForeignChild);
        }
        work.Put(kept with { DerivedFrom = kept.DerivedFrom ?? other.DerivedFrom });
        foreach (var (id, _, isRemoved) in await work.SiblingsAsync(other.Id, null, stop))
        {
            if (!isRemoved)
                work.Put(await work.NeedAsync(id, stop) with { ParentId = kept.Id, Rank = await work.RankAsync(Spot.EndOf(kept.Id), id, stop) });
        }
        work.Put(other with { IsRemoved = true });
        await TakeLinksAsync(work, stop);
    }

    private async Task TakeLinksAsync(DraftWork work, CancellationToken stop)
    {
        var held = (await work.LinksAsync(Target.Id, stop)).Select(l => (l.Type, l.Destination.Id)).ToHashSet();
        foreach (var link in await work.LinksAsync(Other.Id, stop))
            work.Put(held.Add((link.Type, link.Destination.Id)) ? link with { Origin = NodeRef.Statement(Target.Id) } : link with { IsRemoved = true });
    }
}
