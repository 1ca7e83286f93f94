using DocumentFormat.OpenXml.Packaging;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Cli;

public sealed class DocumentCommandTests : IDisposable
{
    private readonly TestCli _cli = new();

    [Fact]
    public async Task Export_AsWord_WritesADocumentInTheLanguageAskedFor()
    {
        var run = await _cli.RunAsync("model", "export", "hospitality", "--format", "docx", "--language", "es", "-o", "model.docx");

        Assert.Equal(0, run.ExitCode);
        using var file = WordprocessingDocument.Open(Path.Combine(_cli.Folder, "model.docx"), isEditable: false);
        Assert.Equal("es-ES", file.PackageProperties.Language);
    }

    [Fact]
    public async Task Worksheet_WrittenFilledAndRead_GivesItsFigures()
    {
        var written = await _cli.RunAsync("model", "worksheet", "hospitality", "--kind", "gap", "--blocks", "1.1", "-o", "gap.xlsx");
        var path = Path.Combine(_cli.Folder, "gap.xlsx");
        await File.WriteAllBytesAsync(path, WorksheetsSample.Fill(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken), 2, ("D5", 4), ("E5", 1)), TestContext.Current.CancellationToken);
        var read = await _cli.RunAsync("model", "worksheet-read", "gap.xlsx");
        var json = await _cli.RunAsync("model", "worksheet-read", "gap.xlsx", "--json");

        Assert.Equal((0, 0, 0), (written.ExitCode, read.ExitCode, json.ExitCode));
        Assert.Contains("25", read.Output, StringComparison.Ordinal);
        Assert.Equal("gap", json.Json.GetProperty("kind").GetString());
        Assert.Equal(2, json.Json.GetProperty("columns").GetArrayLength());
    }

    [Theory]
    [InlineData(1, "riddle", "1.1", "curriculum")]
    [InlineData(3, "gap", "99.9", "99.9")]
    public async Task Worksheet_AskedForWrongly_SaysWhatWouldBeRight(int exit, string kind, string block, string expected)
    {
        var run = await _cli.RunAsync("model", "worksheet", "hospitality", "--kind", kind, "--blocks", block, "-o", "x.xlsx");

        Assert.Equal(exit, run.ExitCode);
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_cli.Folder, "x.xlsx")));
    }

    public void Dispose() => _cli.Dispose();
}
