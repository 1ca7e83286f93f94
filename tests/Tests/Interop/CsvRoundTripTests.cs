using System.Text;
using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Tables;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Whatever a framework holds, our CSV gives it back, and writes it in the same bytes again.</summary>
public sealed class CsvRoundTripTests
{
    [Fact]
    public void AnyFramework_WrittenAndRead_IsTheSame() => AnyFramework.Content.Sample(AssertSame, iter: 1500);

    [Fact]
    public void ASmallFramework_IsWrittenAsTheGoldenFileSays()
    {
        var content = CsvGolden.Content();

        var bytes = Write(content);

        CsvGolden.Compare("small-model.csv", bytes);
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(CsvReader.Format.Read(new("small-model.csv", bytes), new("small-model.csv"))));
    }

    [Fact]
    public async Task ASmallFramework_AsJson_IsWrittenAsTheGoldenFileSays()
    {
        var stream = new MemoryStream();

        await Trellis.Interop.Export.ModelJson.WriteAsync(OutgoingModel.Of(CsvGolden.Content()), stream, TestContext.Current.CancellationToken);

        CsvGolden.Compare("small-model.json", stream.ToArray());
    }

    [Fact]
    public async Task ALargeFramework_IsWrittenInSmallPieces()
    {
        var content = Support.TestModel.Of("Large", [.. Enumerable.Range(0, 50_000).Select(i => $"Statement number {i} of a model that is as large as models get")]);
        var (csv, json) = (new Pieces(), new Pieces());

        await CsvWriter.WriteAsync(OutgoingModel.Of(content), csv, TestContext.Current.CancellationToken);
        await Trellis.Interop.Export.ModelJson.WriteAsync(OutgoingModel.Of(content), json, TestContext.Current.CancellationToken);

        Assert.All([csv, json], p => Assert.True(p.Length > 5_000_000 && p.Largest < 200_000, $"{p.Length} bytes, {p.Largest} at once"));
    }

    /// <summary>Measures what is written and keeps nothing; like an answer of the server, it takes nothing but asynchronous writes.</summary>
    private sealed class Pieces : MemoryStream
    {
        private long _length;

        public int Largest { get; private set; }

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (_length, Largest) = (_length + buffer.Length, Math.Max(Largest, buffer.Length));
            return ValueTask.CompletedTask;
        }
    }

    internal static void AssertSame(FrameworkContent content)
    {
        var first = Write(content);
        var report = new ImportReport("any.csv");
        var read = CsvReader.Format.Read(new("any.csv", first), report);
        Assert.Empty(report.Problems.Select(p => $"{p.Where} {p.Message}"));
        Assert.Equal(ContentHash.Of(content), ContentHash.Of(read));
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Write(read)));
    }

    private static byte[] Write(FrameworkContent content)
    {
        var stream = new MemoryStream();
        CsvWriter.WriteAsync(OutgoingModel.Of(content), stream, CancellationToken.None).GetAwaiter().GetResult();
        return stream.ToArray();
    }
}
