using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Drafting;

/// <summary>
/// Reads a pasted text as an outline: one statement on each line, deeper where it is indented more; bullets and numbers at the
/// start of a line are dropped. A line with others below it is a heading. Pure.
/// </summary>
public static partial class PastedOutline
{
    public const int MostLines = 3000;

    private const int TabWidth = 4;
    private const int TimeLimit = 1000;

    public static List<Statement> Read(string text, string language, DateTimeOffset at)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Where(l => !string.IsNullOrWhiteSpace(l)).ToList();
        if (lines.Count > MostLines)
            throw new UnusableInputException(Problem.Rejected("too-many-lines", "text", "The text has more than {0} lines. Paste it in parts.", "3000"));
        var statements = new List<Statement>();
        var open = new Stack<(int Indent, Statement Statement)>();
        foreach (var line in lines)
        {
            var words = Marker().Replace(line.Trim(), "").Trim();
            if (words.Length == 0)
                continue;
            var indent = line.TakeWhile(char.IsWhiteSpace).Sum(c => c == '\t' ? TabWidth : 1);
            while (open.TryPeek(out var above) && above.Indent >= indent)
                open.Pop();
            var statement = new Statement
            {
                Id = Guid.NewGuid(),
                ParentId = open.TryPeek(out var parent) ? parent.Statement.Id : null,
                Position = statements.Count,
                Text = LanguageText.Of(language, words),
                ChangedAt = at,
            };
            statements.Add(statement);
            open.Push((indent, statement));
        }
        StatementTree.Arrange(statements);
        foreach (var heading in statements.Where(s => s.Size > 0))
            heading.Kind = heading.Depth == 0 ? StatementKind.Block : StatementKind.BehaviorGroup;
        return statements;
    }

    /// <summary>"•", "- ", "1.2.3 ", "a) ", "IV. ": what a list puts before its lines.</summary>
    [GeneratedRegex(@"^(?:[•‣▪◦●○–—*·-]\s*|\(?(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]|[ivxIVX]{1,5}[.)])\s+)", RegexOptions.CultureInvariant, TimeLimit)]
    private static partial Regex Marker();
}
