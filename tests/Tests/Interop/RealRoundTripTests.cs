using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Every real framework there is leaves as CSV and as XLSX and comes back as it was; both files are the same again.</summary>
public sealed class RealRoundTripTests
{
    private static readonly string[] Folders = ["case", "asn", "ctdl", "nice-framework", "competency-framework-direct"];

    [Fact]
    public void RealFrameworks_WrittenAndRead_AreTheSame()
    {
        var taken = 0;
        foreach (var file in Folders.SelectMany(f => Directory.EnumerateFiles(SharedData.Path(f), "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            if (Path.GetExtension(file) is not (".json" or ".jsonld" or ".csv" or ".xlsx") || TestImport.ReadFile(file).Content is not { } content)
                continue;
            SheetRoundTripTests.AssertSame(content);
            CsvRoundTripTests.AssertSame(content);
            ForeignRoundTripTests.AssertMoodle(content);
            ForeignRoundTripTests.AssertEngine(content);
            ForeignRoundTripTests.AssertOpenSalt(content);
            taken++;
        }
        Assert.True(taken >= 30, $"Only {taken} frameworks were read.");
    }
}
