using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>A worksheet as a Word document, to be filled by hand or on the screen: a table for each block, with empty cells.</summary>
public static class WorksheetDocument
{
    /// <summary>As many columns as a landscape page holds.</summary>
    private const int Columns = 5;
    private const int Employers = 2;

    /// <summary>Writes the worksheet as a document to fill by hand.</summary>
    /// <param name="worksheet">What is to be rated.</param>
    /// <param name="scale">The levels and what they mean.</param>
    /// <param name="words">The language of everything but the statements that do not have it.</param>
    /// <param name="stream">One that can be sought in, such as a file.</param>
    public static Task WriteAsync(Worksheet worksheet, Scale scale, DocumentWords words, Stream stream)
    {
        var version = worksheet.Model.Version;
        var layout = WorksheetColumns.Of(worksheet.Kind, words, worksheet.Kind == WorksheetKind.Employer ? Employers : Columns);
        var title = $"{layout.Title}: {words.Plain(version.Title)}";
        var setup = new WordSetup(
            new(title, worksheet.Model.Framework.Publisher, WordRun.Tag(words.Language)!, version.ChangedAt), words, title, words["Version {0}", version.Number])
        { IsLandscape = true };
        return WordFile.WriteAsync(stream, setup, body =>
        {
            Front(body, worksheet, layout, scale);
            var table = Table(worksheet.Kind, layout, words);
            foreach (var block in worksheet.Blocks)
                Write(body, block, table);
            return Task.CompletedTask;
        });
    }

    private static void Front(WordBody body, Worksheet worksheet, WorksheetColumns layout, Scale scale)
    {
        var (words, version) = (body.Words, worksheet.Model.Version);
        body.Add("Title", layout.Title);
        body.Add("Subtitle", WordRun.Of(version.Title, words));
        if (version.Notice is { } notice)
            body.Add("Notice", WordRun.Of(notice, words));
        body.Add(null, layout.Purpose);
        foreach (var step in layout.Steps)
            body.Item(0, null, new WordRun(step));
        body.Table(
            new(words["The levels"], [words["Level"], words["Name"], words["Meaning"]], [8, 22, 70]),
            scale.Levels.OrderBy(l => l.Level).Select(l => (IReadOnlyList<WordRun>)[new(l.Level.ToString(words.Culture)), WordRun.Of(l.Title, words), WordRun.Of(l.Anchor, words)]));
    }

    private static WordTable Table(WorksheetKind kind, WorksheetColumns layout, DocumentWords words)
    {
        var of = "";
        List<string> names = [.. layout.Columns.Where(c => c.Role != "notes").Select(c => c.IsFurther ? $"{of}: {c.Name}" : of = c.Name)];
        List<int> shares = [.. layout.Columns.Where(c => c.Role != "notes").Select(c => c.IsRating ? 12 : 18)];
        if (kind == WorksheetKind.Gap)
        {
            names.Insert(2, words["Gap"]);
            shares.Insert(2, 9);
        }
        return new("", [words["Code"], words["Statement"], .. names], [8, 40, .. shares]);
    }

    private static void Write(WordBody body, WorksheetBlock block, WordTable table)
    {
        var words = body.Words;
        var title = block.Title is { } name ? WordRun.Of(name, words) : new(words["Other statements"]);
        body.Heading(1, block.Notation is { Length: > 0 } code ? title with { Text = $"{code} {title.Text}" } : title);
        var empty = Enumerable.Repeat(new WordRun(""), table.Headings.Count - 2);
        body.Table(table with { Caption = words["Levels for {0}", title.Text] }, block.Rows.Select(r => (IReadOnlyList<WordRun>)[new(r.Notation ?? "") { Style = "Code" }, WordRun.Of(r.Text, words), .. empty]));
    }
}
