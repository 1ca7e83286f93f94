using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>An employer's documents for one job as one Word file: job description, interview guide, appraisal form.</summary>
public static class EmployerPackDocument
{
    private const string Blank = "__________________________";

    public static Task WriteAsync(EmployerPack pack, Model model, DocumentWords words, Stream stream)
    {
        var setup = new WordSetup(
            new(pack.JobTitle, pack.Employer, WordRun.Tag(words.Language)!, model.Version.ChangedAt), words,
            pack.Employer.Length > 0 ? $"{pack.JobTitle}, {pack.Employer}" : pack.JobTitle,
            words["Statements from {0}, version {1}", words.Plain(model.Version.Title), model.Version.Number]);
        return WordFile.WriteAsync(stream, setup, body =>
        {
            Description(body, pack);
            body.PageBreak();
            Interview(body, pack);
            body.PageBreak();
            Appraisal(body, pack);
            return Task.CompletedTask;
        });
    }

    private static void Description(WordBody body, EmployerPack pack)
    {
        var words = body.Words;
        body.Add("Title", pack.JobTitle);
        body.Add("Subtitle", pack.Employer.Length > 0 ? pack.Employer : words["Job description"]);
        body.Heading(1, new(words["Job description"]));
        body.Heading(2, new(words["About the job"]));
        body.Add(null, words["Write here in two or three sentences what the job is for."]);
        foreach (var name in new[] { words["Place"], words["Hours"], words["Pay range"], words["Reports to"] })
            body.Add(null, new WordRun(name + ": ") { Style = "Strong" }, new WordRun(Blank));
        foreach (var section in pack.Sections)
        {
            body.Heading(2, new(section.Title));
            foreach (var statement in section.Statements)
                body.Bullet(WordRun.Of(statement.Text, words));
        }
        body.Heading(2, new(words["Requirements"]));
        body.Add(null, words["Name only what the job needs on the first day. A degree or a number of years is a requirement only where the work cannot be done without it."]);
        body.Add(null, words["All qualified people are considered. Tell us if you need an accommodation to apply."]);
    }

    private static void Interview(WordBody body, EmployerPack pack)
    {
        var (words, advice) = (body.Words, EmployerPackAdvice.In(body.Words));
        body.Heading(1, new(words["Interview guide"]));
        foreach (var name in new[] { words["Candidate"], words["Interviewer"], words["Date"] })
            body.Add(null, new WordRun(name + ": ") { Style = "Strong" }, new WordRun(Blank));
        body.Heading(2, new(words["How to use it"]));
        foreach (var step in advice.Steps)
            body.Bullet(step);
        Listed(body, words["Do not ask about"], advice.NotToAsk);
        Listed(body, words["You may ask"], advice.MayAsk);
        body.Add("Note", words["This is a help and no legal advice. State and local law may forbid more; have your own counsel look at the guide."]);
        body.Table(
            new(words["How answers are rated"], [words["Level"], words["The answer shows"]], [10, 90]),
            advice.Anchors.Index().Select(a => (IReadOnlyList<WordRun>)[new(a.Index.ToString(words.Culture)), new(a.Item)]));
        foreach (var (i, question) in pack.Questions.Index())
            Question(body, question, i + 1);
    }

    private static void Question(WordBody body, PackQuestion question, int number)
    {
        var words = body.Words;
        body.Heading(2, new(words["Question {0}", number]));
        body.Add(null, question.Question);
        foreach (var probe in question.Probes)
            body.Bullet(probe);
        body.Add(null, new WordRun(words["Level (0 to 4)"] + ": ") { Style = "Strong" }, new WordRun("_____"));
        body.Add(null, new WordRun(words["Notes"] + ": ") { Style = "Strong" });
        for (var line = 0; line < 3; line++)
            body.Add("Lines", "");
    }

    private static void Appraisal(WordBody body, EmployerPack pack)
    {
        var words = body.Words;
        body.Heading(1, new(words["Appraisal form"]));
        foreach (var name in new[] { words["Employee"], words["Supervisor"], words["Period"] })
            body.Add(null, new WordRun(name + ": ") { Style = "Strong" }, new WordRun(Blank));
        body.Add(null, words["Rate each statement from 0 to 4 by what was seen in this period, write what shows it, and agree on one next step."]);
        foreach (var section in pack.Sections)
        {
            body.Table(
                new(section.Title, [words["Statement"], words["Level"], words["What shows it"], words["Next step"]], [40, 10, 25, 25]),
                section.Statements.Select(s => (IReadOnlyList<WordRun>)[WordRun.Of(s.Text, words), new(""), new(""), new("")]));
        }
        foreach (var name in new[] { words["Signature of the employee"], words["Signature of the supervisor"] })
            body.Add(null, new WordRun(name + ": ") { Style = "Strong" }, new WordRun(Blank));
    }

    private static void Listed(WordBody body, string title, IReadOnlyList<string> lines)
    {
        body.Heading(3, new(title));
        foreach (var line in lines)
            body.Bullet(line);
    }
}
