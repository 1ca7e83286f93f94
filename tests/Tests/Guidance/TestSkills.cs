using Trellis.Core.Guidance;
using Trellis.Core.Occupations;

namespace Trellis.Tests.Guidance;

/// <summary>A table of two to four occupations with ratings made by hand.</summary>
internal static class TestSkills
{
    public const string Reading = "2.A.1.a", Repairing = "2.B.3.l", Medicine = "2.C.5.a";

    private static readonly Dictionary<string, RatingScale> Scales = new()
    {
        ["IM"] = new() { ReleaseKey = 1, Id = "IM", Name = "Importance", Lowest = 1, Highest = 5 },
        ["LV"] = new() { ReleaseKey = 1, Id = "LV", Name = "Level", Lowest = 0, Highest = 7 },
        ["OI"] = new() { ReleaseKey = 1, Id = "OI", Name = "Interests", Lowest = 1, Highest = 7 },
    };

    /// <summary>
    /// Mechanic: reading importance 3, level 3.5 (need 2); repairing 5 and 7 (need 4). Nurse: reading 5 and 7 (need 4); repairing 1, not
    /// relevant (need 0); medicine 5 and 6 (need 4). Clerk: reading importance 4 only.
    /// </summary>
    public static SkillTable Table() => Of(
        [("49-1000.00", "Mechanic", 3), ("29-1000.00", "Nurse", 4), ("43-1000.00", "Clerk", null)],
        [
            R("49-1000.00", Reading, "IM", 3), R("49-1000.00", Reading, "LV", 3.5), R("49-1000.00", Repairing, "IM", 5), R("49-1000.00", Repairing, "LV", 7),
            R("29-1000.00", Reading, "IM", 5), R("29-1000.00", Reading, "LV", 7), R("29-1000.00", Repairing, "IM", 1), R("29-1000.00", Repairing, "LV", 2, notRelevant: true),
            R("29-1000.00", Medicine, "IM", 5), R("29-1000.00", Medicine, "LV", 6),
            R("43-1000.00", Reading, "IM", 4), R("43-1000.00", Medicine, "IM", 5, uncertain: true),
            .. "abcdef".Select((letter, i) => R("49-1000.00", "1.B.1." + letter, "OI", i == 0 ? 7 : 1)),
        ]);

    public static SkillTable Of((string Code, string Title, int? Zone)[] occupations, OccupationRating[] ratings) => SkillTable.Of(
        occupations.Select(o => new Occupation { ReleaseKey = 1, Code = o.Code, Soc = o.Code[..7], Title = o.Title, JobZone = o.Zone }),
        ratings.Select(r => r.ElementId).Distinct().Select(id => new ContentElement { ReleaseKey = 1, Id = id, Name = id }),
        ratings, Scales);

    public static OccupationRating R(string code, string element, string scale, double value, bool uncertain = false, bool notRelevant = false) =>
        new() { ReleaseKey = 1, Code = code, ElementId = element, Scale = scale, Value = value, IsUncertain = uncertain, IsNotRelevant = notRelevant };

    public static Profile Rated(params (string Target, int Level)[] ratings) =>
        ratings.Aggregate(Profile.Empty, (profile, r) => profile.Rated(new(r.Target, r.Level)));
}
