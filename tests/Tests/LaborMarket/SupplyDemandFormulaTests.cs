using System.Globalization;
using CsCheck;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Xunit;
using static Trellis.Tests.LaborMarket.FigureText;

namespace Trellis.Tests.LaborMarket;

/// <summary>docs/formulas.md, "Supply and demand". Codes are short in the tables: A is 51.0001, x is 29-0001.</summary>
public sealed class SupplyDemandFormulaTests
{
    [Theory]
    // One code over two occupations by their openings, another one whole to one of them.
    [InlineData("A=100 B=40", "Ax Ay Bx", "x=300 y=100", "x: 300-115=185 A75 B40", "y: 100-25=75 A25")]
    // The same row and the same code twice.
    [InlineData("A=60 A=40", "Ax Ax Ay", "x=300 y=100", "x: 300-75=225 A75", "y: 100-25=75 A25")]
    // Openings of one occupation are missing: the others share; that one says that somebody may be missing.
    [InlineData("A=100", "Ax Ay Az", "x=300 y=100 z=*", "x: 300-75=225 A75", "y: 100-25=75 A25", "z: *-*=* ?A")]
    [InlineData("A=100", "Ax Ay", "x=- y=*", "x: ---=- ?A", "y: *-*=* ?A")]
    // The only occupation of a code gets its people even so, and no gap.
    [InlineData("A=100", "Ax", "x=*", "x: *-100=* A100")]
    // No openings at all: equal shares.
    [InlineData("A=100", "Ax Ay", "x=0 y=0", "x: 0-50=-50 A50", "y: 0-50=-50 A50")]
    // Nobody is trained for y here, and z is taught nowhere.
    [InlineData("A=100", "Ax By ~z", "x=300 y=100 z=50", "x: 300-100=200 A100", "y: 100-0=100", "z: 50-na=na")]
    // A program without a number, beside one with and alone.
    [InlineData("A=100 A=*", "Ax", "x=300", "x: 300-100=200 A100 ?A")]
    [InlineData("A=-", "Ax", "x=300", "x: 300--=- ?A")]
    public void Balance_OfOccupations_IsOpeningsLessTheirShareOfPeople(string programs, string crosswalk, string openings, params string[] expected) =>
        Assert.Equal(expected, Balance(programs, crosswalk, openings).Occupations.Select(Text));

    [Theory]
    [InlineData("A=100", "Ax Ay", "x=300 y=100", "A Divided x0.75 ShareOfOpenings y0.25 ShareOfOpenings")]
    [InlineData("A=100", "Ax Ay", "x=300 y=*", "A Divided x1 OnlyOccupationWithOpenings without y")]
    [InlineData("A=100", "Ax Ay", "x=0 y=0", "A Divided x0.5 EqualShares y0.5 EqualShares")]
    [InlineData("A=100", "Ax", "x=1", "A Divided x1 OnlyOccupation")]
    [InlineData("A=100", "A~", "x=1", "A NoMatch")]
    [InlineData("A=100", "Bx", "x=1", "A NotInCrosswalk")]
    [InlineData("A=100", "Ax", "y=1", "A NoOpenings without x")]
    [InlineData("A=*", "Ax", "x=1", "A NoFigure")]
    public void Instruction_SaysWhereItsPeopleWentAndWhy(string programs, string crosswalk, string openings, string expected)
    {
        var code = Assert.Single(Balance(programs, crosswalk, openings).Instruction);

        Assert.Equal(expected, string.Concat(
            $"{Letter(code.Cip.Value, 'A')} {code.Placement}",
            string.Concat(code.Allotments.Select(a => string.Create(CultureInfo.InvariantCulture, $" {Letter(a.Soc.Value, 'x')}{a.Share} {a.Reason}"))),
            string.Concat(code.LeftOut.Select(l => $" without {Letter(l.Part.Value, 'x')}"))));
    }

