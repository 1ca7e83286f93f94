using Trellis.Core.Storage.Releases;

namespace Trellis.Interop;

/// <summary>Where figures come from.</summary>
public sealed record SourceResource(string Title, string Publisher, string Edition, string Period, string? Codes, string? Attribution, bool IsStarter)
{
    public static SourceResource Of(DataRelease r) => new(r.Title, r.Publisher, r.Edition, r.Period, r.Taxonomy, r.Attribution, r.IsStarter);
}
