using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Guidance;
using Trellis.Interop.Resume;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;
using Xunit;

namespace Trellis.Tests.Guidance;

/// <summary>What a résumé may say of a person, found by names, with the words it was found in.</summary>
public sealed class ResumeTests
{
    private static readonly ResumeWords Words = new(
    [
        (SuggestionKind.Credential, "Certified Welder", "Certified Welder", null),
        (SuggestionKind.Technology, "Microsoft Excel", "Microsoft Excel", null), (SuggestionKind.Technology, "Excel", "Microsoft Excel", null),
        (SuggestionKind.Technology, "Access", "Microsoft Access", null),
        (SuggestionKind.Skill, "Active Listening", "2.A.1.b", "Active Listening"),
        (SuggestionKind.Job, "Line Cook", "line cook", null), (SuggestionKind.Job, "Certified Welder", "certified welder", null), (SuggestionKind.Job, "Cook", "cook", null),
    ]);

    [Theory]
    [InlineData("Line Cook, Harbor Grill, 2019–2023", "Job Line Cook")]
    [InlineData("I worked as a line cook for years", "")]
    [InlineData("Harbor Grill — Line cook", "Job Line cook")]
    [InlineData("Certified Welder", "Credential Certified Welder")]
    [InlineData("Skills: Excel, active listening.", "Technology Microsoft Excel|Skill 2.A.1.b")]
    [InlineData("had access to all rooms", "")]
    [InlineData("", "")]
    public void Suggestions_InALine_AreFoundWhereTheyAreMeant(string line, string expected) =>
        Assert.Equal(expected, string.Join('|', ResumeSuggestions.In(line, Words).Select(s => $"{s.Kind} {s.Value}")));

    [Fact]
    public void Suggestion_OfALine_PointsToItsWords()
    {
        var found = Assert.Single(ResumeSuggestions.In("\r\n  Harbor Grill — Line cook\r\n", Words));

        Assert.Equal("Line cook", found.Line.Substring(found.Start, found.Length));
    }

    [Fact]
    public void Text_OfWordPdfAndPlainFiles_IsRead()
    {
        Assert.Contains("Line Cook", ResumeText.Read(Word("Line Cook", "Excel")), StringComparison.Ordinal);
        Assert.Contains("Line Cook", ResumeText.Read(Pdf("Line Cook")), StringComparison.Ordinal);
        Assert.Equal("Línea", ResumeText.Read(Encoding.UTF8.GetBytes("Línea")));
    }

    [Theory]
    [InlineData("%PDF-1.7 and nothing more")]
    [InlineData("PK and no archive")]
    [InlineData("   ")]
    [InlineData("\0\0")]
    public void Text_OfADamagedFile_IsNone(string content) => Assert.Null(ResumeText.Read(Encoding.UTF8.GetBytes(content)));

    internal static byte[] Word(params string[] lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new(new Body(lines.Select(l => new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(l))))));
        return stream.ToArray();
    }

    private static byte[] Pdf(string line)
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.Letter).AddText(line, 12, new PdfPoint(50, 700), builder.AddStandard14Font(Standard14Font.Helvetica));
        return builder.Build();
    }
}
