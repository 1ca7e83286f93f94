namespace Trellis.Core.Guidance.Caseload;

/// <summary>A profile or plan of a customer as it stood after a revision; kept where it is the present one, or the last of its version.</summary>
public sealed class CustomerDocument
{
    public required Guid CustomerId { get; init; }
    public required DocumentKind Kind { get; init; }

    /// <summary>Counts every change, from 1: who saves must know the one that was there.</summary>
    public required int Revision { get; init; }

    /// <summary>The version of a plan, to which signatures belong; 1 for a profile.</summary>
    public required int Version { get; init; }

    /// <summary>The file of the document as JSON, sealed.</summary>
    public required string Content { get; init; }

    /// <summary>Of a plan, the first day on which something is due that is not done.</summary>
    public DateOnly? NextDue { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
}

/// <summary>What is kept of a customer as a document.</summary>
public enum DocumentKind
{
    Profile,
    Plan,
}

/// <summary>That somebody other than the customer opened a record on a day; the first time of each day is kept.</summary>
public sealed class CustomerRead
{
    public required Guid CustomerId { get; init; }
    public required Guid ReaderId { get; init; }
    public required DateOnly Day { get; init; }
    public required DateTimeOffset At { get; init; }
}
