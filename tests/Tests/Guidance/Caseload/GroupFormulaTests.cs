using Trellis.Core.Codes;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Caseload.Groups;
using Trellis.Core.Guidance.Closing;
using Trellis.Core.Text;
using Xunit;

namespace Trellis.Tests.Guidance.Caseload;

/// <summary>docs/formulas.md, "What a group lacks", "Programs for a group" and "Small groups". Numbers are worked out by hand.</summary>
public sealed class GroupFormulaTests
{
    private static readonly Requirement Reading = new("r", Text("Reading"), Text("g"), 0.5, 4), Math1 = new("m", Text("Math"), Text("g"), 1, 2), Welding = new("w", Text("Welding"), Text("g"), 1, 3);

    [Fact]
    public void Lacks_OfAGroup_AreCountedByPeopleAndMeanShortfall()
    {
        var gaps = GroupGaps.Of([Member(1, "a", (Reading, 1), (Math1, 2)), Member(2, "a", (Reading, 3), (Math1, null)), Member(3, "b", (Reading, 4), (Welding, 0))]);

        // Reading: 3 and 1 levels short of 4, in the mean 2; the third has it. Welding: one, 3 levels. Math: one has it, one is not assessed.
        Assert.Equal([("r", 2, 3, 0, 1, 2.0), ("w", 1, 1, 0, 0, 3.0)], gaps.Lacks.Select(l => (l.Id, l.Lacking, l.Asked, l.NotAssessed, l.Have, l.MeanShortfall!.Value)));
        Assert.Equal([Id(1), Id(2)], gaps.Lacks[0].Who);
        Assert.Equal([("a", 2), ("b", 1)], gaps.Goals.Select(g => (g.Code, g.Who.Count)));
    }

    [Fact]
    public void Lacks_OfAsManyPeople_StandByShortfallThenById()
    {
        var gaps = GroupGaps.Of([Member(1, "a", (Welding, 1), (Math1, 0), (Reading, 1))]);

        Assert.Equal(["r", "m", "w"], gaps.Lacks.Select(l => l.Id));
        Assert.Empty(GroupGaps.Of([Member(1, "a", (Reading, null))]).Lacks);
        Assert.Empty(GroupGaps.Of([]).Goals);
    }

    [Fact]
    public void Programs_ForAGroup_AreThoseThatServeTwoOrMore()
    {
        // Of the first is missing 0.5 × 3 + 1 × 2 = 3.5, of the second 0.5 × 1 = 0.5, of the third 1 × 3 = 3.
        GroupMember[] members = [Member(1, "a", (Reading, 1), (Math1, 0)), Member(2, "a", (Reading, 3), (Math1, 2)), Member(3, "b", (Welding, 0))];
        var reading = Offer("reading", 100, ("a", "r", 4, CoverEvidence.Words));
        var welding = Offer("welding", 100, ("b", "w", 3, CoverEvidence.Words));

        var found = Assert.Single(GroupWays.Of(members, [welding, reading]));

        // 3 × 0.5 × 0.8 = 1.2 of 3.5, and 1 × 0.5 × 0.8 = 0.4 of 0.5.
        Assert.Equal((0.342857, 0.8, 0.0), (Rounded(members[0], reading), Rounded(members[1], reading), Rounded(members[2], reading)));
        Assert.Equal(("reading", 0.571429), (found.Program, Math.Round(found.MeanShare, 6)));
        Assert.Equal([Id(2), Id(1)], found.Who);
    }

    [Fact]
    public void Programs_OfTheSamePeople_StandByShareThenByCostUnknownLast()
    {
        GroupMember[] members = [Member(1, "a", (Reading, 1)), Member(2, "a", (Reading, 1))];
        GroupOffer[] offers =
        [
            Offer("unknown", null, ("a", "r", 4, CoverEvidence.NamedOccupation)), Offer("dear", 900, ("a", "r", 4, CoverEvidence.NamedOccupation)),
            Offer("cheap", 100, ("a", "r", 4, CoverEvidence.NamedOccupation)), Offer("best", null, ("a", "r", 4, CoverEvidence.Words)),
            // One level of three by a field of study is 1 × 0.4 / 3 = 0.13 of what is missing and serves; a third of a level is 0.05 and does not.
            Offer("field", 1, ("a", "r", 2, CoverEvidence.FieldOfStudy)), Offer("little", 1, ("a", "r", 1.34, CoverEvidence.FieldOfStudy)),
        ];

        Assert.Equal(["best", "cheap", "dear", "unknown", "field"], GroupWays.Of(members, offers).Select(p => p.Program));
    }

    [Theory]
    [InlineData("9 0 6", "---")]
    [InlineData("3 9 20", "xx-")]
    [InlineData("3 4 20", "xx-")]
    [InlineData("3 0 5", "xxx")]
    [InlineData("12 1 1", "xxx")]
    [InlineData("12 4 4", "-xx")]
    [InlineData("4 5 0", "xxx")]
    [InlineData("0 0 7", "---")]
    public void Parts_OfAKnownTotal_AreWithheldUntilNobodyCanBeFoundOut(string parts, string expected)
    {
        int[] people = [.. parts.Split(' ').Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture))];
        var withheld = SmallGroups.Withheld(people);

        Assert.Equal(expected, string.Concat(withheld.Select(w => w ? 'x' : '-')));
        var hidden = people.Index().Where(p => withheld[p.Index]).ToList();
        Assert.True(hidden.Count is 0 or >= 2 && (hidden.Count == 0 || hidden.Sum(p => p.Item) >= SmallGroups.Least));
    }

    private static double Rounded(GroupMember member, GroupOffer offer) => Math.Round(GroupWays.Share(member, offer), 6);

    private static GroupOffer Offer(string program, double? cost, params (string Goal, string Id, double Level, CoverEvidence Evidence)[] taught) => new(program, cost is { } cents ? Figure.Of(cents) : Figure.NotReported)
    {
        Taught = taught.GroupBy(t => t.Goal).ToDictionary(g => g.Key, IReadOnlyDictionary<string, IReadOnlyList<TaughtLevel>> (g) =>
            g.GroupBy(t => t.Id).ToDictionary(i => i.Key, IReadOnlyList<TaughtLevel> (i) => [.. i.Select(t => new TaughtLevel(t.Level, t.Evidence, ""))])),
    };

    private static GroupMember Member(int number, string goal, params (Requirement Requirement, double? Level)[] levels) => new(Id(number), goal,
        GapAnalysis.Of(levels.Select(l => l.Requirement), r => levels.First(l => l.Requirement == r).Level is { } level ? new PersonLevel(level, LevelOrigin.Rated) : null));

    private static Guid Id(int number) => new(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);

    private static LanguageText Text(string text) => LanguageText.Of("en", text);
}
