namespace Trellis.Core.Competencies.Drafting;

/// <summary>An <see cref="Alignment"/> of a draft. It is never deleted, only marked as removed.</summary>
public sealed record DraftLink
{
    public required Guid DraftId { get; init; }

    public required Guid Id { get; init; }

    /// <summary>A CASE association type or "ext:" and a name of our own.</summary>
    public required string Type { get; init; }

    public required NodeRef Origin { get; init; }

    public required NodeRef Destination { get; init; }

    public int? Sequence { get; init; }

    public double? Weight { get; init; }

    public string? Author { get; init; }

    public string? Evidence { get; init; }

    public string? Notes { get; init; }

    public string? Uri { get; init; }

    public string? Extensions { get; init; }

    public bool IsRemoved { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public static DraftLink Of(Guid draft, Alignment a) => new()
    {
        DraftId = draft,
        Id = a.Id,
        Type = a.Type,
        Origin = a.Origin,
        Destination = a.Destination,
        Sequence = a.Sequence,
        Weight = a.Weight,
        Author = a.Author,
        Evidence = a.Evidence,
        Notes = a.Notes,
        Uri = a.Uri,
        Extensions = a.Extensions,
        ChangedAt = a.ChangedAt,
    };

    public Alignment ToAlignment() => new()
    {
        Id = Id,
        Type = Type,
        Origin = Origin,
        Destination = Destination,
        Sequence = Sequence,
        Weight = Weight,
        Author = Author,
        Evidence = Evidence,
        Notes = Notes,
        Uri = Uri,
        Extensions = Extensions,
        ChangedAt = ChangedAt,
    };
}

/// <summary>What a draft's link was at one moment: edits change its ends and remove it, nothing else.</summary>
public sealed record LinkImage(Guid Id, NodeRef Origin, NodeRef Destination, string Type, string? Evidence, bool Removed)
{
    public static LinkImage Of(DraftLink link) => new(link.Id, link.Origin, link.Destination, link.Type, link.Evidence, link.IsRemoved);

    public DraftLink Onto(DraftLink now) => now with { Origin = Origin, Destination = Destination, Type = Type, Evidence = Evidence, IsRemoved = Removed };
}
