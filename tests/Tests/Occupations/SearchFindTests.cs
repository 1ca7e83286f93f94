using Trellis.Core.Occupations.Search;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>What people type, and what it finds in ten occupations. docs/formulas.md, "Occupation search".</summary>
public sealed class SearchFindTests
{
    private static readonly OccupationSearch Search = OccupationSearch.Of(TestOccupations.Texts);

    [Theory]
    [InlineData("registered nurse", "29-1141.00", HitKind.Title)]
    [InlineData("Registered Nurses", "29-1141.00", HitKind.Title)]
    [InlineData("regis", "29-1141.00", HitKind.Title)]
    [InlineData("nurse registered", "29-1141.00", HitKind.Title)]
    [InlineData("registerd nurse", "29-1141.00", HitKind.Title)]
    [InlineData("ergistered", "29-1141.00", HitKind.Title)]
    [InlineData("programmmer", "15-1252.00", HitKind.AlternateTitle)]
    [InlineData("progarmer", null, null)]
    [InlineData("welders", "51-4121.00", HitKind.Title)]
    [InlineData("CNA", "31-1131.00", HitKind.AlternateTitle)]
    [InlineData("rn", "29-1141.00", HitKind.Title)]
    [InlineData("fork lift", "53-7051.00", HitKind.AlternateTitle)]
    [InlineData("truckdriver", "53-3032.00", HitKind.AlternateTitle)]
    [InlineData("truc kdriver", "53-3032.00", HitKind.AlternateTitle)]
    [InlineData("longxhaul", "53-3032.00", HitKind.AlternateTitle)]
    [InlineData("lineman truck driver", "53-3032.00", HitKind.AlternateTitle)]
    [InlineData("python", "15-1252.00", HitKind.Software)]
    [InlineData("pallet jack", "53-7051.00", HitKind.Tool)]
    [InlineData("shampoo hair", "39-5012.00", HitKind.Task)]
    [InlineData("15-1252", "15-1252.00", HitKind.Code)]
    [InlineData("15-1252.00", "15-1252.00", HitKind.Code)]
    [InlineData("151252", "15-1252.00", HitKind.Code)]
    [InlineData("", null, null)]
    [InlineData("  ,;- ", null, null)]
    [InlineData("zzzz", null, null)]
    [InlineData("99-9999", null, null)]
    public void Find_WhatPeopleType_NamesTheOccupationAndWhy(string typed, string? code, HitKind? kind)
    {
        var first = Search.Find(typed) is [var best, ..] ? best : null;

        Assert.Equal((code, kind), (first?.Code, first?.Kind));
    }

    [Fact]
    public void Find_ATitleOfTwoOccupations_NamesEachOnce()
    {
        var hits = Search.Find("staff nurse");

        Assert.Equal(["29-1141.00", "29-1141.03"], hits.Take(2).Select(h => h.Code).Order(StringComparer.Ordinal));
        Assert.Equal(hits.Count, hits.Select(h => h.Code).Distinct().Count());
        Assert.All(hits.Take(2), h => Assert.Equal("Staff Nurse", h.Found));
    }

    [Fact]
    public void Find_SoftwareInDemand_ComesBeforeTheRest() =>
        Assert.Equal(["15-1252.00", "15-1242.00"], Search.Find("Python").Select(h => h.Code));

    [Fact]
    public void Find_EqualHits_StandInTheOrderOfTheirCodes()
    {
        var twice = TestOccupations.Texts with { Titles = [.. TestOccupations.Titles(0, "53-3032.00", "Yard Jockey"), .. TestOccupations.Titles(0, "51-4121.00", "Yard Jockey")] };

        Assert.Equal(["51-4121.00", "53-3032.00"], OccupationSearch.Of(twice).Find("yard jockey").Select(h => h.Code));
    }

    [Fact]
    public void Find_BeginningOfACode_ListsTheGroup() =>
        Assert.Equal(["29-1141.00", "29-1141.03", "29-2061.00"], Search.Find("29-").Select(h => h.Code));

    [Fact]
    public void Find_LongAndStrangeTexts_Answers()
    {
        Assert.Empty(Search.Find(new string('x', 5000)));
        Assert.Empty(Search.Find("\0\uD800 \u202E"));
        Assert.NotEmpty(Search.Find(string.Join(' ', Enumerable.Repeat("nurse", 40))));
        Assert.Single(Search.Find("nurse", most: 1));
        Assert.Empty(OccupationSearch.Empty.Find("nurse"));
    }

    [Fact]
    public async Task Find_ByManyThreadsAtOnce_GivesWhatOneGives()
    {
        string[] typed = ["nurse", "registerd nurse", "fork lift", "python", "15-12", "driver", "n"];
        var expected = typed.Select(t => Search.Find(t)).ToList();

        var found = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (i, Hits: Search.Find(typed[i % typed.Length])))));

        Assert.All(found, f => Assert.Equal(expected[f.i % typed.Length], f.Hits));
    }
}
