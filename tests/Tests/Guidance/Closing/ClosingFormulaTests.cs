using Trellis.Core.Competencies;
using Trellis.Core.Guidance;
using Trellis.Core.Guidance.Closing;
using Trellis.Core.Text;
using Trellis.Core.Training;
using Xunit;

namespace Trellis.Tests.Guidance.Closing;

/// <summary>docs/formulas.md, "Closing a gap" and "Smallest combination". Numbers are worked out by hand.</summary>
public sealed class ClosingFormulaTests
{
    private static readonly GapRow Medicine = Row(TestSkills.Medicine, "Medicine and Dentistry", 1, 4, 1), Reading = Row(TestSkills.Reading, "Reading", 0.5, 3, 1);

    [Fact]
    public void Gaps_OfAProgram_AreClosedByItsStrongestEvidence()
    {
        var cover = new GapCover(TestSkills.Table(), [Medicine, Reading], []);

        // Words: the whole gap of 3 × 1 × 0.8. The nurse needs reading 4, of which 3 are asked: 2 × 0.5 × 0.6.
        var named = cover.Gaps("the dentistry of medicines", [new("29-1000", "Nurse", ProgramReasonKind.NamedByProvider)]);
        Assert.Equal([(TestSkills.Medicine, 3, CoverEvidence.Words, 2.4), (TestSkills.Reading, 2, CoverEvidence.NamedOccupation, 0.6)],
            named.Select(c => (c.Gap.Requirement.Id, c.Levels, c.Evidence, Math.Round(c.Value, 9))));
        Assert.All(named, c => Assert.True(c.IsWhole));

        // The mechanic needs reading 2: one level of two, and that only by the field of study.
        var field = Assert.Single(cover.Gaps("nothing", [new("49-1000", "Mechanic", ProgramReasonKind.Crosswalk)]));
        Assert.Equal((1.0, CoverEvidence.FieldOfStudy, 0.2, false), (field.Levels, field.Evidence, Math.Round(field.Value, 9), field.IsWhole));
        Assert.Empty(cover.Gaps("nothing", [new("99-9999", "Nobody", ProgramReasonKind.NamedByProvider)]));
    }

    [Fact]
    public void Known_OfAProgram_IsWhatThePersonHasAndItTeaches()
    {
        var cover = new GapCover(TestSkills.Table(), [], [Row(TestSkills.Reading, "Reading", 1, 3, 3), Row(TestSkills.Repairing, "Repairing", 1, 2, 3)]);

        Assert.Equal([TestSkills.Reading], cover.Known("", [new("29-1000", "Nurse", ProgramReasonKind.NamedByProvider)]).Select(k => k.Requirement.Id));
        Assert.Equal([TestSkills.Repairing], cover.Known("repair of cars", []).Select(k => k.Requirement.Id));
    }

    [Fact]
    public void Gap_OfAStatement_IsClosedUpToTheMeanOfItsElements()
    {
        var statement = Row("s1", "Greets every customer", 1, 4, 1);
        var cover = new GapCover(TestSkills.Table(), [statement], [], new Dictionary<string, IReadOnlyList<string>> { ["s1"] = [TestSkills.Reading, TestSkills.Repairing, "9.Z"] });

        // The mechanic needs reading 2 and repairing 4, in the mean 3; the element that no release has counts for nothing.
        var covered = Assert.Single(cover.Gaps("nothing", [new("49-1000", "Mechanic", ProgramReasonKind.NamedByProvider)]));
        Assert.Equal((2.0, 1.2), (covered.Levels, Math.Round(covered.Value, 9)));
        // Repairing is not relevant to the nurse, so that she needs it at level 0: with reading 4 in the mean 2.
        Assert.Equal(1, Assert.Single(cover.Gaps("nothing", [new("29-1000", "Nurse", ProgramReasonKind.NamedByProvider)])).Levels);
    }

