namespace Trellis.Core.Storage;

/// <summary>A file that a person sent, kept until it was loaded or an hour has passed.</summary>
public sealed class Upload
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required byte[] Content { get; init; }
    public required DateTimeOffset UploadedAt { get; init; }
    public required string UploadedBy { get; init; }
}
