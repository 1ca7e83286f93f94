using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>What can be wrong with an edit of a draft.</summary>
internal static class DraftProblems
{
    public static Problem UnknownDraft { get; } = Problem.Rejected("unknown-draft", "draft", "There is no such draft.");

    public static Problem Closed { get; } = Problem.Rejected("draft-closed", "draft", "This draft was published or given up; it can no longer be changed. Start a new one.");

    public static Problem UnknownStatement { get; } = Problem.Rejected("unknown-statement", "id", "The draft has no such statement. Open the page again to see what it holds now.");

    public static Problem UnknownPlace { get; } = Problem.Rejected("unknown-place", "after", "The statement after which it was to stand is no longer there. Choose another place.");

    public static Problem BelowItself { get; } = Problem.Rejected("below-itself", "parent", "A statement cannot stand below itself. Choose another place.");

    public static Problem NoText { get; } = Problem.Rejected("no-text", "text", "Write a text in at least one language.");

    public static Problem NoBreak { get; } = Problem.Rejected("no-break", "text", "Put an empty line where the statement is to be split.");

    public static Problem MergeWithItself { get; } = Problem.Rejected("merge-with-itself", "other", "Choose another statement to merge with.");

    public static Problem ForeignChild { get; } = Problem.Rejected("merge-below", "other", "A statement cannot be merged into one that stands below it.");

    public static Problem UnknownLink { get; } = Problem.Rejected("unknown-link", "link", "This alignment is no longer there.");

    public static Problem NothingToUndo { get; } = Problem.Rejected("nothing-to-undo", "undo", "There is nothing of yours to undo.");

    public static Problem NothingToRedo { get; } = Problem.Rejected("nothing-to-redo", "redo", "There is nothing of yours to do again.");

    public static Problem ChangedSince(string title) => Problem.Rejected("undo-changed", "undo", "\"{0}\" was changed again since; change it by hand.", title);

    public static Problem TooLong(int most) => Problem.Rejected("text-too-long", "text", "A text may have {0} characters at most.", most.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Problem NothingChosen { get; } = Problem.Rejected("nothing-chosen", "pick", "Choose at least one statement of the list.");

    public static Problem OpenTwins(int count) => Problem.Rejected("open-twins", "pick", "{0} of the chosen statements are like others. Say first whether to keep or to merge them.", count.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public static Problem Level { get; } = Problem.Rejected("no-such-level", "level", "Choose a level from 0 to 4.");

    public static Problem DraftChanged { get; } = Problem.Rejected("draft-changed", "revision", "Somebody else changed these fields since you opened the page. Look at them again and save.");
}
