using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>What an employer says of a job, with the statements of a model that matter for it.</summary>
public sealed record EmployerPackRequest(string JobTitle, string Employer, IReadOnlyList<WorksheetBlock> Blocks)
{
    public const int LongestName = 120;

    /// <summary>More questions than this nobody asks; an interview of an hour holds about eight.</summary>
    public const int MostStatements = 60;

    /// <summary>Throws with every reason where no documents can be made of it.</summary>
    public EmployerPackRequest Checked()
    {
        var problems = new List<Problem>();
        if (JobTitle.Length is 0 or > LongestName || Employer.Length > LongestName)
            problems.Add(Problem.Rejected("no-job-title", "title", "Write the title of the job; it and the employer's name have at most {0} letters.", $"{LongestName}"));
        var count = Blocks.Sum(b => b.Rows.Count);
        if (count is 0 or > MostStatements)
            problems.Add(Problem.Rejected("pack-statements", "block", "Choose 1 to {0} statements; {1} were chosen.", $"{MostStatements}", $"{count}"));
        return problems.Count == 0 ? this : throw new UnusableInputException(problems);
    }
}

/// <summary>What a statement says about a job: how one behaves, what one does, or what one knows.</summary>
public enum PackSubject
{
    Behavior,
    Work,
    Knowledge,
}

/// <summary>A statement in the documents of an employer, with the language of its words where it is not that of the document.</summary>
public sealed record PackStatement(PackSubject Subject, string? Notation, LanguageText Text);

/// <summary>A question of an interview about one statement, and what to ask next.</summary>
public sealed record PackQuestion(PackStatement Statement, string Question, IReadOnlyList<string> Probes);

/// <summary>A heading of a job description with the statements below it.</summary>
public sealed record PackSection(string Title, IReadOnlyList<PackStatement> Statements);

/// <summary>
/// The documents that an employer draws from chosen statements: a job description, a behavioral interview guide and an appraisal form.
/// Their questions are about the job only.
/// </summary>
public sealed record EmployerPack(string JobTitle, string Employer, IReadOnlyList<PackSection> Sections, IReadOnlyList<PackQuestion> Questions)
{
    /// <summary>The same request and language always make the same documents.</summary>
    public static EmployerPack Of(EmployerPackRequest request, DocumentWords words)
    {
        var statements = request.Blocks.SelectMany(b => b.Rows).Select(r => new PackStatement(Subject(r.Under), r.Notation, r.Text)).ToList();
        return new(
            request.JobTitle, request.Employer,
            [
                .. new PackSection[]
                {
                    new(words["What you will do"], statements.FindAll(s => s.Subject == PackSubject.Work)),
                    new(words["What you need to know"], statements.FindAll(s => s.Subject == PackSubject.Knowledge)),
                    new(words["How you will work"], statements.FindAll(s => s.Subject == PackSubject.Behavior)),
                }.Where(s => s.Statements.Count > 0),
            ],
            [.. statements.Select(s => new PackQuestion(s, Question(s, words), Probes(s.Subject, words)))]);
    }

    private static PackSubject Subject(StatementKind? heading) => heading switch
    {
        StatementKind.BehaviorGroup => PackSubject.Behavior,
        StatementKind.TechnicalContentArea => PackSubject.Knowledge,
        _ => PackSubject.Work,
    };

    private static string Question(PackStatement statement, DocumentWords words)
    {
        var text = words.Plain(statement.Text).TrimEnd('.', ' ');
        return statement.Subject switch
        {
            PackSubject.Behavior => words["Tell me about a time, at work or elsewhere, when this was needed: “{0}.” What was going on, what did you do, and how did it end?", text],
            PackSubject.Knowledge => words["Tell me about a task for which you needed to know this: “{0}.” What was the task, and how did you use what you knew?", text],
            _ => words["Walk me through a time when you did this: “{0}.” What was the task, which steps did you take, and how did it turn out?", text],
        };
    }

    private static string[] Probes(PackSubject subject, DocumentWords words) =>
    [
        words["What was your own part, and what did others do?"],
        subject == PackSubject.Knowledge ? words["How did you make sure that you had it right?"] : words["Why did you choose to do it that way?"],
        words["What would you do differently today?"],
    ];
}
