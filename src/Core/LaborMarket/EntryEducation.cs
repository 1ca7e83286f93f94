using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>What people typically need to enter an occupation. Source: BLS, Employment Projections, education and training assignments.</summary>
public sealed class EntryEducation
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>In the words of the source: "Bachelor's degree", "5 years or more", "Apprenticeship"; null where it says nothing.</summary>
    public string? Education { get; init; }
    public string? Experience { get; init; }
    public string? Training { get; init; }
}

/// <summary>
/// How many in a hundred workers of an occupation, 25 years and older, have finished a level of education and no higher one. Source:
/// BLS, Employment Projections, educational attainment by detailed occupation.
/// </summary>
public sealed class EducationShare
{
    public required int ReleaseKey { get; init; }
    public required string Code { get; init; }

    /// <summary>The place of the level, from 0 for the lowest.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The level in the words of the source.</summary>
    public required string Level { get; init; }
    public double? Percent { get; init; }
    public required string Marks { get; init; }

    public Figure Share => Figure.From(Percent, FigureMarks.At(Marks, 0));
}
