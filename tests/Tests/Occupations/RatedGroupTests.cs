using Trellis.Core.Occupations;
using Trellis.Core.Occupations.Profile;
using Xunit;

namespace Trellis.Tests.Occupations;

/// <summary>docs/formulas.md, "Standardised rating" and "Difference of occupations", with numbers worked out by hand.</summary>
public sealed class RatedGroupTests
{
    private static readonly Dictionary<string, RatingScale> Scales = new[] { ("IM", 1.0, 5.0), ("LV", 0.0, 7.0), ("OI", 1.0, 7.0) }
        .ToDictionary(s => s.Item1, s => new RatingScale { ReleaseKey = 1, Id = s.Item1, Name = s.Item1, Lowest = s.Item2, Highest = s.Item3 });

    private static readonly Dictionary<string, ContentElement> Elements = new[] { "2.A.1.a", "2.A.1.b", "2.A.1.c", "1.B.1.a" }
        .ToDictionary(id => id, id => new ContentElement { ReleaseKey = 1, Id = id, Name = "Element " + id });

    [Theory]
    [InlineData(1, "IM", 0)]
    [InlineData(3, "IM", 50)]
    [InlineData(4.12, "IM", 78)]
    [InlineData(5, "IM", 100)]
    [InlineData(3.5, "LV", 50)]
    [InlineData(7, "OI", 100)]
    [InlineData(0.5, "IM", 0)]
    [InlineData(9, "IM", 100)]
    public void Standard_OfAValue_LiesBetweenTheEnds(double value, string scale, double expected) =>
        Assert.Equal(expected, Scales[scale].Standard(value), 9);

    [Fact]
    public void Standard_OnAScaleWithoutWidth_IsZero() =>
        Assert.Equal(0, new RatingScale { ReleaseKey = 1, Id = "X", Name = "X", Lowest = 3, Highest = 3 }.Standard(3));

    [Fact]
    public void Groups_OfRatings_LeaveOutTheUncertainAndCountThem()
    {
        var groups = RatedGroups.Of(
            [Rating("2.A.1.a", "IM", 3), Rating("2.A.1.a", "LV", 3.5), Rating("2.A.1.b", "IM", 5), Rating("2.A.1.c", "IM", 4, isUncertain: true), Rating("1.B.1.a", "OI", 4)],
            Elements, Scales);

        Assert.Equal([ElementGroup.Interests, ElementGroup.EssentialSkills], groups.Select(g => g.Group));
        var skills = groups[1];
        Assert.Equal(1, skills.Uncertain);
        Assert.Equal([("2.A.1.b", 100.0, (double?)null), ("2.A.1.a", 50.0, 50.0)], skills.Elements.Select(e => (e.Id, e.Score, e.LevelScore)));
    }

    [Fact]
    public void Groups_WithALevelThatIsNotRelevant_HaveNoLevelThere()
    {
        var groups = RatedGroups.Of([Rating("2.A.1.a", "IM", 2), Rating("2.A.1.a", "LV", 1, isNotRelevant: true)], Elements, Scales);

        Assert.Null(Assert.Single(Assert.Single(groups).Elements).LevelScore);
    }

    [Fact]
    public void Comparison_OfTwoOccupations_PutsTheWidestDifferenceFirst()
    {
        var welder = Profile([Rating("2.A.1.a", "IM", 2), Rating("2.A.1.b", "IM", 3)]);
        var nurse = Profile([Rating("2.A.1.a", "IM", 4), Rating("2.A.1.b", "IM", 3.2), Rating("2.A.1.c", "IM", 5)]);

        var group = Assert.Single(OccupationComparison.Of([welder, nurse]).Groups);

        Assert.False(group.ByLevel);
        Assert.Equal([("2.A.1.a", 50.0), ("2.A.1.b", 5.0), ("2.A.1.c", (double?)null)], group.Elements.Select(e => (e.Id, e.Difference is { } d ? Math.Round(d, 9) : (double?)null)));
        Assert.Equal([null, 100.0], group.Elements[2].Scores);
    }

    [Fact]
    public void Comparison_WhereAllHaveLevels_IsByLevelAndTakesNoLevelForNone()
    {
        var welder = Profile([Rating("2.A.1.a", "IM", 2), Rating("2.A.1.a", "LV", 0.7), Rating("2.A.1.b", "IM", 2)]);
        var nurse = Profile([Rating("2.A.1.a", "IM", 4), Rating("2.A.1.a", "LV", 4.2), Rating("2.A.1.b", "IM", 3), Rating("2.A.1.b", "LV", 2.1)]);

        var group = Assert.Single(OccupationComparison.Of([welder, nurse]).Groups);

        Assert.True(group.ByLevel);
        Assert.Equal([("2.A.1.a", 50.0), ("2.A.1.b", 30.0)], group.Elements.Select(e => (e.Id, Math.Round(e.Difference!.Value, 9))));
    }

    private static OccupationRating Rating(string element, string scale, double value, bool isUncertain = false, bool? isNotRelevant = null) => new()
    {
        ReleaseKey = 1,
        Code = "51-4121.00",
        ElementId = element,
        Scale = scale,
        Value = value,
        IsUncertain = isUncertain,
        IsNotRelevant = isNotRelevant,
    };

    private static OccupationProfile Profile(List<OccupationRating> ratings) => new()
    {
        Release = new() { Kind = "onet" },
        Occupation = new() { ReleaseKey = 1, Code = "51-4121.00", Soc = "51-4121", Title = "Welders" },
        Titles = [],
        Tasks = [],
        Ratings = RatedGroups.Of(ratings, Elements, Scales),
        Technologies = [],
        Education = [],
        Related = [],
        Activities = [],
    };
}
