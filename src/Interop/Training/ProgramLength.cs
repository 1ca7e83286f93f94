using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop.Training;

/// <summary>How long a program takes: in hours, and in weeks from and to ("4-11", "209-" for more than 208, "16").</summary>
internal sealed record ProgramLength(Figure Hours, double? WeeksLeast, double? WeeksMost, FigureState Weeks, bool IsCompetencyBased)
{
    /// <summary>
    /// Elsewhere in such lists -1 means withheld; in the two lengths it means that the program ends when the learner can do what is
    /// taught. Source: data dictionary of the federal file.
    /// </summary>
    public static ProgramLength Read(ListRow row)
    {
        if (row.IsCompetencyBased("hours") || row.IsCompetencyBased("weeks"))
            return new(Figure.NotApplicable, null, null, FigureState.NotApplicable, true);
        var hours = row.Number("hours");
        if (row.Text("weeks") is not { } text)
            return new(hours, null, null, FigureState.NotReported, false);
        var ends = text.Split('-');
        if (ends.Length <= 2 && Number(ends[0]) is { } least && (ends is [_] or [_, ""] || Number(ends[1]) >= least))
            return new(hours, least, ends is [_] ? least : Number(ends[1]), FigureState.Value, false);
        row.Note(Problem.Repaired("not-a-length", row.Where("weeks"), "'{0}' is no length in weeks; it was taken for not reported. Expected: 16 or 4-11.", text));
        return new(hours, null, null, FigureState.NotReported, false);
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;
}