    [Fact]
    public void Sums_OfAnArea_CountEveryOpeningAndEveryPersonOnce()
    {
        var balance = Balance("A=100 B=40 C=7", "Ax Ay Bx By C~", "x=300 y=100 z=*");

        Assert.Equal((400.0, 140.0, 7.0), (balance.Openings.Published, balance.Supply, balance.Unplaced));
        Assert.Equal("29-0003", Assert.Single(balance.Openings.Missing).Part);
    }

    [Fact]
    public void Supply_OfAnyArea_IsAllottedOnce()
    {
        var people = Gen.OneOf(Gen.Int[0, 500].Select(n => Figure.Of(n)), Gen.Const(Figure.Suppressed));
        var programs = Gen.Select(Gen.Int[1, 5], people, (cip, figure) => new ProgramSupply("p", Cip(cip), figure)).Array[0, 8];
        var crosswalk = Gen.Select(Gen.Int[1, 6], Gen.Int[1, 6], (cip, soc) => new CipSocMatch(Cip(cip), soc == 6 ? Soc(9999, "99") : Soc(soc))).Array[0, 15];
        var openings = people.Array[5].Select(figures => figures.Select((f, i) => (Soc: Soc(i + 1), Figure: f)).ToDictionary(p => p.Soc, p => p.Figure));
        Gen.Select(programs, crosswalk, openings).Sample((of, matches, demand) =>
        {
            var balance = SupplyDemand.Of(of, matches, demand);

            foreach (var code in balance.Instruction.Where(i => i.Placement == SupplyPlacement.Divided))
            {
                Assert.Equal(of.Where(p => p.Cip == code.Cip).Sum(p => p.People.Value ?? 0), code.Allotments.Sum(a => a.People), 1e-6);
                Assert.Equal(code.Allotments.Count, code.Allotments.Select(a => a.Soc).Distinct().Count());
                Assert.All(code.Allotments, a => Assert.Contains(new CipSocMatch(code.Cip, a.Soc), matches));
            }
            Assert.Equal(of.Sum(p => p.People.Value ?? 0), balance.Supply + balance.Unplaced, 1e-6);
            Assert.Equal(balance.Supply, balance.Occupations.Sum(o => o.Supply.Value ?? 0), 1e-6);
        });
    }

    private static SupplyDemandBalance Balance(string programs, string crosswalk, string openings) => SupplyDemand.Of(
        Pairs(programs).Select((p, i) => new ProgramSupply($"program {i}", Cip(p.Code - 'A' + 1), p.Figure)),
        crosswalk.Split(' ').Select(m => new CipSocMatch(
            m[0] == '~' ? Cip(9999, "99") : Cip(m[0] - 'A' + 1), m[1] == '~' ? Soc(9999, "99") : Soc(m[1] - 'x' + 1))),
        Pairs(openings).ToDictionary(p => Soc(p.Code - 'x' + 1), p => p.Figure));

    private static string Text(OccupationBalance of) => string.Create(CultureInfo.InvariantCulture,
            $"{Letter(of.Soc.Value, 'x')}: {of.Openings.Text()}-{of.Supply.Text()}={of.Gap.Text()}")
        + string.Concat(of.From.Select(a => string.Create(CultureInfo.InvariantCulture, $" {Letter(a.Cip.Value, 'A')}{a.People}")))
        + string.Concat(of.Incomplete.Select(m => $" ?{Letter(m.Part.Value, 'A')}"));

    private static IEnumerable<(char Code, Figure Figure)> Pairs(string text) => text.Split(' ').Select(p => (p[0], FigureOf(p[2..])));

    private static char Letter(string code, char first) => (char)(first + code[^1] - '1');

    private static CipCode Cip(int number, string family = "51") => CipCode.TryParse($"{family}.{number:0000}", out var code) ? code : throw new ArgumentOutOfRangeException(nameof(number));

    private static SocCode Soc(int number, string major = "29") => SocCode.TryParse($"{major}-{number:0000}", out var code) ? code : throw new ArgumentOutOfRangeException(nameof(number));
}
