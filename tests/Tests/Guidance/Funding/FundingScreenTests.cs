using Trellis.Core.Codes;
using Trellis.Core.Guidance.Funding;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Xunit;

namespace Trellis.Tests.Guidance.Funding;

/// <summary>docs/formulas.md, "Funding screener": the shipped rules over answers of people in plain cases, worked out from the cited law.</summary>
public sealed class FundingScreenTests
{
    private static readonly FundingRules Rules = FundingRuleFile.Read(ShippedModels.DataFolder, Path.GetTempPath() + "none-here");

    [Theory]
    // Nobody said anything: nothing is refused.
    [InlineData("", "priority-of-service", "Ask")]
    [InlineData("", "wioa-adult", "Ask")]
    // Veterans: a day of active service and a discharge other than dishonorable; training alone is none.
    [InlineData("service=day discharge=no", "priority-of-service", "Likely")]
    [InlineData("service=day discharge=yes spouse=none", "priority-of-service", "Unlikely")]
    [InlineData("service=training spouse=none", "priority-of-service", "Unlikely")]
    [InlineData("service=ninety", "priority-of-service", "Ask")]
    // Spouses, whatever they served themselves.
    [InlineData("service=no spouse=died", "priority-of-service", "Likely")]
    [InlineData("service=no spouse=missing", "priority-of-service", "Likely")]
    [InlineData("service=no spouse=total", "priority-of-service", "Likely")]
    [InlineData("service=no spouse=died-total", "priority-of-service", "Likely")]
    [InlineData("service=no spouse=none", "priority-of-service", "Unlikely")]
    // Adults: 18, and no job that one can live on; a full-time job leaves it open.
    [InlineData("age=18 work-allowed=yes work-now=no", "wioa-adult", "Likely")]
    [InlineData("age=17 work-allowed=yes work-now=no", "wioa-adult", "Unlikely")]
    [InlineData("age=40 work-allowed=yes work-now=full", "wioa-adult", "Ask")]
    // Laid off, with a place in the workforce, and not going back; or a closing; or a spouse who moved with the service.
    [InlineData("work-allowed=yes lost-job=laid-off unemployment-insurance=yes going-back=no", "wioa-dislocated", "Likely")]
    [InlineData("work-allowed=yes lost-job=laid-off unemployment-insurance=worked-long going-back=no", "wioa-dislocated", "Likely")]
    [InlineData("work-allowed=yes lost-job=laid-off unemployment-insurance=yes going-back=yes", "wioa-dislocated", "Unlikely")]
    [InlineData("work-allowed=yes lost-job=closing", "wioa-dislocated", "Likely")]
    [InlineData("work-allowed=yes lost-job=military-move", "wioa-dislocated", "Likely")]
    [InlineData("work-allowed=yes lost-job=none", "wioa-dislocated", "Unlikely")]
    // Out of school at 16 to 24: no diploma alone is enough, a diploma needs low income with low skills.
    [InlineData("work-allowed=yes age=19 in-school=no schooling=none", "wioa-youth-out", "Likely")]
    [InlineData("work-allowed=yes age=25 in-school=no schooling=none", "wioa-youth-out", "Unlikely")]
    [InlineData("work-allowed=yes age=22 in-school=no schooling=diploma basic-skills=yes income=9000 household=1", "wioa-youth-out", "Likely")]
    [InlineData("work-allowed=yes age=22 in-school=no schooling=diploma basic-skills=yes income=90000 household=1 benefits=none youth=none disability=no", "wioa-youth-out", "Unlikely")]
    [InlineData("work-allowed=yes age=16 in-school=yes income=9000 household=1 youth=foster", "wioa-youth-in", "Likely")]
    // 15,650 for one; 175 per cent of 21,150 for two is 37,012.50; 400 per cent is 84,600.
    [InlineData("schooling=diploma program=credit income=37012 household=2", "pell", "Likely")]
    [InlineData("schooling=diploma program=credit income=37013 household=2 benefits=none", "pell", "Ask")]
    [InlineData("schooling=diploma program=credit income=84601 household=2 benefits=none", "pell", "Unlikely")]
    [InlineData("schooling=bachelor program=credit income=9000 household=1", "pell", "Unlikely")]
    [InlineData("schooling=none program=credit benefits=snap", "ability-to-benefit", "Likely")]
    [InlineData("schooling=diploma program=short benefits=snap", "workforce-pell", "Likely")]
    [InlineData("schooling=diploma program=shorter benefits=snap", "workforce-pell", "Unlikely")]
    [InlineData("age=30 benefits=snap", "snap-et", "Likely")]
    [InlineData("age=30 benefits=tanf", "snap-et", "Unlikely")]
    [InlineData("trade=yes", "trade", "Likely")]
    [InlineData("trade=no", "trade", "Unlikely")]
    [InlineData("service=ninety-new discharge=no", "gi-bill", "Likely")]
    [InlineData("service=ninety discharge=no", "gi-bill", "Unlikely")]
    [InlineData("disability=yes", "vocational-rehabilitation", "Likely")]
    [InlineData("age=50 basic-skills=yes schooling=bachelor", "adult-education", "Likely")]
    [InlineData("age=20 work-allowed=yes program=on-the-job", "apprenticeship", "Likely")]
    [InlineData("farm-work=yes benefits=snap work-allowed=yes", "farmworker", "Likely")]
    public void Program_ForAPersonWhoSaysSo_IsAsTheLawReads(string answers, string program, string expected) =>
        Assert.Equal(expected, Screen(answers).Single(r => r.Program.Name == program).Answer.ToString());

