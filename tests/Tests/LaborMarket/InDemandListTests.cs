using Trellis.Core.Codes;
using Trellis.Core.LaborMarket.InDemand;
using Trellis.Interop.Models;
using Trellis.Interop.Reference;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "In-demand rules": lists with local overrides.</summary>
public sealed class InDemandListTests
{
    private static readonly InDemandRule SouthDakota = InDemandRules.Read(ShippedModels.DataFolder).Single(r => r.Name == "south-dakota");
    private static readonly AreaCode Area = AreaCode.State("46");

    // Openings of 10, 20 and 60 have a mean of 30; the fourth is suppressed.
    private static readonly Dictionary<SocCode, MarketFigures> Occupations = new()
    {
        [Soc("29-1141")] = Openings("60"),
        [Soc("11-1011")] = Openings("10"),
        [Soc("51-4041")] = Openings("20"),
        [Soc("49-3023")] = Openings("*"),
    };

    [Fact]
    public void List_WithoutOverrides_HoldsEveryOccupationInOrderOfCodes() => Assert.Equal(
        ["11-1011 NotInDemand", "29-1141 InDemand", "49-3023 ", "51-4041 NotInDemand"], Texts(List()));

    [Fact]
    public void List_ThatLacksData_SaysForWhichOccupations()
    {
        var list = List();

        Assert.Equal("49-3023", Assert.Single(list.NotJudged).Occupation.Value);
        Assert.Empty(list.OutOfScope);
        Assert.Equal((1, 2), (list.Count(DemandLabel.InDemand), list.Count(DemandLabel.NotInDemand)));
    }

    [Fact]
    public void Override_OfABoard_StandsBesideWhatTheRuleSays()
    {
        var list = List(Override("51-4041", DemandLabel.InDemand, 1), Override("49-3023", DemandLabel.InDemand, 1));

        Assert.Equal(["11-1011 NotInDemand", "29-1141 InDemand", "49-3023 InDemand", "51-4041 InDemand"], Texts(list));
        var machinists = list.Entries[3];
        Assert.Equal(DemandLabel.NotInDemand, machinists.Outcome.Label);
        Assert.Equal("A plant opens.", machinists.Override!.Why);
        Assert.Empty(list.NotJudged);
    }

    [Fact]
    public void Override_ThatIsLater_StandsInPlaceOfTheFormerAndNullEndsIt() => Assert.Equal(
        ["11-1011 Balanced", "29-1141 InDemand", "49-3023 ", "51-4041 NotInDemand"],
        Texts(List(
            Override("11-1011", DemandLabel.Balanced, 3), Override("11-1011", DemandLabel.InDemand, 1),
            Override("51-4041", DemandLabel.InDemand, 1), Override("51-4041", null, 2))));

    [Fact]
    public void Override_OfAnotherRuleAreaOrOccupation_ChangesNothing()
    {
        var list = List(
            Override("51-4041", DemandLabel.InDemand, 1, rule: "washington"), Override("51-4041", DemandLabel.InDemand, 1, area: "state-53"),
            Override("53-3032", DemandLabel.InDemand, 1));

        Assert.Equal(Texts(List()), Texts(list));
        Assert.Equal("53-3032", Assert.Single(list.Unused).Occupation);
    }

    private static InDemandList List(params InDemandOverride[] overrides) =>
        InDemandList.Of(SouthDakota, (Area, Openings("90")), Occupations, overrides);

    private static IEnumerable<string> Texts(InDemandList list) => list.Entries.Select(e => $"{e.Occupation} {e.Label}");

    private static InDemandOverride Override(string soc, DemandLabel? label, int day, string rule = "south-dakota", string area = "state-46") => new()
    {
        Rule = rule,
        RuleVersion = "2022",
        Area = area,
        Occupation = soc,
        Label = label,
        Who = "analyst",
        When = new(2026, 3, day, 0, 0, 0, TimeSpan.Zero),
        Why = "A plant opens.",
    };

    private static MarketFigures Openings(string figure) => new() { [Measure.AnnualOpenings, 10] = FigureOf(figure) };

    private static SocCode Soc(string text) => SocCode.TryParse(text, out var code) ? code : throw new ArgumentException(text, nameof(text));
}
