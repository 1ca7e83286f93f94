using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>Puts a new statement, block or heading into the draft.</summary>
public sealed record Add(Guid Id, Spot Spot, StatementKind Kind, IReadOnlyList<Wording> Words) : DraftCommand
{
    public override string Act => "add";

    public override Guid? Subject => Id;

    /// <summary>1 to 9 for a new tier.</summary>
    public int? Tier { get; init; }

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        if (Spot.Parent is { } parent && (await work.NeedAsync(parent, stop)).IsRemoved)
            throw new UnusableInputException(DraftProblems.UnknownPlace);
        var statement = new DraftStatement
        {
            DraftId = work.Draft.Id,
            Id = Id,
            ParentId = Spot.Parent,
            Rank = await work.RankAsync(Spot, Id, stop),
            Kind = Kind,
            Tier = Kind == StatementKind.Tier ? Tier : null,
            Text = Wordings.TextOf(Words),
        };
        work.Put(Wordings.Apply(statement, Words));
    }
}

/// <summary>Puts a statement, with all below it, in another place.</summary>
public sealed record Move(SeenStatement Target, Spot Spot) : DraftCommand
{
    public override string Act => "move";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var statement = await work.NeedAsync(Target.Id, stop);
        if (Spot.Parent is { } parent && (await work.NeedAsync(parent, stop)).IsRemoved)
            throw new UnusableInputException(DraftProblems.UnknownPlace);
        var moved = statement with { ParentId = Spot.Parent };
        await work.RequireNoRingAsync(moved, stop);
        work.Put(moved with { Rank = await work.RankAsync(Spot, statement.Id, stop) });
    }
}

/// <summary>One step up, down, to the level above or to the one below.</summary>
public enum Step
{
    Up,
    Down,
    Out,
    In,
}

/// <summary>Moves a statement one step among those around it; at the edge nothing changes.</summary>
public sealed record MoveBy(SeenStatement Target, Step Step) : DraftCommand
{
    public override string Act => "move";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        var statement = await work.NeedAsync(Target.Id, stop);
        if (await SpotAsync(work, statement, stop) is { } spot)
            await new Move(Target, spot).ApplyAsync(work, stop);
    }

    private async Task<Spot?> SpotAsync(DraftWork work, DraftStatement statement, CancellationToken stop)
    {
        if (Step == Step.Out)
            return statement.ParentId is { } above ? new((await work.NeedAsync(above, stop)).ParentId, above) : null;
        var siblings = (await work.SiblingsAsync(statement.ParentId, null, stop)).Where(s => !s.IsRemoved).Select(s => s.Id).ToList();
        var here = siblings.IndexOf(statement.Id);
        return Step switch
        {
            Step.Up when here > 0 => new(statement.ParentId, here > 1 ? siblings[here - 2] : null),
            Step.Down when here < siblings.Count - 1 => new(statement.ParentId, siblings[here + 1]),
            Step.In when here > 0 => Spot.EndOf(siblings[here - 1]),
            _ => null,
        };
    }
}

/// <summary>Makes something else of a node: of a statement a heading, of an item a key behavior.</summary>
public sealed record Rekind(SeenStatement Target, StatementKind Kind, int? Tier = null) : DraftCommand
{
    public override string Act => "re-kind";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop) =>
        work.Put(await work.NeedAsync(Target.Id, stop) with { Kind = Kind, Tier = Kind == StatementKind.Tier ? Tier : null });
}

/// <summary>Takes a statement, with all below it, out of the draft.</summary>
public sealed record Remove(SeenStatement Target) : DraftCommand
{
    public override string Act => "remove";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop) =>
        work.Put(await work.NeedAsync(Target.Id, stop) with { IsRemoved = true });
}

/// <summary>Brings a removed statement back to its place.</summary>
public sealed record Restore(SeenStatement Target) : DraftCommand
{
    public override string Act => "restore";

    public override IReadOnlyList<SeenStatement> Seen => [Target];

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop) =>
        work.Put(await work.NeedAsync(Target.Id, stop) with { IsRemoved = false });
}
