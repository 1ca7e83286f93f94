using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Trellis.Core.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace Trellis.Interop.Resume;

/// <summary>The words of a résumé in Word, PDF or plain text, up to a bounded length. Pictures, macros and links to elsewhere are not looked at.</summary>
public static class ResumeText
{
    public const int MostBytes = 4 * 1024 * 1024;

    public const int MostCharacters = 60_000;

    private const int MostPages = 20;

    /// <summary>What a part of a Word file may hold when it is unpacked.</summary>
    private const long MostCharactersInPart = 10_000_000;

    /// <summary>The text, line by line; null where the file is none of the three or has no text in it.</summary>
    public static string? Read(byte[] file)
    {
        try
        {
            var text = file switch
            {
                [0x25, 0x50, 0x44, 0x46, ..] => Pdf(file),
                [0x50, 0x4B, ..] => Word(file),
                _ => Utf8.Strict.GetString(file),
            };
            return text.Contains('\0', StringComparison.Ordinal) || string.IsNullOrWhiteSpace(text) ? null : text[..Math.Min(text.Length, MostCharacters)];
        }
        // The libraries tell a damaged file by many kinds of exceptions; whichever it is, the person can paste the text.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static string Word(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart });
        var text = new StringBuilder();
        using var reader = OpenXmlReader.Create(document.MainDocumentPart!);
        while (reader.Read() && text.Length < MostCharacters)
        {
            if (reader.ElementType == typeof(Text) && reader.IsStartElement)
                text.Append(reader.GetText());
            else if (reader.ElementType == typeof(TabChar) && reader.IsStartElement)
                text.Append(' ');
            else if ((reader.ElementType == typeof(Paragraph) && reader.IsEndElement) || (reader.ElementType == typeof(Break) && reader.IsStartElement))
                text.Append('\n');
        }
        return text.ToString();
    }

    private static string Pdf(byte[] file)
    {
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true });
        var text = new StringBuilder();
        foreach (Page page in document.GetPages().Take(MostPages))
        {
            if (text.Length > MostCharacters)
                break;
            text.Append(ContentOrderTextExtractor.GetText(page)).Append('\n');
        }
        return text.ToString();
    }
}
