using CsCheck;
using Trellis.Core.Text;
using Trellis.Interop;
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
}