    [Fact]
    public void Reasons_OfEachAnswer_AreTheRequirementsThatDecided()
    {
        var unlikely = Screen("work-allowed=yes lost-job=laid-off unemployment-insurance=yes going-back=yes").Single(r => r.Program.Name == "wioa-dislocated");
        var ask = Screen("service=ninety").Single(r => r.Program.Name == "priority-of-service");

        Assert.Contains("It is unlikely that you go back to the same kind of work", unlikely.Because.Select(b => b.Words.In("en")));
        Assert.DoesNotContain("You were or will be laid off", unlikely.Because.Select(b => b.Words.In("en")));
        Assert.Equal(["Your discharge was not dishonorable", "You are an eligible spouse of a veteran or service member"], ask.Because.Select(b => b.Words.In("en")));
    }

    [Theory]
    [InlineData("benefits=snap", true)]
    [InlineData("benefits=none basic-skills=no income=60000 household=1", false)]
    [InlineData("benefits=none", null)]
    public void First_AmongAdults_AreThoseOfLowIncomeOrSkills(string answers, bool? expected) =>
        Assert.Equal(expected, Screen(answers).Single(r => r.Program.Name == "wioa-adult").IsFirst);

    [Theory]
    [InlineData("age=-3")]
    [InlineData("age=ten")]
    [InlineData("age=99999999999")]
    [InlineData("schooling=doctor")]
    [InlineData("nonsense=yes")]
    public void Answers_ThatMakeNoSense_CountAsNone(string answers) => Assert.True(Answers(answers).IsEmpty);

    [Fact]
    public void Rules_OfARegion_ReplaceAndAddAndSayWhoSetThem()
    {
        var rules = FundingRuleFile.Parse("local.yaml", """
            format: 1
            by: Test Board
            programs:
              - { name: trade, title: { en: T, es: T }, gives: { en: G, es: G }, ask: { en: A, es: A }, citation: C, effective: "2026", requires: { requirement: low-income } }
              - { name: county, title: { en: T, es: T }, gives: { en: G, es: G }, ask: { en: A, es: A }, citation: C, effective: "2026", requires: { question: age, at-least: 60, words: { en: W, es: W } } }
            """, Rules);

        Assert.Equal(Rules.Programs.Count + 1, rules.Programs.Count);
        Assert.Equal(("Test Board", "Test Board", null), (rules.Programs.Single(p => p.Name == "trade").Local, rules.Programs[^1].Local, rules.Programs[0].Local));
        Assert.Equal(FundingAnswer.Likely, FundingScreen.Of(rules, Answers("age=60")).Single(r => r.Program.Name == "county").Answer);
    }

    [Theory]
    [InlineData("requires: { question: shoe-size, at-least: 4, words: { en: W, es: W } }", "unknown-question")]
    [InlineData("requires: { question: schooling, is: [doctor], words: { en: W, es: W } }", "unknown-choice")]
    [InlineData("requires: { question: age, at-least: many, words: { en: W, es: W } }", "bad-number")]
    [InlineData("requires: { requirement: nowhere }", "unknown-requirement")]
    [InlineData("requires: { sometimes: [] }", "unknown-criterion")]
    [InlineData("requires: { question: age, at-least: 4, words: { en: W } }", "missing-part")]
    public void Rule_WithAFault_IsToldWithItsLine(string requires, string code)
    {
        var yaml = "format: 1\nby: B\nprograms:\n  - name: x\n    title: { en: T, es: T }\n    gives: { en: G, es: G }\n    ask: { en: A, es: A }\n    citation: C\n    effective: \"2026\"\n    " + requires + "\n";

        var problem = Assert.Throws<UnusableInputException>(() => FundingRuleFile.Parse("x.yaml", yaml, Rules)).Problems[0];

        Assert.Equal((code, true), (problem.Code, problem.Where.StartsWith("x.yaml, line 10", StringComparison.Ordinal)));
    }

    private static IReadOnlyList<FundingResult> Screen(string answers) => FundingScreen.Of(Rules, Answers(answers));

    private static FundingAnswers Answers(string text)
    {
        var given = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=')).ToLookup(a => a[0], a => a[1], StringComparer.Ordinal);
        return FundingAnswers.Of(Rules.Questions, name => given[name]);
    }
}
