using System.Globalization;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Web.Pages.Compare;

/// <summary>What the address of a comparison asks for: the models, which statements, and which page of them.</summary>
public sealed record CompareQuery(IReadOnlyList<string> Names, string Show, string? Tier, int Page)
{
    public const int RowsPerPage = 50;
    public static readonly string[] Shows = ["all", "same", "reworded", "moved", "only"];

    public static CompareQuery Read(string[]? m, string? show, string? tier, int? page) => new(
        [.. (m ?? []).Select(name => name.Trim()).Where(name => name.Length > 0)],
        Shows.Contains(show) ? show! : Shows[0],
        string.IsNullOrEmpty(tier) ? null : tier,
        Math.Max(1, page ?? 1));

    public IReadOnlyList<ModelName> ModelNames => [.. Names.Select(ModelName.Parse)];

    /// <summary>The statements that the filters leave, in their order.</summary>
    public List<StatementCluster> Filter(ModelComparison comparison)
    {
        var place = Tier is null ? null : comparison.Overlap.FirstOrDefault(o => TierOf(o) == Tier);
        return [.. comparison.Clusters.Where(c => Shown(c) && (place is null || c.Members.Any(s => s is not null && place.Holds(s.Place))))];
    }

    /// <summary>How a place is named in the address: the number of the tier, or the heading.</summary>
    public static string TierOf(PlaceOverlap place) => place.Tier?.ToString(CultureInfo.InvariantCulture) ?? place.Title;

    public string Address => Links.Compare + "?" + Models + (Show == Shows[0] ? "" : "&show=" + Show)
        + (Tier is null ? "" : "&tier=" + Uri.EscapeDataString(Tier)) + (Page == 1 ? "" : FormattableString.Invariant($"&page={Page}"));

    /// <summary>The address of the whole comparison as a file.</summary>
    public string Download(string format) => $"{Links.Compare}.{format}?{Models}";

    private string Models => string.Join('&', Names.Select(n => "m=" + Uri.EscapeDataString(n)));

    private bool Shown(StatementCluster cluster) => Show switch
    {
        "same" => cluster.State == ClusterState.Same,
        "reworded" => cluster.State is ClusterState.Reworded or ClusterState.Linked,
        "moved" => cluster.Moved,
        "only" => cluster.State == ClusterState.OnlyHere,
        _ => true,
    };
}
