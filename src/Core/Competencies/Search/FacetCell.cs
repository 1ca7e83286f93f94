namespace Trellis.Core.Competencies.Search;

/// <summary>Tier and kind of a node as one small number, so that all facets are counted by one step per node.</summary>
internal static class FacetCell
{
    public const int Tiers = 10;
    public static readonly int Kinds = Enum.GetValues<StatementKind>().Length;
    public static readonly int Count = Tiers * Kinds;

    public static byte Of(int? tier, StatementKind kind) => (byte)((tier is > 0 and < Tiers ? tier.Value : 0) * Kinds + (int)kind);

    /// <summary>0 for a node outside tiers.</summary>
    public static int TierOf(int cell) => cell / Kinds;

    public static StatementKind KindOf(int cell) => (StatementKind)(cell % Kinds);
}
