using Trellis.Core.LaborMarket;
using Trellis.Core.Occupations.Profile;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>An occupation in a list, with the figures of an area. Money is dollars a year.</summary>
public sealed record OccupationItem(string Code, string Soc, string Title, string Description, int? JobZone, string Page)
{
    private const int CentsPerDollar = 100;

    public required FigureResource MedianWage { get; init; }
    public required FigureResource Employment { get; init; }
    public required FigureResource GrowthPercent { get; init; }
    public required FigureResource AnnualOpenings { get; init; }
    public string? Education { get; init; }

    public static OccupationItem Of(DirectoryEntry entry) => new(
        entry.Occupation.Code, entry.Occupation.Soc, entry.Occupation.Title, entry.Occupation.Description, entry.Occupation.JobZone, Links.Occupation(entry.Occupation.Code))
    {
        MedianWage = FigureResource.Dollars(entry.MedianWage),
        Employment = FigureResource.Of(entry.Employment),
        GrowthPercent = FigureResource.Of(entry.GrowthPercent),
        AnnualOpenings = FigureResource.Of(entry.Openings),
        Education = entry.Education,
    };

    public static OutgoingTable Table(IEnumerable<DirectoryEntry> entries) => new(
        "Occupations", ["code", "soc", "title", "job zone", "median wage a year", "employment", "growth percent", "openings a year", "education"],
        [.. entries.Select(e => (IReadOnlyList<OutgoingCell>)
        [
            e.Occupation.Code, e.Occupation.Soc, e.Occupation.Title, (double?)e.Occupation.JobZone, OutgoingCell.Of(e.MedianWage, CentsPerDollar), OutgoingCell.Of(e.Employment),
            OutgoingCell.Of(e.GrowthPercent), OutgoingCell.Of(e.Openings), e.Education,
        ])]);
}

/// <summary>All that is known of one occupation.</summary>
public sealed record OccupationResource(string Code, string Soc, string Title, string Description, int? JobZone, string Page)
{
    public required IReadOnlyList<string> OtherTitles { get; init; }
    public required IReadOnlyList<TaskResource> Tasks { get; init; }
    public required IReadOnlyList<RatingGroupResource> Ratings { get; init; }
    public required IReadOnlyList<TechnologyResource> Technologies { get; init; }
    public required IReadOnlyList<NearOccupation> Related { get; init; }

    /// <summary>Wages of the area that was asked for or, where it has none, of the nearest wider one.</summary>
    public WageResource? Wages { get; init; }
    public ProjectionResource? Projection { get; init; }
    public required SourceResource Source { get; init; }

    public static OccupationResource Of(OccupationProfile profile, MarketProfile? market) => new(
        profile.Occupation.Code, profile.Occupation.Soc, profile.Occupation.Title, profile.Occupation.Description, profile.Occupation.JobZone, Links.Occupation(profile.Occupation.Code))
    {
        OtherTitles = [.. profile.Titles.Select(t => t.Text)],
        Tasks = [.. profile.Tasks.Select(t => new TaskResource(t.TaskId, t.Text, t.Type, t.Importance))],
        Ratings = [.. profile.Ratings.Select(RatingGroupResource.Of)],
        Technologies = [.. profile.Technologies.SelectMany(c => c.Products.Select(p => new TechnologyResource(p.Example, c.Title, ApiAnswer.Word(c.Kind), p.IsHot, p.IsInDemand)))],
        Related = profile.Related,
        Wages = market?.Wage is { } wage ? WageResource.Of(wage.Figures, wage.Release) : null,
        Projection = market?.Projection is { } projection ? ProjectionResource.Of(projection.Figures, projection.Release) : null,
        Source = SourceResource.Of(profile.Release),
    };
}

/// <summary>Something that people in the occupation do; importance from 1 to 5.</summary>
public sealed record TaskResource(int Id, string Text, string? Type, double? Importance);

/// <summary>A program or tool that people in the occupation use.</summary>
public sealed record TechnologyResource(string Name, string Class, string Kind, bool IsHot, bool IsInDemand);

/// <summary>One part of what the occupation asks of people, such as skills.</summary>
public sealed record RatingGroupResource(string Group, string Scale, IReadOnlyList<RatingResource> Elements)
{
    public static RatingGroupResource Of(RatedGroup group) =>
        new(ApiAnswer.Word(group.Group), group.Scale.Id, [.. group.Elements.Select(e => new RatingResource(e.Id, e.Name, e.Value, e.Score, e.Level, e.LevelScore))]);
}

/// <summary>How an element is rated on its scale, and from 0 to 100.</summary>
public sealed record RatingResource(string Id, string Name, double Value, double Score, double? Level, double? LevelScore);

/// <summary>Two to four occupations side by side, in the order of <paramref name="Occupations"/>.</summary>
public sealed record OccupationComparisonResource(IReadOnlyList<ComparedOccupation> Occupations, IReadOnlyList<ComparedGroupResource> Groups, SourceResource Source)
{
    public static OccupationComparisonResource Of(OccupationComparison comparison) => new(
        [.. comparison.Occupations.Select(o => new ComparedOccupation(o.Occupation.Code, o.Occupation.Title))],
        [.. comparison.Groups.Select(g => new ComparedGroupResource(ApiAnswer.Word(g.Group), g.ByLevel, g.Elements))],
        SourceResource.Of(comparison.Occupations[0].Release));
}

/// <summary>One of the compared occupations.</summary>
public sealed record ComparedOccupation(string Code, string Title);

/// <summary>One part of the content model; scores are from 0 to 100, of the level where <paramref name="ByLevel"/>.</summary>
public sealed record ComparedGroupResource(string Group, bool ByLevel, IReadOnlyList<ComparedElement> Elements);
