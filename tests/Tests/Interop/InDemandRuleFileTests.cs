using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Core.Text;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Interop;

/// <summary>Files of in-demand rules: docs/in-demand-rules.md.</summary>
public sealed class InDemandRuleFileTests
{
    private const string Sound = """
        format: 1
        rules:
          - name: mill-towns
            version: "3"
            title: { en: Mill towns, es: Pueblos fabriles }
            words: { en: Much work., es: Mucho trabajo. }
            citation: A test
            effective: 2026-03-01
            horizons: ["2", "10"]
            scope: { measure: employment, is: at-least, value: 50 }
            labels:
              in-demand: { en: Wanted, es: Buscada }
              not-in-demand: { en: Not wanted, es: No buscada }
            findings:
              - name: paid
                title: { en: Paid, es: Pagada }
                when: { measure: median-wage, is: at-least, value: 41500.50 }
              - name: grows
                title: { en: Grows, es: Crece }
                when: { every-horizon: { measure: annual-growth, is: above, value: 80 %, of: area } }
            decide:
              - label: in-demand
                when:
                  at-least: 2
                  of:
                    - finding: paid
                    - finding: grows
                    - { measure: annual-openings, is: at-most, value: 7, horizon: "10" }
              - label: not-in-demand
            marks:
              - name: rare
                title: { en: Rare, es: Rara }
                when: { any: [{ measure: location-quotient, is: below, value: 0.5 }] }
        """;

    [Fact]
    public void File_ThatIsSound_BecomesRules()
    {
        var rule = Assert.Single(InDemandRules.Parse("mill.yaml", Sound));

        Assert.Equal(("mill-towns", "3", "2026-03-01", "A test"), (rule.Name, rule.Version, rule.Effective, rule.Citation));
        Assert.Equal(("Much work.", "Mucho trabajo.", "Buscada"), (rule.Words.In("en"), rule.Words.In("es"), rule.Labels[DemandLabel.InDemand].In("es")));
        Assert.Equal(["2", "10"], rule.Horizons.Select(h => h.Name));
        Assert.Equal(new Condition(Measure.Employment, Comparison.AtLeast, 50, Yardstick.None), rule.Scope);
        // Dollars there, cents here.
        Assert.Equal(new Condition(Measure.MedianWage, Comparison.AtLeast, 4_150_050, Yardstick.None), rule.Findings[0].When);
        Assert.Equal(new InHorizons(true, new Condition(Measure.AnnualGrowth, Comparison.Above, 0.8, Yardstick.Area)), rule.Findings[1].When);
        var group = Assert.IsType<Group>(rule.Decisions[0].When);
        Assert.Equal((2, 3), (group.Least, group.Parts.Count));
        Assert.Equal(new Condition(Measure.AnnualOpenings, Comparison.AtMost, 7, Yardstick.None) { Horizon = Horizon.Parse("10") }, group.Parts[2]);
        Assert.Equal(new(DemandLabel.NotInDemand, null), rule.Decisions[1]);
        Assert.True(Assert.IsType<Group>(Assert.Single(rule.Marks).When).IsAll);
    }

