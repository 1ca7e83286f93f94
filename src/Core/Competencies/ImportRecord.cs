namespace Trellis.Core.Competencies;

/// <summary>One attempt to load a framework from a file: who made it, what became of it, and all that was found.</summary>
public sealed class ImportRecord
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Door { get; init; }
    public required string File { get; init; }
    public string? Format { get; init; }
    public required string Outcome { get; init; }

    /// <summary>The framework that now holds the content; null where the file was refused.</summary>
    public string? FrameworkSlug { get; init; }

    /// <summary>Counts and problems, as JSON.</summary>
    public required string Report { get; init; }
}
