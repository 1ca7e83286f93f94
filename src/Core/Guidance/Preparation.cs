namespace Trellis.Core.Guidance;

/// <summary>
/// How much preparation a person has, as a job zone from 1 (little) to 5 (extensive), and how far an occupation is from it.
/// docs/formulas.md, "Preparation". Pure.
/// </summary>
public static class Preparation
{
    private const double ForEachMore = 0.35, ForEachLess = 0.1;

    /// <summary>Newer releases know no zone 1; what it was is part of 2.</summary>
    private const int Least = 2;

    /// <summary>The zone of a person by schooling, or by the jobs they held for a year where that is more; null where neither is known.</summary>
    public static int? ZoneOf(Profile profile, SkillTable table)
    {
        const int Settled = 12;
        var worked = profile.Jobs.Where(j => j.Months is null or >= Settled).Select(j => table.Row(j.OnetSoc)).Where(r => r >= 0)
            .Select(r => table.Occupations[r].JobZone).Max();
        var schooled = profile.Education is { } education ? ZoneOf(education) : (int?)null;
        return schooled is null ? worked : worked is null ? schooled : Math.Max(schooled.Value, worked.Value);
    }

    public static int ZoneOf(EducationLevel education) => education switch
    {
        EducationLevel.LessThanHighSchool => 1,
        EducationLevel.HighSchool or EducationLevel.SomeCollege => 2,
        EducationLevel.Certificate or EducationLevel.Associate => 3,
        EducationLevel.Bachelor => 4,
        _ => 5,
    };

    /// <summary>How well the zones go together, 0 to 1; null where one is unknown.</summary>
    public static double? Fit(int? person, int? occupation)
    {
        if (person is null || occupation is null)
            return null;
        var more = Math.Max(Least, occupation.Value) - Math.Max(Least, person.Value);
        return Math.Max(0, 1 - (more > 0 ? more * ForEachMore : -more * ForEachLess));
    }
}
