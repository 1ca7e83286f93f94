using Trellis.Core.Codes;
using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Planning;

/// <summary>A program as it stood in the comparison that led to the choice; the list may say something else by now.</summary>
/// <param name="Id">Its number on the list.</param>
/// <param name="Source">The list and its edition.</param>
public sealed record ConsideredProgram(string Id, string Name, string Provider, string Source)
{
    /// <summary>In whole cents.</summary>
    public Figure Cost { get; init; } = Figure.NotReported;

    public Figure Weeks { get; init; } = Figure.NotReported;

    /// <summary>The share of people at work in the second quarter after leaving, in whole per cents.</summary>
    public Figure AtWork { get; init; } = Figure.NotReported;

    public bool IsChosen { get; init; }

    /// <summary>Why it was chosen, in the person's words.</summary>
    public string? Reason { get; init; }

    public static ConsideredProgram Of(ProgramProfile profile) => new(
        profile.Program.Id, Cut(profile.Program.Name), Cut(profile.Provider.Name), Cut($"{profile.Release.Title}, {profile.Release.Edition}"))
    {
        Cost = Whole(profile.Program.Of(ProgramFigure.TotalCost), 1),
        Weeks = Whole(profile.Program.Of(ProgramFigure.Weeks), 1),
        AtWork = Whole(profile.Results?.Of(OutcomeFigure.EmployedQ2Rate) ?? Figure.NotReported, 100),
    };

    private static Figure Whole(Figure figure, int times) =>
        figure.Value is { } value ? figure with { Value = Math.Round(value * times, MidpointRounding.AwayFromZero) } : figure;

    private static string Cut(string text) => text.Length <= PlanReader.LongestName ? text : text[..PlanReader.LongestName];
}
