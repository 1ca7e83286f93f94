namespace Trellis.Core.Storage;

/// <summary>A key with which cookies and form tokens are protected, in the framework's own XML form.</summary>
public sealed class ProtectionKey
{
    public required string Id { get; init; }
    public required string Xml { get; init; }
}
