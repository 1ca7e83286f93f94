using Trellis.Core.Codes;
using Xunit;

namespace Trellis.Tests.Codes;

/// <summary>How codes are read as files write them, with the zeros and points that files lose.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData("51.3801", "51.3801")]
    [InlineData("513801", "51.3801")]
    [InlineData("10101", "01.0101")]
    [InlineData("1.0101", "01.0101")]
    [InlineData("=\"01.0000\"", "01.0000")]
    [InlineData("=\"01\"", "01")]
    [InlineData("01.00", "01.00")]
    [InlineData("99.9999", "99.9999")]
    [InlineData("51.38011", null)]
    [InlineData("nursing", null)]
    [InlineData("", null)]
    public void Cip_AsFilesWriteIt_IsRead(string text, string? expected) =>
        Assert.Equal(expected, CipCode.TryParse(text, out var code) ? code.Value : null);

    [Theory]
    [InlineData("29-1141", "29-1141", true)]
    [InlineData("291141", "29-1141", true)]
    [InlineData("29-1141.00", "29-1141", true)]
    [InlineData("13-1020", "13-1020", false)]
    [InlineData("29-11", null, false)]
    public void Soc_AsFilesWriteIt_IsRead(string text, string? expected, bool isDetailed)
    {
        Assert.Equal(expected, SocCode.TryParse(text, out var code) ? code.Value : null);
        Assert.Equal(isDetailed, expected is not null && code.IsDetailed);
    }

    [Theory]
    [InlineData("us", AreaKind.Nation)]
    [InlineData("state-53", AreaKind.State)]
    [InlineData("metro-42660", AreaKind.Metro)]
    [InlineData("county-53033", AreaKind.County)]
    [InlineData("nonmetro-5300001", AreaKind.Nonmetro)]
    [InlineData("region-north-sound", AreaKind.Region)]
    [InlineData("state-5", null)]
    [InlineData("county-42", null)]
    [InlineData("53033", null)]
    [InlineData("region-North", null)]
    public void Area_AsAddressesWriteIt_IsReadAndWritten(string text, AreaKind? kind)
    {
        Assert.Equal(kind is not null, AreaCode.TryParse(text, out var code));
        if (kind is not null)
            Assert.Equal((kind.Value, text), (code.Kind, code.ToString()));
    }

    [Theory]
    [InlineData("31-33", 2)]
    [InlineData("1133", 4)]
    [InlineData("621610", 6)]
    [InlineData("0", null)]
    [InlineData("1234567", null)]
    public void Naics_AsFilesWriteIt_IsRead(string text, int? level) =>
        Assert.Equal(level, NaicsCode.TryParse(text, out var code) ? code.Level : null);

    [Fact]
    public void Figures_OfARow_KeepTheirStates()
    {
        var marks = FigureMarks.Write(FigureState.Value, FigureState.TopCoded, FigureState.Suppressed, FigureState.NotReported, FigureState.NotApplicable);

        Assert.Equal("vtsnx", marks);
        Assert.Equal(FigureState.Suppressed, FigureMarks.At(marks, 2));
        Assert.Equal(FigureState.NotReported, FigureMarks.At(marks, 9));
        Assert.Equal(Figure.TopCoded(115), Figure.From(115, FigureMarks.At(marks, 1)));
        Assert.Equal(Figure.Suppressed, Figure.From(0, FigureMarks.At(marks, 2)));
        Assert.Equal(Figure.NotReported, Figure.From(null, FigureState.Value));
    }
}
