using Trellis.Core.LaborMarket;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "Location quotient".</summary>
public sealed class LocationQuotientFormulaTests
{
    [Theory]
    [InlineData("500 10000 2000 100000", "2.5")] // 5 % of the work here, 2 % there
    [InlineData("120 4000 3000 100000", "1")]
    [InlineData("10 4000 3000 100000", "0.0833")]
    [InlineData("0 4000 3000 100000", "0")]
    [InlineData("10 4000 0 100000", "na")]
    [InlineData("0 0 3000 100000", "na")]
    [InlineData("* 4000 3000 100000", "*", "IndustryHere Suppressed")]
    [InlineData("- 4000 * 100000", "*", "IndustryHere NotReported", "IndustryElsewhere Suppressed")]
    [InlineData("10 - 3000 na", "-", "WholeHere NotReported", "WholeElsewhere NotApplicable")]
    [InlineData(">=10 4000 3000 100000", "-", "IndustryHere TopCoded")]
    public void Quotient_OfFourNumbers_IsShareByShareOrNamesWhatIsMissing(string numbers, string expected, params string[] missing)
    {
        var of = Figures(numbers);

        var quotient = LocationQuotient.Of(new(of[0], of[1]), new(of[2], of[3]));

        Assert.Equal(expected, quotient.Quotient.Text());
        Assert.Equal(missing, quotient.Missing.Select(m => $"{m.Part} {m.State}"));
    }
}
