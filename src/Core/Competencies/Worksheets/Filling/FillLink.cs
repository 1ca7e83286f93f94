namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>A secret link by which somebody without an account fills in a worksheet, or one column of it. Of the secret only the hash is kept.</summary>
public sealed record FillLink
{
    public required Guid Id { get; init; }

    public required Guid WorksheetId { get; init; }

    /// <summary>The order of making within the worksheet, from 1: "link 3".</summary>
    public required int Number { get; init; }

    /// <summary>The one column it opens; null for all.</summary>
    public int? ColumnNumber { get; init; }

    public required string TokenHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public bool IsClosed { get; init; }

    public bool Opens(DateTimeOffset now) => !IsClosed && now < ExpiresAt;
}

/// <summary>A worksheet that a link led to.</summary>
public sealed record LinkedWorksheet(FillLink Link, KeptWorksheet Worksheet);