    [Theory]
    [InlineData("format: 1", "format: 2", "unknown-format", 1)]
    [InlineData("name: mill-towns", "name: Mill Towns", "bad-name", 3)]
    [InlineData("    version: \"3\"\n", "", "missing-part", 3)]
    [InlineData("version: \"3\"", "version: [3]", "not-a-text", 4)]
    [InlineData("citation:", "cite:", "missing-part unknown-name", 3, 7)]
    [InlineData("{ en: Mill towns, es: Pueblos fabriles }", "{ en: Mill towns }", "missing-part", 5)]
    [InlineData("2026-03-01", "March", "bad-date", 8)]
    [InlineData("[\"2\", \"10\"]", "[\"2\", \"ten\"]", "bad-horizon unknown-horizon", 9, 28)]
    [InlineData("measure: employment,", "measure: jobs,", "unknown-word", 10)]
    [InlineData("is: at-least, value: 50", "is: \">\", value: 50", "unknown-word", 10)]
    [InlineData("value: 50 }", "value: fifty }", "bad-number", 10)]
    [InlineData("value: 50 }", "value: 50, of: everybody }", "unknown-word", 10)]
    [InlineData("value: 50 }", "value: -0.5, of: area }", "bad-number", 10)]
    [InlineData("{ measure: employment, is: at-least, value: 50 }", "{ measure: employment-share, is: at-least, of: area }", "bad-reference", 10)]
    [InlineData("{ measure: employment, is: at-least, value: 50 }", "{ measure: annual-growth, is: at-least, value: 1 }", "missing-horizon", 10)]
    [InlineData("value: 50 }", "value: 50, horizon: \"10\" }", "unknown-horizon", 10)]
    [InlineData("      in-demand: {", "      hot: {", "unknown-word unknown-word", 12, 22)]
    [InlineData("name: grows", "name: paid", "name-twice unknown-finding", 18, 27)]
    [InlineData("every-horizon:", "some-horizon:", "unknown-criterion", 20)]
    [InlineData("at-least: 2", "at-least: 4", "bad-number", 24)]
    [InlineData("- finding: paid", "- finding: payed", "unknown-finding", 26)]
    [InlineData("- finding: paid", "- { finding: paid, measure: hires }", "unknown-criterion", 26)]
    [InlineData("      - label: not-in-demand\n", "", "bad-decision", 22)]
    [InlineData("any: [{ measure: location-quotient, is: below, value: 0.5 }]", "any: []", "not-a-list", 33)]
    [InlineData("version: \"3\"", "version: &v \"3\"", "not-a-rule-file", 4)]
    [InlineData("version: \"3\"", "version: \"3", "not-a-rule-file", 4)]
    public void File_WithAFault_IsRefusedWhereItIs(string was, string becomes, string codes, params int[] lines)
    {
        Assert.Contains(was, Sound, StringComparison.Ordinal);
        var broken = Sound.Replace("\r", "", StringComparison.Ordinal).Replace(was, becomes, StringComparison.Ordinal);

        var refusal = Assert.Throws<UnusableInputException>(() => InDemandRules.Parse("mill.yaml", broken));

        Assert.Equal(
            codes.Split(' ').Zip(lines, (c, l) => $"{c} mill.yaml, line {l}").Order(), refusal.Problems.Select(p => $"{p.Code} {p.Where}").Order());
        Assert.All(refusal.Problems, p => Assert.DoesNotContain("{", p.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void File_ThatIsEmptyOrAList_IsRefused()
    {
        Assert.Throws<UnusableInputException>(() => InDemandRules.Parse("mill.yaml", ""));
        Assert.Throws<UnusableInputException>(() => InDemandRules.Parse("mill.yaml", "- a\n- b\n"));
    }

    [Fact]
    public void Example_OfTheDocumentation_IsSound()
    {
        var page = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "in-demand-rules.md"), Utf8.Strict);

        var rule = Assert.Single(InDemandRules.Parse("in-demand-rules.md", page.Split("```")[1]["yaml".Length..]));

        Assert.Equal("mill-towns", rule.Name);
        Assert.All(Enum.GetNames<Measure>(), m => Assert.Contains($"`{JsonNamingPolicy.KebabCaseLower.ConvertName(m)}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_ThatShip_AreWholeInBothLanguages()
    {
        var rules = InDemandRules.Read(ShippedModels.DataFolder);

        Assert.Equal(["trellis-default", "washington", "south-dakota", "tennessee"], rules.Select(r => r.Name));
        Assert.All(rules, r =>
        {
            Assert.All(r.Findings.Concat(r.Marks).Select(f => f.Title).Concat([r.Title, r.Words, r.Note!]).Concat(r.Labels.Values), t =>
            {
                Assert.Equal(["en", "es"], t.Languages);
                Assert.NotEqual(t.In("en"), t.In("es"));
            });
            Assert.NotEqual("", r.Version);
        });
    }
}
