using System.Collections.Immutable;

namespace Trellis.Core.Guidance.Planning;

/// <summary>How a person stood to a goal on one day; later ratings change nothing of it.</summary>
/// <param name="Release">The release that says what the occupation asks for.</param>
public sealed record GapSnapshot(DateOnly On, string Release)
{
    private const int MostLines = 8;

    /// <summary>Readiness and its bounds in whole per cents; null where nothing was assessed.</summary>
    public int? Ready { get; init; }
    public int? Lowest { get; init; }
    public int? Highest { get; init; }

    /// <summary>Requirements by state.</summary>
    public int Have { get; init; }
    public int Partly { get; init; }
    public int Missing { get; init; }
    public int NotAssessed { get; init; }

    /// <summary>The most important gaps.</summary>
    public ImmutableList<GapLine> Lines { get; init; } = [];

    public static GapSnapshot Of(GapAnalysis gap, DateOnly on, string release) => new(on, release)
    {
        Ready = Percent(gap.Readiness?.Value),
        Lowest = Percent(gap.Readiness?.Lowest),
        Highest = Percent(gap.Readiness?.Highest),
        Have = gap.Count(GapState.Have),
        Partly = gap.Count(GapState.Partly),
        Missing = gap.Count(GapState.Missing),
        NotAssessed = gap.Count(GapState.NotAssessed),
        Lines = [.. gap.Gaps.Take(MostLines).Select(g => new GapLine(g.Requirement.Name.In("en"), Tenths(g.Requirement.Level), g.Person is { } person ? Tenths(person.Level) : null))],
    };

    private static int? Percent(double? share) => share is { } known ? (int)Math.Round(100 * known, MidpointRounding.AwayFromZero) : null;

    private static int Tenths(double level) => (int)Math.Round(10 * level, MidpointRounding.AwayFromZero);
}

/// <summary>A gap as it was on the day of a snapshot. Levels in tenths, 0 to 40.</summary>
public sealed record GapLine(string Name, int Asked, int? Person);
