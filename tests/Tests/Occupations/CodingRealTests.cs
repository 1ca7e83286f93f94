using Trellis.Core.Occupations.Coding;
using Trellis.Core.Occupations.Search;
using Trellis.Interop.Titles;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>The search and the coder over a real release: 66,512 titles of 1,016 occupations. What is wanted of them is in docs/formulas.md.</summary>
public sealed class CodingRealTests
{
    private static readonly Lazy<OccupationTexts> Release = new(() => TitleRelease.Read(SharedData.Path("onet/db_30_2_text.zip")));

    [Fact]
    public void Read_TheRelease_HasThePublishedTotals()
    {
        var texts = Release.Value;

        Assert.Equal(1016, texts.Occupations.Count);
        Assert.Equal(57_543 + 7_953, texts.Titles.Count);
        Assert.Equal(18_796, texts.Tasks.Count);
        Assert.Equal(32_773 + 41_662, texts.Technologies.Count);
    }

    [Fact]
    public void Read_TheLayoutFrom303On_HasTheSameTitles()
    {
        var texts = TitleRelease.Read(SharedData.Path("onet/onet_30_3_layout_from_30_2.zip"));

        Assert.Equal(1016, texts.Occupations.Count);
        Assert.True(texts.Titles.Count >= 57_543, $"{texts.Titles.Count} titles");
    }

    [Theory]
    [InlineData("cna", "31-1131.00")]
    [InlineData("cdl", "53-3032.00")]
    [InlineData("hvac", "49-9021.00")]
    [InlineData("lpn", "29-2061.00")]
    [InlineData("garbage man", "53-7081.00")]
    [InlineData("stewardess", "53-2031.00")]
    [InlineData("registerd nurs", "29-1141.00")]
    [InlineData("phlebotamist", "31-9097.00")]
    [InlineData("forklift", "53-7051.00")]
    [InlineData("mailman", "43-5052.00")]
    public void Find_WhatPeopleType_StandsAmongTheFirstThree(string typed, string code) =>
        Assert.Contains(code, Search().Find(typed).Take(3).Select(h => h.Code));

    [Fact]
    public void Code_TitlesHeldBack_AreRightAsOftenAsIsWanted()
    {
        var split = new TitleSplit(Release.Value);
        var test = split.Part(CoderCheck.TestPart).ConvertAll(t => t with { Duties = null });
        var without = split.Without(test);
        Assert.DoesNotContain(without.Titles.SelectMany(t => TitleText.Forms(t.Text)), test.SelectMany(t => TitleText.Forms(t.Title)).ToHashSet().Contains);
        var coder = new TitleCoder(without, TitleNets.Train(without));

        var result = CoderCheck.Measure("held back", test, coder, new(without));

        Assert.InRange(result.Titles, 2000, 3000);
        Assert.True(result.Top1 >= 0.55, $"{result}");
        Assert.True(result.Top5 >= 0.80, $"{result}");
        Assert.True(result.Top10 >= 0.90, $"{result}");
        Assert.True(result.Major >= 0.82, $"{result}");
        Assert.True(result.CalibrationError <= 0.05, $"{result}");
        Assert.True(result.Top1 >= result.BaselineTop1 + 0.1, $"{result}");
    }

    private static readonly Lazy<OccupationSearch> Found = new(() => OccupationSearch.Of(Release.Value));

    private static OccupationSearch Search() => Found.Value;
}
