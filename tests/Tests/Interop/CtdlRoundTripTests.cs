using System.Globalization;
using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;
using Trellis.Interop;
using Trellis.Interop.Ctdl;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>What goes out as CTDL comes back as the same model, and goes out again in the same bytes.</summary>
public sealed class CtdlRoundTripTests
{
    [Fact]
    public void AnyFramework_WrittenAndRead_IsTheSame() => CtdlAnyFramework.Any.Sample(
        content =>
        {
            var first = CtdlOut.Write(content);
            var read = CtdlOut.Read(first);
            Assert.Equal(Utf8.Strict.GetString(first), Utf8.Strict.GetString(CtdlOut.Write(read)));
            CtdlOut.Same(content, read);
        },
        iter: 1500);

    [Fact]
    public async Task ALargeFramework_IsWrittenInSmallPieces()
    {
        const int Count = 50_000;
        var id = Guid.NewGuid();
        List<Statement> statements = [.. Enumerable.Range(0, Count).Select(i => new Statement
        {
            Id = NameBasedId.Of(id, i.ToString(CultureInfo.InvariantCulture)),
            ParentId = i == 0 ? null : NameBasedId.Of(id, ((i - 1) / 10).ToString(CultureInfo.InvariantCulture)),
            Position = i,
            Text = LanguageText.Of("en", $"Statement number {i} of a model that is as large as models get"),
        })];
        var model = TestModel.Of(id, "Large");
        StatementTree.Arrange(statements);
        await using var pieces = new Pieces();

        await CtdlGraphWriter.WriteAsync(OutgoingModel.Of(model with { Statements = statements }), CtdlOut.Address, pieces, TestContext.Current.CancellationToken);

        Assert.True(pieces.Total > 20_000_000 && pieces.Largest < 200_000, $"{pieces.Total} bytes, {pieces.Largest} at once");
    }

    [Theory]
    [MemberData(nameof(ShippedModelFiles.All), MemberType = typeof(ShippedModelFiles))]
    public void ShippedModel_WrittenAndRead_IsTheSame(string name)
    {
        var content = ShippedModelFiles.Content(name);

        var first = CtdlOut.Write(content);
        var read = CtdlOut.Read(first);

        Assert.Equal(Utf8.Strict.GetString(first), Utf8.Strict.GetString(CtdlOut.Write(read)));
        CtdlOut.Same(content, read);
        Assert.All(read.Statements, s => Assert.Null(s.Extensions));
    }

    [Theory]
    [MemberData(nameof(CtdlOut.RealFiles), MemberType = typeof(CtdlOut))]
    public void RealFile_WrittenAndRead_IsTheSame(string file)
    {
        var read = TestImport.ReadFile(SharedData.Path(file));
        foreach (var content in read.Content is { } only ? [only, .. read.Further] : read.Further)
        {
            var first = CtdlOut.Write(content);
            var again = CtdlOut.Read(first, ImportMode.Tolerant);

            Assert.Equal(Utf8.Strict.GetString(first), Utf8.Strict.GetString(CtdlOut.Write(again)));
            CtdlOut.Same(content, again);
        }
    }

    /// <summary>Counts what is written and keeps nothing; like an answer of the server, it takes nothing but asynchronous writes.</summary>
    private sealed class Pieces : MemoryStream
    {
        public long Total { get; private set; }

        public int Largest { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            (Total, Largest) = (Total + buffer.Length, Math.Max(Largest, buffer.Length));
            return ValueTask.CompletedTask;
        }
    }
}
