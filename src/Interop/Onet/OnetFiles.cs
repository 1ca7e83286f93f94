using System.Text;

namespace Trellis.Interop.Onet;

/// <summary>The files of the O*NET database by title. With release 30.3 some were renamed, split or dropped; this knows both sets.</summary>
internal static class OnetFiles
{
    public const string ReadMe = "Read Me";
    public const string Occupations = "Occupation Data";

    private static readonly string[] Always =
    [
        "Abilities", "Abilities to Work Activities", "Abilities to Work Context", "Content Model Reference", "Emerging Tasks",
        "Interests Illustrative Activities", "Interests Illustrative Occupations", "Job Zone Reference", "Job Zones", "Knowledge",
        "Level Scale Anchors", Occupations, "Occupation Level Metadata", ReadMe, "Related Occupations", "Sample of Reported Titles",
        "Scales Reference", "Survey Booklet Locations", "Task Categories", "Task Ratings", "Task Statements", "Tasks to DWAs",
        "Work Activities", "Work Context", "Work Context Categories", "Work Styles",
    ];

    private static readonly string[] UpTo302 =
    [
        "Alternate Titles", "Basic Interests to RIASEC", "DWA Reference", "Education, Training, and Experience",
        "Education, Training, and Experience Categories", "IWA Reference", "Interests", "RIASEC Keywords", "Skills",
        "Skills to Work Activities", "Skills to Work Context", "Technology Skills", "Tools Used", "UNSPSC Reference", "Work Values",
    ];

    private static readonly string[] From303 =
    [
        "Career Interest Type Keywords", "Career Interest Types", "Education", "Education Categories", "Essential Skills",
        "Essential Skills to Work Activities", "Essential Skills to Work Context", "GWAs to IWAs", "GWAs to IWAs to DWAs", "Job Titles",
        "Software Skills", "Specific Interest Areas", "Specific Interest Areas to Career Interest Types", "Training and Experience",
        "Training and Experience Categories", "Transferable Skills", "Transferable Skills to Work Activities",
        "Transferable Skills to Work Context", "Work Styles to Work Activities", "Work Styles to Work Context",
    ];

    /// <summary>The known files that a release of this layout has and this source lacks, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Missing(IReadOnlySet<string> keys)
    {
        var isNew = From303.Any(t => keys.Contains(Key(t)));
        return [.. Always.Concat(isNew ? From303 : UpTo302).Where(t => !keys.Contains(Key(t))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The title of a file: "Job Zones" for "Job Zones.txt" and "job_zones.csv"; of files that are not known, the name itself.</summary>
    public static string Title(string fileName)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        return Array.Find([.. Always, .. UpTo302, .. From303], t => Key(t) == Key(name)) ?? name;
    }

    /// <summary>The same for "Job Zones", "Job Zones.txt" and "job_zones.csv".</summary>
    public static string Key(string name)
    {
        var stem = name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        var key = new StringBuilder(stem.Length);
        foreach (var c in stem.Where(char.IsLetterOrDigit))
            key.Append(char.ToLowerInvariant(c));
        return key.ToString();
    }
}
