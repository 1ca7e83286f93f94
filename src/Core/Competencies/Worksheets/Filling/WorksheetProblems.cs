using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>What can be wrong with a change of a worksheet.</summary>
internal static class WorksheetProblems
{
    public static readonly Problem Unknown = Problem.Rejected("unknown-worksheet", "worksheet", "There is no such worksheet any more.");

    public static readonly Problem Closed = Problem.Rejected("worksheet-closed", "worksheet", "The worksheet is closed and takes no values. Its owner can open it again.");

    public static readonly Problem Moved = Problem.Rejected("worksheet-moved", "worksheet", "Somebody changed the worksheet meanwhile. Look at the changes once more.");

    public static readonly Problem UnknownColumn = Problem.Rejected("unknown-column", "column", "The worksheet has no such column any more.");

    public static readonly Problem LateColumn = Problem.Rejected("column-late", "column", "Somebody changed this column meanwhile. Look at what it says now, and write yours again.");

    public static readonly Problem Title = Problem.Rejected("worksheet-title", "title", "Give it a title of at most {0} characters.", "200");

    public static readonly Problem Level = Problem.Rejected("worksheet-level", "value", "A level is a whole number from 0 to 4, or empty.");

    public static readonly Problem UnknownStatement = Problem.Rejected("unknown-statement", "statement", "This statement is not in the version that the worksheet is over.");

    public static readonly Problem UnknownMeasure = Problem.Rejected("unknown-measure", "measure", "A worksheet of this kind does not ask for that.");
}
