using Trellis.Core.Text;

namespace Trellis.Core.Guidance.Caseload;

/// <summary>That a customer is to be asked how it goes, so many days after a case was closed.</summary>
public sealed record FollowUpRule(string Name, int Days, LanguageText Text);

/// <summary>How long something personal is kept after it was last needed.</summary>
/// <param name="Name">The word by which a report and the audit name the rule.</param>
/// <param name="Days">Whole days after the event; on the day after the last of them it goes.</param>
public sealed record RetentionRule(string Name, RetentionEvent After, RetainedPart Part, int Days, LanguageText Reason);

/// <summary>From what a retention counts.</summary>
public enum RetentionEvent
{
    /// <summary>The case was closed.</summary>
    Closed,

    /// <summary>The consent to guidance was withdrawn, and no other holds.</summary>
    Withdrawn,

    /// <summary>The last consent to guidance ran out.</summary>
    ConsentEnded,
}

/// <summary>What goes.</summary>
public enum RetainedPart
{
    Notes,
    Record,
}
