using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>What the coder makes of titles after learning ten occupations. docs/formulas.md, "Title coding".</summary>
public sealed class CodingTests
{
    private static readonly TitleNets Nets = TitleNets.Train(TestOccupations.Texts);
    private static readonly TitleCoder Coder = new(TestOccupations.Texts, Nets);

    [Theory]
    [InlineData("Registered Nurse", "29-1141")]
    [InlineData("SCHOOL NURSES", "29-1141")]
    [InlineData("R.N.", "29-1141")]
    [InlineData("Tanker Truck Driver", "53-3032")]
    [InlineData("Drvier, Log Truck", "53-3032")]
    [InlineData("Seasonal Forklift Operator II", "53-7051")]
    [InlineData("Sr Software Developer", "15-1252")]
    [InlineData("Welder/Fabricator", "51-4121")]
    public void Code_ATitle_NamesTheOccupation(string title, string soc)
    {
        var coded = Coder.Code(new(title));

        Assert.Equal(soc, coded.Candidates[0].Soc);
        Assert.Equal(coded.Candidates.OrderByDescending(c => c.Confidence), coded.Candidates);
        Assert.Equal(coded.Candidates.Count, coded.Candidates.Select(c => c.Soc).Distinct().Count());
        Assert.All(coded.Candidates, c => Assert.InRange(c.Confidence, 0, 1));
    }

    [Fact]
    public void Code_AKnownTitle_SaysWhichOne()
    {
        var first = Coder.Code(new("pipe welders")).Candidates[0];

        Assert.Equal(new(CodingReasonKind.SameTitle, "Pipe Welder"), first.Reason);
        Assert.Equal("51-4121.00", first.OnetSoc);
    }

    [Fact]
    public void Code_ATitleLikeAKnownOne_SaysWhichOne() =>
        Assert.Equal(new(CodingReasonKind.NearTitle, "Pipe Welder"), Coder.Code(new("Night Pipe Welder")).Candidates[0].Reason);

    [Fact]
    public void Code_ATitleOfSeveralOccupationsOfACode_NamesThemToo()
    {
        var first = Coder.Code(new("Staff Nurse")).Candidates[0];

        Assert.Equal("29-1141", first.Soc);
        Assert.Equal(["29-1141.00", "29-1141.03"], first.AlsoOnetSoc.Append(first.OnetSoc).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Code_Duties_Decide()
    {
        var alone = Coder.Code(new("Operator"), 10).Candidates.Single(c => c.Soc == "51-4121").Confidence;
        var first = Coder.Code(new("Operator", "Joins metal pieces with an arc"), 10).Candidates.Single(c => c.Soc == "51-4121").Confidence;

        Assert.True(first > alone, $"{first} is not more than {alone}.");
    }

    [Fact]
    public void Code_Industry_Decides()
    {
        double Of(string? naics) => Coder.Code(new("Attendant", Naics: naics), 10).Candidates.Single(c => c.Soc == "31-1131").Confidence;

        Assert.True(Of("622110") > Of(null));
        Assert.Equal(Of(null), Of("99"));
        Assert.Equal(Of(null), Of("x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" - ")]
    public void Code_NoWord_NamesNothing(string title)
    {
        var coded = Coder.Code(new(title));

        Assert.Empty(coded.Candidates);
        Assert.True(coded.SeveralFit);
    }

    [Fact]
    public void Code_AWordThatNobodyKnows_IsNotSure() => Assert.True(Coder.Code(new("Qwrtzpx")).SeveralFit);

    [Fact]
    public void Train_TheSameTexts_LearnsTheSame()
    {
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        Nets.Write(first);
        TitleNets.Train(TestOccupations.Texts).Write(second);

        Assert.Equal(first.ToArray(), second.ToArray());
        first.Position = 0;
        Assert.Null(TitleNets.Read(first, TitleNets.FingerprintOf(OccupationTexts.None)));
    }

    [Fact]
    public void Train_NoTexts_GivesACoderThatNamesNothing() =>
        Assert.Empty(new TitleCoder(OccupationTexts.None, TitleNets.Train(OccupationTexts.None)).Code(new("Nurse")).Candidates);
}
