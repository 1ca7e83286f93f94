using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// People that a training program brings forth in a year (its completers, or its capacity), under its code of instruction.
/// <paramref name="Program"/> names it in the explanation.
/// </summary>
public sealed record ProgramSupply(string Program, CipCode Cip, Figure People);

/// <summary>A row of the crosswalk from instruction to occupations. Source: CIP 2020 to SOC 2018, NCES and BLS.</summary>
public readonly record struct CipSocMatch(CipCode Cip, SocCode Soc)
{
    /// <summary>Whether the row says that one side has no counterpart: the crosswalk writes 99.9999 or 99-9999 there.</summary>
    public bool IsNoMatch => Cip.Value == "99.9999" || Soc.Value == "99-9999";
}

/// <summary>Where the people of one code of instruction go.</summary>
public enum SupplyPlacement
{
    /// <summary>To the occupations of the code.</summary>
    Divided,

    /// <summary>Nowhere: the crosswalk says that the code leads to no occupation.</summary>
    NoMatch,

    /// <summary>Nowhere: the crosswalk does not have the code, or not in this edition.</summary>
    NotInCrosswalk,

    /// <summary>Nowhere: openings of none of its occupations are known, so that there is no share to divide by.</summary>
    NoOpenings,

    /// <summary>Nowhere: no program of the code has a number.</summary>
    NoFigure,
}

/// <summary>All programs of one code of instruction in an area, and how their people were divided among its occupations.</summary>
/// <param name="People">The sum over the programs; programs without a number are named in it.</param>
/// <param name="Occupations">What the crosswalk names for the code.</param>
public sealed record InstructionSupply(CipCode Cip, SumOfParts People, IReadOnlyList<SocCode> Occupations)
{
    public SupplyPlacement Placement { get; init; }

    public IReadOnlyList<Allotment> Allotments { get; init; } = [];

    /// <summary>Occupations of the code that got nobody because their openings are not known.</summary>
    public IReadOnlyList<MissingPart<SocCode>> LeftOut { get; init; } = [];

    /// <summary>The occupations to whose supply somebody of this code may be missing, and what is not known.</summary>
    internal IEnumerable<MissingPart<SocCode>> Incomplete => People.Missing is [var first, ..]
        ? Occupations.Select(s => new MissingPart<SocCode>(s, first.State))
        : LeftOut;
}
