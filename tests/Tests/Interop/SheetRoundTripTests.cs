using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Tables;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Whatever a framework holds, our workbook gives it back, and is written in the same bytes again.</summary>
public sealed class SheetRoundTripTests
{
    [Fact]
    public void AnyFramework_WrittenAndRead_IsTheSame() => AnyFramework.Content.Sample(AssertSame, iter: 300);

    [Theory]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(200_000)]
    public void LongText_OverTheLimitOfACell_ComesBackWhole(int length)
    {
        var content = CsvGolden.Content();
        // A pair of which no cell may hold half, and white space where a cell ends.
        content.Statements[1].Text = LanguageText.Of("en", new string('x', Math.Min(length, 31_999)) + string.Concat(Enumerable.Repeat("🚀", Math.Max(0, length - 31_999) / 2)) + new string(' ', 70_000) + "end");
        content.Version.Extensions = "{\"k\":\"" + new string('y', length) + "\"}";

        AssertSame(content);
    }

    [Fact]
    public void SmallFramework_WrittenTwice_IsTheSameFileWithoutAFormula()
    {
        var book = Write(CsvGolden.Content());

        Assert.Equal(book, Write(CsvGolden.Content()));
        var items = OpenSaltBook.Part(book, "xl/worksheets/sheet1.xml");
        Assert.DoesNotContain("<f>", items, StringComparison.Ordinal);
        Assert.Contains("t=\"inlineStr\"><is><t xml:space=\"preserve\">=SUM is how this text begins</t>", items, StringComparison.Ordinal);
        Assert.Contains("state=\"frozen\"", items, StringComparison.Ordinal);
        Assert.Contains("hidden=\"1\"", items, StringComparison.Ordinal);
        Assert.Contains("<tableColumn id=\"4\" name=\"text\"/>", OpenSaltBook.Part(book, "xl/tables/table1.xml"), StringComparison.Ordinal);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
    }

    internal static void AssertSame(FrameworkContent content)
    {
        var first = Write(content);
        var report = new ImportReport("any.xlsx");
        Assert.True(SheetReader.Format.Recognizes(new("any.xlsx", first)));
        var read = SheetReader.Format.Read(new("any.xlsx", first), report);
        Assert.Empty(report.Problems.Select(p => $"{p.Where} {p.Message}"));
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(read));
        Assert.Equal(first, Write(read));
    }

    internal static byte[] Write(FrameworkContent content)
    {
        var stream = new MemoryStream();
        SheetWriter.WriteAsync(OutgoingModel.Of(content), stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
