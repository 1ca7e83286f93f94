using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>The body of a Word document while it is written, from its first paragraph to its last.</summary>
internal sealed class WordBody(OpenXmlWriter writer, DocumentWords words, int pageWidth)
{
    /// <summary>Left and right of the page, in twentieths of a point.</summary>
    public const int Margin = 1200;

    private int _bookmarks;
    private int _tables;

    public DocumentWords Words => words;

    public static Paragraph Paragraph(string? style, params WordRun[] runs)
    {
        var paragraph = new Paragraph();
        if (style is not null)
            paragraph.ParagraphProperties = new() { ParagraphStyleId = new() { Val = style } };
        paragraph.Append(runs.Select(r => r.Element()));
        return paragraph;
    }

    public void Add(OpenXmlElement element) => writer.WriteElement(element);

    public void Add(string? style, params WordRun[] runs) => Add(Paragraph(style, runs));

    public void Add(string? style, string text) => Add(style, new WordRun(text));

    /// <summary>A heading that a table of contents can lead to.</summary>
    public void Heading(int level, WordRun text, string? bookmark = null)
    {
        var heading = Paragraph($"Heading{level}", text);
        if (bookmark is not null)
        {
            var id = $"{_bookmarks++}";
            heading.InsertAfter(new BookmarkStart { Id = id, Name = bookmark }, heading.ParagraphProperties);
            heading.Append(new BookmarkEnd { Id = id });
        }
        Add(heading);
    }

    /// <summary>An entry of a list; with a code, that stands where otherwise the number would.</summary>
    public void Item(int level, string? code, params WordRun[] runs)
    {
        var item = code is null ? Paragraph("ListParagraph", runs) : Paragraph("ListParagraph", [new(code + "\t") { Style = "Code" }, .. runs]);
        item.ParagraphProperties!.NumberingProperties = code is null ? WordNumbering.Numbered(level) : WordNumbering.Coded(level);
        Add(item);
    }

    public void Bullet(string text) => Bullet(new WordRun(text));

    public void Bullet(params WordRun[] runs)
    {
        var item = Paragraph("ListParagraph", runs);
        item.ParagraphProperties!.NumberingProperties = WordNumbering.Bullet();
        Add(item);
    }

    public void PageBreak() => Add(new Paragraph(new Run(new Break { Type = BreakValues.Page })));

    /// <summary>A table with a caption above it. Its heading row stands on every page that it reaches.</summary>
    public void Table(WordTable table, IEnumerable<IReadOnlyList<WordRun>> rows)
    {
        var number = ++_tables;
        Add(Caption(number, table.Caption));
        writer.WriteStartElement(new Table());
        foreach (var part in table.Opening(pageWidth))
            writer.WriteElement(part);
        foreach (var row in rows)
            writer.WriteElement(WordTable.Row(row));
        writer.WriteEndElement();
        Add((string?)null, []);
    }

    private Paragraph Caption(int number, string text)
    {
        var parts = words["Table {0}. {1}"].Split("{0}");
        var caption = Paragraph("Caption", new WordRun(parts[0]));
        caption.Append(
            new SimpleField(new WordRun(number.ToString(words.Culture)).Element()) { Instruction = " SEQ Table \\* ARABIC " },
            new WordRun(parts[1].Replace("{1}", text, StringComparison.Ordinal)).Element());
        return caption;
    }
}
