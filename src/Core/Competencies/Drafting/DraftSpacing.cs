using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>The rank of one sibling before and after all of them were spaced anew.</summary>
public readonly record struct RankChange(long Old, long New);

/// <summary>
/// That an edit found no number left between two siblings and spaced all below their parent anew. What older edits remember of ranks
/// is read through it.
/// </summary>
public sealed record DraftSpacing
{
    public required Guid DraftId { get; init; }

    /// <summary>The number of the edit that made room so.</summary>
    public required int Sequence { get; init; }

    /// <summary>The order within the edit, from 1.</summary>
    public required int Ordinal { get; init; }

    public Guid? ParentId { get; init; }

    /// <summary>A <see cref="RankChange"/> for each sibling, in order, as JSON.</summary>
    public required string Ranks { get; init; }

    public static string Write(IEnumerable<RankChange> ranks) => JsonSerializer.Serialize(ranks.Select(r => new[] { r.Old, r.New }), TextJson.Options);

    /// <summary>What the image says with its rank as it is after these spacings, which are in their order.</summary>
    public static StatementImage Carry(StatementImage image, IEnumerable<DraftSpacing> spacings)
    {
        foreach (var spacing in spacings.Where(s => s.ParentId == image.Parent))
            image = image with { Rank = DraftRank.Carry(image.Rank, Read(spacing.Ranks)) };
        return image;
    }

    private static List<RankChange> Read(string ranks) => [.. JsonSerializer.Deserialize<long[][]>(ranks, TextJson.Options)!.Select(r => new RankChange(r[0], r[1]))];
}
