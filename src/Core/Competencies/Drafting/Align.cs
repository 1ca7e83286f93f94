using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>Ties a statement to something else, on the word of the person who accepts it.</summary>
public sealed record Align(Guid Statement, string Type, NodeRef Destination, string? Evidence) : DraftCommand
{
    public override string Act => "align";

    public override Guid? Subject => Statement;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        await work.NeedAsync(Statement, stop);
        if ((await work.LinksAsync(Statement, stop)).Exists(l => l.Type == Type && l.Destination.Id == Destination.Id))
            return;
        work.Put(new DraftLink
        {
            DraftId = work.Draft.Id,
            Id = Guid.NewGuid(),
            Type = Type,
            Origin = NodeRef.Statement(Statement),
            Destination = Destination,
            Author = work.Change.Who,
            Evidence = Evidence,
        });
    }
}

/// <summary>Takes an alignment away.</summary>
public sealed record Unalign(Guid Statement, Guid Link) : DraftCommand
{
    public override string Act => "unalign";

    public override Guid? Subject => Statement;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop) =>
        work.Put((await work.FindLinkAsync(Link, stop) ?? throw new UnusableInputException(DraftProblems.UnknownLink)) with { IsRemoved = true });
}

/// <summary>Says which level of the default scale is needed at entry, or that none is set.</summary>
public sealed record SetLevel(Guid Statement, int? Level) : DraftCommand
{
    /// <summary>The CASE association by which a statement names a level.</summary>
    public const string LinkType = "hasSkillLevel";

    public const int Highest = 4;

    public override string Act => "level";

    public override Guid? Subject => Statement;

    internal override async Task ApplyAsync(DraftWork work, CancellationToken stop)
    {
        if (Level is < 0 or > Highest)
            throw new UnusableInputException(DraftProblems.Level);
        await work.NeedAsync(Statement, stop);
        var wanted = Level is { } level ? IdOf(level) : null;
        var held = (await work.LinksAsync(Statement, stop)).Where(l => l.Type == LinkType && l.Destination.Id.StartsWith(Scale.Default + "/", StringComparison.Ordinal)).ToList();
        foreach (var link in held.Where(l => l.Destination.Id != wanted))
            work.Put(link with { IsRemoved = true });
        if (wanted is not null && !held.Exists(l => l.Destination.Id == wanted))
            await new Align(Statement, LinkType, new(wanted, Title: wanted), null).ApplyAsync(work, stop);
    }

    private static string IdOf(int level) => string.Create(CultureInfo.InvariantCulture, $"{Scale.Default}/{level}");

    /// <summary>The level that a link names; null where it names none.</summary>
    public static int? Of(DraftLink link) =>
        link.Type == LinkType && link.Destination.Id.StartsWith(Scale.Default + "/", StringComparison.Ordinal)
        && int.TryParse(link.Destination.Id.AsSpan(Scale.Default.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null;
}
