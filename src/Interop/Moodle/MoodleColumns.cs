namespace Trellis.Interop.Moodle;

/// <summary>The fourteen columns of Moodle's table of competencies, which it knows by their place.</summary>
internal static class MoodleColumns
{
    public const int Parent = 0;
    public const int Id = 1;
    public const int ShortName = 2;
    public const int Description = 3;
    public const int DescriptionFormat = 4;
    public const int ScaleValues = 5;
    public const int ScaleConfiguration = 6;
    public const int RuleType = 7;
    public const int RuleOutcome = 8;
    public const int RuleConfig = 9;
    public const int Related = 10;
    public const int ExportedId = 11;
    public const int IsFramework = 12;
    public const int Taxonomy = 13;

    /// <summary>As Moodle writes them in English; in other languages it writes others.</summary>
    public static readonly string[] Names =
    [
        "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values", "Scale configuration", "Rule type (optional)",
        "Rule outcome (optional)", "Rule config (optional)", "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
    ];

    /// <summary>Columns of which we know nothing else; they are kept under "moodle" and go out again.</summary>
    public static readonly (int Column, string Name)[] Kept =
    [
        (Id, "idNumber"), (ScaleValues, "scaleValues"), (ScaleConfiguration, "scaleConfiguration"), (RuleType, "ruleType"), (RuleOutcome, "ruleOutcome"), (RuleConfig, "ruleConfig"),
        (ExportedId, "exportedId"), (Taxonomy, "taxonomy"),
    ];

    /// <summary>In extensions: what Moodle's own columns said.</summary>
    public const string Member = "moodle";

    /// <summary>The longest that Moodle takes for a short name and for an ID number.</summary>
    public const int LongestName = 100;
}
