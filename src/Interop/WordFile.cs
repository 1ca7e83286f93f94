using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>What a Word document is beside its body: its properties, its language, and what stands above and below each page.</summary>
internal sealed record WordSetup(OfficeProperties Properties, DocumentWords Words, string Header, string Footer)
{
    public bool IsLandscape { get; init; }

    /// <summary>Whether the first page is a title page, without header and footer.</summary>
    public bool HasTitlePage { get; init; }
}

/// <summary>Writes a Word document (DOCX), paragraph after paragraph.</summary>
internal static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    /// <summary>The sides of a letter page, in twentieths of a point.</summary>
    private const uint Short = 12240, Long = 15840;

    private static readonly IReadOnlyList<OfficePart> Parts =
    [
        new("word/document.xml", Kind + "document.main+xml"),
        new("word/styles.xml", Kind + "styles+xml"),
        new("word/numbering.xml", Kind + "numbering+xml"),
        new("word/settings.xml", Kind + "settings+xml"),
        new("word/header1.xml", Kind + "header+xml"),
        new("word/footer1.xml", Kind + "footer+xml"),
        OfficeProperties.Part,
    ];

    /// <summary>Writes all parts to a stream that can be sought in.</summary>
    public static async Task WriteAsync(Stream target, WordSetup setup, Func<WordBody, Task> write)
    {
        using var package = new OfficePackage(target, Parts);
        setup.Properties.Write(package);
        package.Relate("word/document.xml",
            [new("styles", "styles.xml"), new("numbering", "numbering.xml"), new("settings", "settings.xml"), new("header", "header1.xml"), new("footer", "footer1.xml")]);
        package.Part("word/styles.xml", WordStyles.Of(WordRun.Tag(setup.Words.Language)!));
        package.Part("word/numbering.xml", WordNumbering.All());
        package.Part("word/settings.xml", Settings(setup));
        package.Part("word/header1.xml", new Header(WordBody.Paragraph("Header", new WordRun(setup.Header))));
        package.Part("word/footer1.xml", new Footer(FooterLine(setup)));
        await package.PartAsync("word/document.xml", async writer =>
        {
            writer.WriteStartElement(new Document());
            writer.WriteStartElement(new Body());
            await write(new WordBody(writer, setup.Words, (int)(setup.IsLandscape ? Long : Short)));
            writer.WriteElement(Section(setup));
            writer.WriteEndElement();
            writer.WriteEndElement();
        });
    }

    private static Settings Settings(WordSetup setup) => new(
        // The table of contents gets its page numbers when the document is opened.
        new UpdateFieldsOnOpen { Val = setup.HasTitlePage },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = WordRun.Tag(setup.Words.Language) });

    private static Paragraph FooterLine(WordSetup setup)
    {
        var line = WordBody.Paragraph("Footer", new WordRun(setup.Footer + "\t"));
        if (setup.IsLandscape)
            line.ParagraphProperties!.Tabs = new(Tab(TabStopValues.Clear, Short), Tab(TabStopValues.Right, Long));
        var words = setup.Words;
        var parts = words["Page {0} of {1}"].Split("{0}");
        var rest = parts[1].Split("{1}");
        line.Append(new WordRun(parts[0]).Element(), Field("PAGE"), new WordRun(rest[0]).Element(), Field("NUMPAGES"), new WordRun(rest[1]).Element());
        return line;
    }

    private static TabStop Tab(TabStopValues kind, uint pageWidth) => new() { Val = kind, Position = (int)pageWidth - 2 * WordBody.Margin };

    private static SimpleField Field(string code) => new(new WordRun("1").Element()) { Instruction = $" {code} " };

    private static SectionProperties Section(WordSetup setup)
    {
        var size = setup.IsLandscape ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long };
        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = "r4" },
            new FooterReference { Type = HeaderFooterValues.Default, Id = "r5" },
            size,
            new PageMargin { Top = 1300, Bottom = 1200, Left = WordBody.Margin, Right = WordBody.Margin, Header = 620, Footer = 560, Gutter = 0 });
        if (setup.HasTitlePage)
            section.Append(new TitlePage());
        return section;
    }
}