    [Theory]
    [InlineData(ProgramFormat.InPerson, 20.0, true, true, "Distance True, Evening True, ChildCare True")]
    [InlineData(ProgramFormat.InPerson, 20.1, false, false, "Distance False, Evening False, ChildCare False")]
    [InlineData(ProgramFormat.InPerson, null, null, null, "Distance , Evening , ChildCare ")]
    [InlineData(ProgramFormat.Online, null, false, false, "Distance True, Evening False")]
    public void Limits_OfAPerson_AreMetBrokenOrUnknown(ProgramFormat format, double? miles, bool? evening, bool? childCare, string expected)
    {
        var program = new TrainingProgram { ReleaseKey = 1, Id = "p", ProviderId = "q", Name = "N", Format = format, HasEvening = evening, HasChildCare = childCare };
        var person = new Constraints { Place = "07102", Miles = 20, Schedules = Schedules.Evenings | Schedules.Weekends, NeedsChildCare = true };

        Assert.Equal(expected, string.Join(", ", ProgramLimits.Of(person, program, miles).Select(l => $"{l.Kind} {l.IsMet}")));
        Assert.Empty(ProgramLimits.Of(new() { Place = "07102", Schedules = Schedules.Evenings | Schedules.Days }, program, miles));
    }

    [Fact]
    public void Set_OfFewestAndOfLeastCost_Differ()
    {
        // One dear program covers all; two cheap ones do together.
        CoverChoice[] choices = [new(0b0011, 10), new(0b1100, 20), new(0b1111, 100), new(0b0110, 1)];

        Assert.Equal([2], SmallestSet.Of(choices, fewest: true));
        Assert.Equal([0, 1], SmallestSet.Of(choices, fewest: false));
        Assert.Empty(SmallestSet.Of([new(0, 1)], fewest: true));
    }

    [Fact]
    public void Set_OfRandomChoices_IsWhatAnExhaustiveSearchFinds()
    {
        var random = new Random(5);
        for (var round = 0; round < 40; round++)
        {
            var choices = Enumerable.Range(0, random.Next(1, 9)).Select(_ => new CoverChoice((uint)random.Next(1, 64) << 3, random.Next(1, 20))).ToList();
            var all = choices.Aggregate(0u, (bits, c) => bits | c.Covers);
            var covering = Enumerable.Range(1, (1 << choices.Count) - 1).Select(m => choices.Where((_, i) => (m >> i & 1) == 1).ToList())
                .Where(s => s.Aggregate(0u, (bits, c) => bits | c.Covers) == all).ToList();

            Assert.Equal(covering.Min(s => (s.Count, s.Sum(c => c.Cost))), Measured(SmallestSet.Of(choices, fewest: true), choices, all));
            Assert.Equal(covering.Min(s => s.Sum(c => c.Cost)), Measured(SmallestSet.Of(choices, fewest: false), choices, all).Cost);
        }
    }

    [Fact]
    public void Set_OfMoreThanTwelve_CoversThemAll()
    {
        var choices = Enumerable.Range(0, 16).Select(i => new CoverChoice(1u << i, 1)).Append(new(0xFFF0, 30)).ToList();

        Assert.Equal([0, 1, 2, 3, 16], SmallestSet.Of(choices, fewest: true));
        Assert.Equal(16, SmallestSet.Of(choices, fewest: false).Count);
    }

    private static (int Count, double Cost) Measured(IReadOnlyList<int> chosen, List<CoverChoice> choices, uint all)
    {
        Assert.Equal(all, chosen.Aggregate(0u, (bits, c) => bits | choices[c].Covers));
        return (chosen.Count, chosen.Sum(c => choices[c].Cost));
    }

    private static GapRow Row(string id, string name, double weight, double asked, double level) =>
        new(new(id, LanguageText.Of("en", name), LanguageText.Of("en", "Group"), weight, asked), new(level, LevelOrigin.Rated));
}
