using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Trellis.Core.Competencies;

namespace Trellis.Web.Api;

/// <summary>Which part of a framework's tree a caller asks for.</summary>
public sealed record FrameworkTreeRequest
{
    private const int MostTier = 9;

    [Description(FrameworksApi.VersionSentence)]
    [FromQuery(Name = "version")]
    public string? Version { get; init; }

    [Description("How many levels, 1 for the top alone; all where not given")]
    [FromQuery(Name = "depth")]
    public string? Depth { get; init; }

    [Description("The id of a statement: it and what stands below it; the whole tree where not given")]
    [FromQuery(Name = "root")]
    public string? Root { get; init; }

    [Description("Only these tiers, as 4,5 or 1-3")]
    [FromQuery(Name = "tiers")]
    public string? Tiers { get; init; }

    internal (string Name, string Sentence)? Fault =>
        Depth is not null && ApiAnswer.Number(Depth) is null or 0 ? ("depth", "Expected: a number of levels from 1.")
        : Root is not null && !Guid.TryParse(Root, out _) ? ("root", "Expected: the id of a statement.")
        : Tiers is not null && TierList(Tiers) is null ? ("tiers", "Expected: tiers from 1 to 9, as 4,5 or 1-3.")
        : null;

    internal OutlinePart Part => new()
    {
        Levels = ApiAnswer.Number(Depth),
        Root = Guid.TryParse(Root, out var root) ? root : null,
        Tiers = Tiers is null ? [] : TierList(Tiers)!,
    };

    private static List<int>? TierList(string text)
    {
        var tiers = new List<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || ApiAnswer.Number(ends[0]) is not (>= 1 and <= MostTier and var first) || ApiAnswer.Number(ends[^1]) is not (<= MostTier and var last) || last < first)
                return null;
            tiers.AddRange(Enumerable.Range(first, last - first + 1));
        }
        return tiers;
    }
}

/// <summary>Which statements of a framework a caller asks for.</summary>
public sealed record FrameworkStatementsRequest
{
    [Description(FrameworksApi.VersionSentence)]
    [FromQuery(Name = "version")]
    public string? Version { get; init; }

    [Description("tier, block, behaviorGroup, keyBehavior, criticalWorkFunction, technicalContentArea, item or occupation; all where not given")]
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    [Description("A tier, 1 to 9")]
    [FromQuery(Name = "tier")]
    public string? Tier { get; init; }

    [Description("The id of a block or another heading: it and what stands below it")]
    [FromQuery(Name = "block")]
    public string? Block { get; init; }

    [Description("Words that all stand in the number, label or text")]
    [FromQuery(Name = "q")]
    public string? Q { get; init; }

    [Description("Only statements changed at this time or later: 2026-01-31 or 2026-01-31T12:00:00Z")]
    [FromQuery(Name = "updatedSince")]
    public string? UpdatedSince { get; init; }

    internal (string Name, string Sentence)? Fault =>
        Kind is not null && FrameworksRequest.Read<StatementKind>(Kind) is null ? ("kind", KindSentence)
        : Tier is not null && ApiAnswer.Number(Tier) is null or 0 or > 9 ? ("tier", "Expected: 1 to 9.")
        : Block is not null && !Guid.TryParse(Block, out _) ? ("block", "Expected: the id of a statement.")
        : !FrameworksRequest.IsInstant(UpdatedSince, out _) ? ("updatedSince", FrameworksRequest.InstantSentence)
        : null;

    internal static string KindSentence { get; } =
        $"Expected: {string.Join(", ", Enum.GetNames<StatementKind>().Select(n => char.ToLower(n[0], CultureInfo.InvariantCulture) + n[1..]))}.";

    internal OutlinePart Part => new()
    {
        Root = Guid.TryParse(Block, out var root) ? root : null,
        Tiers = ApiAnswer.Number(Tier) is { } tier ? [tier] : [],
        Kind = FrameworksRequest.Read<StatementKind>(Kind),
        UpdatedSince = FrameworksRequest.IsInstant(UpdatedSince, out var since) ? since : null,
    };
}
