namespace Trellis.Core.Storage;

/// <summary>A file that ships with the program, and the fingerprint of the edition that was loaded from it.</summary>
public sealed class ShippedFile
{
    public required string Name { get; init; }
    public required string Hash { get; set; }
    public required DateTimeOffset LoadedAt { get; set; }
}
