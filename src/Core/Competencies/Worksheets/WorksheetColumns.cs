using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Worksheets;

/// <summary>
/// A column of a worksheet that somebody fills. <paramref name="Role"/> is its lasting name in files ("rating", "importance", "frequency",
/// "needed", "has", "evidence", "training", "notes"); <paramref name="Name"/> stands at its head and may be written over.
/// </summary>
public sealed record WorksheetColumn(string Role, string Name)
{
    public const string Rating = "rating";
    public const string Importance = "importance";
    public const string Frequency = "frequency";
    public const string Needed = "needed";
    public const string Has = "has";

    /// <summary>Whether it takes a number from 0 to 4; otherwise words.</summary>
    public bool IsRating => Role is Rating or Needed or Has || IsFurther;

    /// <summary>Whether it says more of what the nearest column on its left rates.</summary>
    public bool IsFurther => Role is Importance or Frequency;
}

/// <summary>The titles, columns and instructions of the four worksheets, in the words of one language.</summary>
public sealed record WorksheetColumns(string Title, string Purpose, IReadOnlyList<string> Steps, IReadOnlyList<WorksheetColumn> Columns)
{
    /// <summary>The words and columns of a kind of worksheet.</summary>
    /// <param name="kind">What the worksheet is for.</param>
    /// <param name="words">The language.</param>
    /// <param name="count">How many columns there are for courses, credentials or employers.</param>
    public static WorksheetColumns Of(WorksheetKind kind, DocumentWords words, int count) => kind switch
    {
        WorksheetKind.Curriculum => new(
            words["Curriculum analysis"],
            words["Shows which course teaches which competency, how deeply, and what no course teaches."],
            [words["Write the name of each course over its column."], words["For each statement, write how deeply the course teaches it, from 0 to 4. Leave a cell empty where the course does not touch it."], words["Read in the summary which parts of the model are covered, and which are not."]],
            [.. Enumerable.Range(1, count).Select(i => new WorksheetColumn(WorksheetColumn.Rating, words["Course {0}", i])), Notes(words)]),
        WorksheetKind.Credential => new(
            words["Credential competencies"],
            words["Shows which credential asks for which competency, and at what level."],
            [words["Write the name of each credential over its column."], words["For each statement, write the level that the credential requires or assesses, from 0 to 4. Leave a cell empty where it says nothing."], words["Read in the summary how much of the model each credential covers."]],
            [.. Enumerable.Range(1, count).Select(i => new WorksheetColumn(WorksheetColumn.Rating, words["Credential {0}", i])), Notes(words)]),
        WorksheetKind.Employer => new(
            words["Employer analysis"],
            words["Gathers what level of each competency employers need for a job, and which competencies are critical to it."],
            [words["Write the name of each employer over its column."], words["For each statement, write the level that the job needs on the first day, from 0 to 4. Leave a cell empty where the employer gives no answer."], words["In the two columns beside it, write how important it is to the job, from 0 (not at all) to 4 (the job cannot be done without it), and how often the job needs it, from 0 (never) to 4 (many times a day)."], words["A competency is marked as critical where the average of all answers is 3 or more."]],
            [.. Enumerable.Range(1, count).SelectMany(i => Employer(words, words["Employer {0}", i])), Notes(words)]),
        _ => new(
            words["Gap analysis"],
            words["Sets what a job needs beside what a person can do, and shows the gap that is left."],
            [words["Write the level that the job needs for each statement, from 0 to 4."], words["Write the level that the person has today, from 0 to 4, and what shows it: a certificate, a task done, a reference."], words["Where a gap is left, write what training would close it."]],
            [new(WorksheetColumn.Needed, words["Needed for the job"]), new(WorksheetColumn.Has, words["Has today"]), new("evidence", words["What shows it"]), new("training", words["Training to close the gap"])]),
    };

    private static IEnumerable<WorksheetColumn> Employer(DocumentWords words, string name) =>
        [new(WorksheetColumn.Rating, name), new(WorksheetColumn.Importance, words["Importance"]), new(WorksheetColumn.Frequency, words["Frequency"])];

    private static WorksheetColumn Notes(DocumentWords words) => new("notes", words["Notes"]);
}
