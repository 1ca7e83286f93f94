using Microsoft.Extensions.Localization;
using Trellis.Core.Competencies;

namespace Trellis.Web;

/// <summary>What readers call the kinds and states of things.</summary>
public static class Labels
{
    public static string Of(IStringLocalizer<Words> T, FrameworkKind kind) => kind switch
    {
        FrameworkKind.Foundation => T["Foundation model"],
        FrameworkKind.Industry => T["Industry model"],
        FrameworkKind.AcademicStandards => T["Academic standards"],
        FrameworkKind.Credential => T["Credential or examination"],
        FrameworkKind.WorkRoles => T["Work roles"],
        _ => T["Skills"],
    };

    public static string Of(IStringLocalizer<Words> T, VersionStatus status) => status switch
    {
        VersionStatus.Draft => T["Draft"],
        VersionStatus.InReview => T["In review"],
        VersionStatus.Published => T["Current"],
        VersionStatus.Superseded => T["Replaced by a newer version"],
        _ => T["Retired"],
    };

    /// <summary>What sort of node it is, in the source's own words where it has any.</summary>
    public static string Of(IStringLocalizer<Words> T, StatementKind kind, string? typeLabel) => typeLabel is { Length: > 0 } ? typeLabel : kind switch
    {
        StatementKind.Tier => T["Tier"],
        StatementKind.Block => T["Competency"],
        StatementKind.BehaviorGroup => T["Group of key behaviors"],
        StatementKind.KeyBehavior => T["Key behavior"],
        StatementKind.CriticalWorkFunction => T["Critical work function"],
        StatementKind.TechnicalContentArea => T["Technical content area"],
        StatementKind.Occupation => T["Occupation"],
        _ => T["Statement"],
    };

    /// <summary>A language by its tag, in the language of the page: the tag itself where it is rare.</summary>
    public static string OfLanguage(IStringLocalizer<Words> T, string tag) => Core.Text.LanguageText.Primary(tag) switch
    {
        "en" => T["English"],
        "es" => T["Spanish"],
        "fr" => T["French"],
        "de" => T["German"],
        "pt" => T["Portuguese"],
        "und" => T["Language not stated"],
        _ => tag,
    };

    /// <summary>How the statement of the page stands to the other end of a link that leaves it.</summary>
    public static string OfLink(IStringLocalizer<Words> T, string type) => type switch
    {
        "isChildOf" => T["Also stands under"],
        "isPartOf" => T["Is part of"],
        "isPeerOf" => T["Stands beside"],
        "exactMatchOf" => T["Means the same as"],
        "isRelatedTo" => T["Is related to"],
        "precedes" => T["Comes before"],
        "replacedBy" => T["Was replaced by"],
        "exemplar" => T["Has as an example"],
        "hasSkillLevel" => T["Has the skill level"],
        "isTranslationOf" => T["Is a translation of"],
        _ => T["Has the link {0} to", Name(type)],
    };

    /// <summary>How the statement of the page stands to the other end of a link that comes to it.</summary>
    public static string OfLinkBack(IStringLocalizer<Words> T, string type) => type switch
    {
        "isChildOf" or "isPartOf" => T["Also holds"],
        "isPeerOf" => T["Stands beside"],
        "exactMatchOf" => T["Means the same as"],
        "isRelatedTo" => T["Is related to"],
        "precedes" => T["Comes after"],
        "replacedBy" => T["Replaces"],
        "exemplar" => T["Is an example of"],
        "hasSkillLevel" => T["Is the skill level of"],
        "isTranslationOf" => T["Is the original of"],
        _ => T["Has the link {0} from", Name(type)],
    };

    private static string Name(string type) => type.StartsWith("ext:", StringComparison.Ordinal) ? type[4..] : type;
}
