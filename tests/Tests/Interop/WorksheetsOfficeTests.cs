using System.Diagnostics;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Documents;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>The files as an office program opens them, which computes the formulas itself. Skips where LibreOffice is not installed.</summary>
public sealed class WorksheetsOfficeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trellis-office-").FullName;

    [Fact]
    public async Task Formulas_ComputedByLibreOffice_GiveTheFiguresWorkedOutByHand()
    {
        Write("curriculum", WorksheetKind.Curriculum, ("D3", "WLD 101"), ("D5", 2), ("D8", 0), ("D9", 4), ("D10", 3), ("E5", 1));
        Write("employer", WorksheetKind.Employer, ("D3", "Ridge"), ("D5", 3), ("E5", 4), ("F5", 0), ("G5", 2), ("J5", 4), ("D8", 1), ("E8", 4));
        Write("gap", WorksheetKind.Gap, ("D5", 4), ("E5", 1), ("D6", 2), ("D8", 3), ("E8", 4), ("D9", 3), ("E9", 3), ("E10", 2));

        await ConvertAsync("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "curriculum.xlsx", "employer.xlsx", "gap.xlsx");

        Assert.Equal(["50%", "50%", "0%"], Summary("curriculum", "Block A").Skip(3).Take(3));
        Assert.Equal(["66.6666666666667%", "0%"], Summary("curriculum", "Block B").Skip(3).Take(2));
        Assert.Equal(["60%", "20%"], Summary("curriculum", "All statements").Skip(3).Take(2));
        Assert.Equal("60%", Summary("curriculum", "All statements").Last());
        Assert.Equal("WLD 101", Summary("curriculum", "Part of the model")[3]);
        Assert.Equal(["2", "2"], Rating("curriculum", "Reads drawings").TakeLast(2));
        Assert.Equal(["3", "3", "Yes"], Rating("employer", "Reads drawings").TakeLast(3));
        Assert.Equal(["1", "1", "No"], Rating("employer", "Sets up").TakeLast(3));
        Assert.Equal(["0", "", ""], Rating("employer", "Welds").TakeLast(3));
        Assert.Equal("1", Summary("employer", "All statements").Last());
        Assert.Equal(["Ridge", "Ridge: Importance", "Ridge: Frequency", "Employer 2", "Employer 2: Importance"], Rating("employer", "Statement").Skip(3).Take(5));
        Assert.Equal("3", Rating("gap", "Reads drawings").Last());
        Assert.Equal("0", Rating("gap", "Sets up").Last());
        Assert.Equal("", Rating("gap", "Checks").Last());
        Assert.Equal(["3", "1", "1", "70%"], Summary("gap", "All statements").TakeLast(4));
    }

    [Fact]
    public async Task Documents_OpenedByLibreOffice_BecomePages()
    {
        await using (var file = File.Create(Path.Combine(_folder, "model.docx")))
            await FrameworkDocument.WriteAsync(OutgoingModel.Of(DocumentsSample.Untiered()), DocumentWords.In("en"), file, TestContext.Current.CancellationToken);
        await using (var file = File.Create(Path.Combine(_folder, "worksheet.docx")))
            await WorksheetDocument.WriteAsync(WorksheetsSample.Small(WorksheetKind.Gap), WorksheetsSample.Scale, DocumentWords.In("es"), file);

        await ConvertAsync("txt:Text (encoded):UTF8", "model.docx", "worksheet.docx");

        Assert.Contains("Welding & joining <basics>", Text("model.txt"), StringComparison.Ordinal);
        Assert.Contains("W.1 Das Erste", Text("model.txt"), StringComparison.Ordinal);
        Assert.Contains("Análisis de brechas", Text("worksheet.txt"), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, WorksheetKind kind, params (string Cell, object Value)[] values) =>
        File.WriteAllBytes(Path.Combine(_folder, name + ".xlsx"), WorksheetsSample.Fill(WorksheetsSample.Write(WorksheetsSample.Small(kind)), 2, values));

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder, name));

    private string[] Summary(string name, string row) => Row($"{name}-Summary.csv", row);

    private string[] Rating(string name, string row) => Row($"{name}-Worksheet.csv", row);

    private string[] Row(string file, string row) =>
        Text(file).Split('\n').Select(l => l.TrimEnd('\r').Split(',')).First(cells => cells.Contains(row));

    private async Task ConvertAsync(string to, params string[] files)
    {
        const string Office = "/usr/bin/soffice";
        if (!File.Exists(Office))
            Assert.Skip("LibreOffice is not installed (packages libreoffice-writer-nogui and libreoffice-calc-nogui).");
        var start = new ProcessStartInfo(Office, [$"-env:UserInstallation=file://{_folder}/profile", "--headless", "--convert-to", to, "--outdir", _folder, .. files.Select(f => Path.Combine(_folder, f))])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
