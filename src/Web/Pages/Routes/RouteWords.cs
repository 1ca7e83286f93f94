using System.Globalization;
using Microsoft.Extensions.Localization;
using Trellis.Core.Guidance.Routes;
using Trellis.Core.Training;

namespace Trellis.Web.Pages.Routes;

/// <summary>Moves between occupations in the words of the page.</summary>
public static class RouteWords
{
    public static string Levels(double levels) => levels.ToString("0.0", CultureInfo.CurrentCulture);

    public static string Zones(IStringLocalizer<Words> T, int? zones) => zones switch
    {
        null => T["preparation not known"],
        0 => T["no more preparation"],
        1 => T["one step more preparation"],
        _ => T["{0} steps more preparation", zones],
    };

    /// <summary>"+12.5%"; what is not known is said.</summary>
    public static string Pay(IStringLocalizer<Words> T, double? change) =>
        change is { } share ? (share > 0 ? "+" : "") + share.ToString("P0", CultureInfo.CurrentCulture) : T["not known"];

    public static string Obstacle(IStringLocalizer<Words> T, MoveObstacle obstacle) => obstacle switch
    {
        MoveObstacle.Skills => T["In one step that is too far in skills."],
        MoveObstacle.Preparation => T["In one step that is too much preparation."],
        MoveObstacle.Pay => T["The pay falls by more than is allowed."],
        _ => T["That can be done in one step."],
    };

    /// <summary>How long the programs take that lead to an occupation, as far as lists say.</summary>
    public static string Training(IStringLocalizer<Words> T, ProgramsForOccupation? programs)
    {
        if (programs is null || programs.Total == 0)
            return T["no program is listed for it"];
        var weeks = programs.Programs.Select(p => p.Program.Of(ProgramFigure.Weeks).Value).OfType<double>().ToList();
        return weeks.Count == 0 ? T["programs listed: {0}; length not reported", programs.Total]
            : Whole(weeks.Min()) == Whole(weeks.Max()) ? T["programs listed: {0}; {1} weeks where it is reported", programs.Total, Whole(weeks.Min())]
            : T["programs listed: {0}; {1} to {2} weeks where it is reported", programs.Total, Whole(weeks.Min()), Whole(weeks.Max())];
    }

    private static string Whole(double number) => number.ToString("0", CultureInfo.CurrentCulture);
}
