namespace Trellis.Core.Access;

/// <summary>One write that happened. Entries are added in the transaction of the write itself and never changed.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }
    public required DateTimeOffset When { get; init; }
    public required string Who { get; init; }
    public required string Door { get; init; }
    public required string Why { get; init; }

    /// <summary>What was done, as noun and verb: "model import".</summary>
    public required string Action { get; init; }

    /// <summary>The thing that was changed, by its lasting name.</summary>
    public required string Subject { get; init; }

    /// <summary>The state before and after, as JSON, where there was one.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }

    public static AuditEntry Of(Change change, string action, string subject, string? before, string? after) => new()
    {
        Id = Guid.NewGuid(),
        When = change.When,
        Who = change.Who,
        Door = change.Door,
        Why = change.Why,
        Action = action,
        Subject = subject,
        Before = before,
        After = after,
    };
}
