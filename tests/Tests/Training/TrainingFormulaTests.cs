using Trellis.Core.Codes;
using Trellis.Core.Training;
using Xunit;

namespace Trellis.Tests.Training;

/// <summary>docs/formulas.md: the sections about training, with numbers worked out by hand.</summary>
public sealed class TrainingFormulaTests
{
    /// <summary>"Total cost of a program". A letter stands for a figure without a number: n not reported, s suppressed.</summary>
    [Theory]
    [InlineData("1000", "400 50 550", "1000")]
    [InlineData("n", "400 50 550", "1000")]
    [InlineData("n", "0 0", "0")]
    [InlineData("n", "400 n 550", "n")]
    [InlineData("n", "s 50", "s")]
    [InlineData("s", "400 50", "450")]
    [InlineData("0", "n", "0")]
    public void TotalCost_OfParts_IsAsWorkedOut(string stated, string parts, string expected) =>
        Assert.Equal(Read(expected), TotalCost.Of(Read(stated), [.. parts.Split(' ').Select(Read)]));

    [Theory]
    [InlineData("400 n 550", 950.0)]
    [InlineData("n s", null)]
    public void AtLeast_OfParts_AddsWhatIsKnown(string parts, double? expected) => Assert.Equal(expected, TotalCost.AtLeast([.. parts.Split(' ').Select(Read)]));

    /// <summary>"Outcome rates".</summary>
    [Theory]
    [InlineData("n", "30", "40", "0.75")]
    [InlineData("0.8", "30", "40", "0.8")]
    [InlineData("n", "0", "10", "0")]
    [InlineData("n", "0", "0", "x")]
    [InlineData("n", "s", "40", "s")]
    [InlineData("n", "30", "s", "s")]
    [InlineData("n", "41", "40", "n")]
    [InlineData("n", "n", "40", "n")]
    [InlineData("s", "30", "40", "s")]
    public void Rate_OfACount_IsAsWorkedOut(string stated, string count, string of, string expected) =>
        Assert.Equal(Read(expected), OutcomeRate.Of(Read(stated), Read(count), Read(of)));

    [Fact]
    public void Count_BesideAWithheldRate_IsWithheld()
    {
        Assert.Equal(Figure.Suppressed, OutcomeRate.CountBeside(Figure.Suppressed, Figure.Of(3)));
        Assert.Equal(Figure.Of(3), OutcomeRate.CountBeside(Figure.Of(0.5), Figure.Of(3)));
    }

    /// <summary>"Distance between ZIP codes": one degree of a great circle is 69.09 miles; New York to Los Angeles is about 2,446.</summary>
    [Theory]
    [InlineData(40, -74, 40, -74, 0)]
    [InlineData(0, 0, 1, 0, 69.09)]
    [InlineData(0, 0, 0, 1, 69.09)]
    [InlineData(60, 0, 60, 1, 34.54)]
    [InlineData(40.7128, -74.0060, 34.0522, -118.2437, 2445.7)]
    public void Miles_BetweenTwoPoints_AreAsOnTheGlobe(double lat1, double long1, double lat2, double long2, double expected) =>
        Assert.Equal(expected, ZipPlaces.Miles(new(lat1, long1), new(lat2, long2)), tolerance: 0.5);

    [Fact]
    public void Places_AroundAZipCode_AreThoseWithinTheMiles()
    {
        var places = new ZipPlaces(new Dictionary<string, ZipPlace> { ["00001"] = new(40, -74), ["00002"] = new(40.1, -74), ["00003"] = new(41, -74) });

        Assert.Equal(["00001", "00002"], places.Within("00001", 10).Order());
        Assert.Empty(places.Within("99999", 10));
        Assert.Equal(6.9, places.Miles("00001", "00002")!.Value, tolerance: 0.05);
        Assert.Null(places.Miles("00001", "99999"));
    }

    /// <summary>"Best of compared programs".</summary>
    [Theory]
    [InlineData("10 20 30", true, "0")]
    [InlineData("10 20 30", false, "2")]
    [InlineData("10 30 30 n", false, "1 2")]
    [InlineData("10 n s x", true, "")]
    [InlineData("10 10", true, "")]
    [InlineData("0 5", true, "0")]
    public void Best_OfFigures_IsAsWorkedOut(string figures, bool isLowBest, string expected) =>
        Assert.Equal(expected, string.Join(' ', ProgramComparison.BestOf([.. figures.Split(' ').Select(Read)], isLowBest)));

    /// <summary>"Earnings of a year".</summary>
    [Theory]
    [InlineData("1000000", "4000000")]
    [InlineData("s", "s")]
    public void Year_OfAQuarter_IsFourTimesIt(string quarter, string expected) => Assert.Equal(Read(expected), YearlyEarnings.Of(Read(quarter)));

    [Theory]
    [InlineData("5000000", "4000000", 0.25)]
    [InlineData("3000000", "4000000", -0.25)]
    [InlineData("n", "4000000", null)]
    [InlineData("5000000", "n", null)]
    public void Above_TheMedian_IsAsWorkedOut(string year, string median, double? expected) => Assert.Equal(expected, YearlyEarnings.Above(Read(year), Read(median)));

    [Fact]
    public void Above_ATopCodedMedian_IsNotKnown() => Assert.Null(YearlyEarnings.Above(Figure.Of(1), Figure.TopCoded(1)));

    /// <summary>"Order of training programs".</summary>
    [Theory]
    [InlineData(ProgramOrder.Fit, "named near far other unknown")]
    [InlineData(ProgramOrder.Cost, "far near other named unknown")]
    [InlineData(ProgramOrder.Length, "near far named other unknown")]
    [InlineData(ProgramOrder.Employment, "far near named other unknown")]
    [InlineData(ProgramOrder.Earnings, "other named near far unknown")]
    [InlineData(ProgramOrder.Distance, "near far named other unknown")]
    public void Order_OfPrograms_IsAsWorkedOut(ProgramOrder order, string expected)
    {
        RankedProgram[] programs =
        [
            new(1, "unknown", "A"),
            new(1, "other", "B") { Fit = 1, Cost = 300, Weeks = 9, Earnings = 900 },
            new(1, "far", "C") { Fit = 1, Miles = 20, Cost = 100, Weeks = 5, Employment = 0.9 },
            new(1, "near", "D") { Fit = 1, Miles = 2, Cost = 200, Weeks = 4, Employment = 0.5 },
            new(1, "named", "E") { Fit = 2, Miles = 30, Cost = 400, Weeks = 8 },
        ];

        Assert.Equal(expected, string.Join(' ', ProgramRanking.Order(programs, order).Select(p => p.Id)));
        Assert.Equal(expected, string.Join(' ', ProgramRanking.Order(programs.Reverse(), order).Select(p => p.Id)));
    }

    private static Figure Read(string text) => text switch
    {
        "n" => Figure.NotReported,
        "s" => Figure.Suppressed,
        "x" => Figure.NotApplicable,
        _ => Figure.Of(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
    };
}
