namespace Trellis.Core.Competencies.Comparison;

/// <summary>How a person names a model in an address or a command: its slug, and after an @ the number of a version that is not the current one.</summary>
public sealed record ModelName(string Slug, string? Number = null)
{
    public static ModelName Parse(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? new(text.Trim()) : new(text[..at].Trim(), text[(at + 1)..].Trim() is { Length: > 0 } number ? number : null);
    }

    public override string ToString() => Number is null ? Slug : $"{Slug}@{Number}";
}
