using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "Shift-share".</summary>
public sealed class ShiftShareFormulaTests
{
    [Theory]
    [InlineData("200 260", "10000 11000", "100000 105000", "10 10 40 60")]
    [InlineData("1000 800", "50000 45000", "1000000 1020000", "20 -120 -100 -200")]
    [InlineData("0 50", "10000 11000", "100000 105000", "0 0 50 50")] // new to the area
    [InlineData("50 0", "10000 11000", "100000 105000", "2.5 2.5 -55 -50")] // gone from it
    [InlineData("200 260", "0 11000", "100000 105000", "na na na 60")]
    [InlineData("* 260", "10000 11000", "100000 105000", "* * * *")]
    [InlineData("200 260", "- 11000", "100000 105000", "- - - 60")]
    public void Parts_OfAChange_AreNationalMixAndLocal(string local, string industry, string nation, string expected) =>
        Assert.Equal(expected, Text(Of(local, industry, nation)));

    [Fact]
    public void Missing_NamesEveryNumberThatIsNotThere() => Assert.Equal(
        ["LocalEnd Suppressed", "NationalIndustryStart NotReported", "NationalEnd NotReported"],
        Of("200 *", "- 11000", "100000 -").Missing.Select(m => $"{m.Part} {m.State}"));

    [Theory]
    [InlineData("33 40", "300 331", "1000 1017", "1 3 3 7")] // 0.561, 2.849, 3.59: rounded one by one they would make 8
    [InlineData("* 40", "300 331", "1000 1017", "* * * *")]
    public void Rounded_ToWholeJobs_StillAddsToTheChange(string local, string industry, string nation, string expected) =>
        Assert.Equal(expected, Text(Of(local, industry, nation).Rounded()));

    [Fact]
    public void Parts_OfAnyChange_AddToIt() => Gen.Select(Gen.Double[0, 1e6].Array[2], Gen.Double[1, 1e7].Array[4]).Sample((local, others) =>
    {
        var exact = ShiftShare.Of(Pair(local[0], local[1]), Pair(others[0], others[1]), Pair(others[2], others[3]));

        Assert.Equal(local[1] - local[0], Sum(exact), 1e-9 * (1 + Math.Abs(exact.NationalShare.Value!.Value) + Math.Abs(exact.LocalShare.Value!.Value)));
        var rounded = exact.Rounded();
        Assert.Equal(rounded.Change.Value!.Value, Sum(rounded));
    });

    private static double Sum(ShiftShare parts) => parts.NationalShare.Value!.Value + parts.IndustryMix.Value!.Value + parts.LocalShare.Value!.Value;

    private static EmploymentChange Pair(double start, double end) => new(Figure.Of(start), Figure.Of(end));

    private static ShiftShare Of(string local, string industry, string nation) => ShiftShare.Of(Pair(local), Pair(industry), Pair(nation));

    private static EmploymentChange Pair(string numbers) => new(Figures(numbers)[0], Figures(numbers)[1]);

    private static string Text(ShiftShare parts) =>
        string.Join(' ', parts.NationalShare.Text(), parts.IndustryMix.Text(), parts.LocalShare.Text(), parts.Change.Text());
}
