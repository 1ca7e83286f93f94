namespace Trellis.Core.Occupations.Search;

/// <summary>The texts of one release that tell which occupation a person means: its names, tasks, software and tools.</summary>
public sealed record OccupationTexts
{
    public required IReadOnlyList<Occupation> Occupations { get; init; }

    public required IReadOnlyList<OccupationTitle> Titles { get; init; }

    public IReadOnlyList<OccupationTask> Tasks { get; init; } = [];

    public IReadOnlyList<OccupationTechnology> Technologies { get; init; } = [];

    public static OccupationTexts None { get; } = new() { Occupations = [], Titles = [] };
}
