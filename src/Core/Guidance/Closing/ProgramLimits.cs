using Trellis.Core.Training;

namespace Trellis.Core.Guidance.Closing;

/// <summary>What of a person's limits a program is held against.</summary>
public enum LimitKind
{
    /// <summary>How far away it may be.</summary>
    Distance,

    /// <summary>Classes in the evening, for somebody who is not free by day.</summary>
    Evening,

    ChildCare,
}

/// <summary>One limit of a person at one program.</summary>
/// <param name="IsMet">Null where the list of programs does not say.</param>
public sealed record LimitPoint(LimitKind Kind, bool? IsMet);

/// <summary>What a person's limits say of a program; limits that the person did not name are not there. docs/formulas.md, "Limits of a person". Pure.</summary>
public static class ProgramLimits
{
    /// <summary>What the limits say, distance first.</summary>
    /// <param name="miles">From the person's place; null where one of the two is not known.</param>
    public static IReadOnlyList<LimitPoint> Of(Constraints constraints, TrainingProgram program, double? miles)
    {
        var points = new List<LimitPoint>();
        // Who learns at home does not travel, and needs nobody to mind a child at the school.
        var isOnline = program.Format == ProgramFormat.Online;
        if (constraints.Miles is { } most && !string.IsNullOrWhiteSpace(constraints.Place))
            points.Add(new(LimitKind.Distance, isOnline ? true : miles is { } away ? away <= most : null));
        if (constraints.Schedules.HasFlag(Schedules.Evenings) && !constraints.Schedules.HasFlag(Schedules.Days))
            points.Add(new(LimitKind.Evening, program.HasEvening));
        if (constraints.NeedsChildCare && !isOnline)
            points.Add(new(LimitKind.ChildCare, program.HasChildCare));
        return points;
    }
}
