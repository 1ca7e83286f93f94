using Trellis.Core.LaborMarket;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "Annual growth rate", "Job openings", "Entry wage" and "Sum over counties".</summary>
public sealed class ProjectionFormulaTests
{
    [Theory]
    [InlineData("1000 1210", 2, "0.1")]
    [InlineData("1000 1000", 10, "0")]
    [InlineData("1000 500", 1, "-0.5")]
    [InlineData("1000 0", 10, "-1")]
    [InlineData("0 500", 10, "na")]
    [InlineData("1000 1210", 0, "na")]
    [InlineData("* 1210", 2, "*")]
    [InlineData("1000 -", 2, "-")]
    [InlineData("1000 >=1210", 2, "-")]
    public void GrowthRate_OverYears_IsCompound(string numbers, int years, string expected) =>
        Assert.Equal(expected, GrowthRate.Annual(Figures(numbers)[0], Figures(numbers)[1], years).Text());

    [Theory]
    [InlineData("1000 1100", 10, "40 60", "10", "110")]
    [InlineData("1000 800", 10, "40 60", "-20", "80")] // jobs that go need not be filled again
    [InlineData("1000 100", 10, "20 30", "-90", "0")]
    [InlineData("169956.1 175167.9", 10, "8155 10187.1", "521.18", "18863.28")] // all occupations 2024-34 in thousands; BLS prints 18,863.3
    [InlineData("3391 3557.1", 10, "97.9 74.6", "16.61", "189.11")] // registered nurses; BLS prints 189.1
    [InlineData("1000 1100", 10, "* 60", "10", "*", "Exits Suppressed")]
    [InlineData("1000 -", 10, "40 *", "-", "*", "Growth NotReported", "Transfers Suppressed")]
    public void Openings_OfAYear_AreGrowthExitsAndTransfers(
        string employment, int years, string separations, string growth, string total, params string[] missing)
    {
        var openings = new JobOpenings(
            JobOpenings.GrowthOf(Figures(employment)[0], Figures(employment)[1], years), Figures(separations)[0], Figures(separations)[1]);

        Assert.Equal(growth, openings.Growth.Text());
        Assert.Equal(total, openings.Total.Text());
        Assert.Equal(missing, openings.Missing.Select(m => $"{m.Part} {m.State}"));
    }

    [Theory]
    [InlineData("1000 1300 1700", "1159")] // 525 + 563.33 + 70.83 = 1159.17
    [InlineData("1500 1500 1500", "1500")]
    [InlineData("1000 1300 >=1700", ">=1159")]
    [InlineData("1000 * 1700", "*")]
    [InlineData("1000 - >=1700", "-")]
    public void EntryWage_FromPercentiles_IsTheMeanOfTheLowestThird(string percentiles, string cents)
    {
        var of = Figures(percentiles);

        Assert.Equal(cents, EntryWage.Estimate(of[0], of[1], of[2]).Text());
    }

    [Theory]
    [InlineData("10 20 30", "60", "60", true)]
    [InlineData("10 * 30", "40", "*", false, "b Suppressed")]
    [InlineData("- 20 -", "20", "-", false, "a NotReported", "c NotReported")]
    [InlineData("- *", null, "*", false, "a NotReported", "b Suppressed")]
    [InlineData("10 >=20", "30", ">=30", true)]
    [InlineData("0 0", "0", "0", true)]
    [InlineData("", null, "na", false)]
    public void Sum_OverCounties_TellsWhatIsMissing(string parts, string? published, string whole, bool isWhole, params string[] missing)
    {
        var sum = SumOfParts.Of(Figures(parts).Select((f, i) => (((char)('a' + i)).ToString(), f)));

        Assert.Equal(published, sum.Published?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(whole, sum.Whole.Text());
        Assert.Equal(isWhole, sum.IsWhole);
        Assert.Equal(missing, sum.Missing.Select(m => $"{m.Part} {m.State}"));
        Assert.Equal(Figures(parts).Length, sum.Parts);
    }

    [Theory]
    [InlineData("10 20", "15", 2)]
    [InlineData("10 *", "10", 1)]
    [InlineData("* -", "*", 0)]
    [InlineData("", "-", 0)]
    public void Mean_OfYears_LeavesOutYearsWithoutANumberAndSaysSo(string years, string mean, int used)
    {
        var of = YearMean.Of(Figures(years));

        Assert.Equal((mean, used, Figures(years).Length), (of.Mean.Text(), of.YearsUsed, of.Years));
    }
}
