using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>Supply and demand of an area: each occupation, each code of instruction, and sums in which nobody counts twice.</summary>
public sealed record SupplyDemandBalance(IReadOnlyList<OccupationBalance> Occupations, IReadOnlyList<InstructionSupply> Instruction)
{
    /// <summary>Annual openings of all occupations; those without a number are named in it.</summary>
    public SumOfParts Openings { get; } = SumOfParts.Of(Occupations.Select(o => (o.Soc.Value, o.Openings)));

    /// <summary>People who were divided among occupations.</summary>
    public double Supply { get; } = Instruction.SelectMany(i => i.Allotments).Sum(a => a.People);

    /// <summary>People whose code leads to no occupation whose openings are known. With <see cref="Supply"/>, everybody.</summary>
    public double Unplaced { get; } = Instruction.Where(i => i.Placement != SupplyPlacement.Divided).Sum(i => i.People.Published ?? 0);
}

/// <summary>
/// Trained people and openings of one occupation in a year. Supply is zero where programs lead to it elsewhere but nobody is trained
/// here, and not applicable where no program leads to it at all.
/// </summary>
/// <param name="From">Which code gave how many, and why; together the supply.</param>
/// <param name="Incomplete">Codes that lead here of which somebody is not known, so that the supply is at least what it says.</param>
public sealed record OccupationBalance(
    SocCode Soc, Figure Openings, Figure Supply, IReadOnlyList<Allotment> From, IReadOnlyList<MissingPart<CipCode>> Incomplete)
{
    /// <summary>Openings less trained people: above zero where people are missing. At most this where supply is incomplete.</summary>
    public Figure Gap { get; } = Difference(Openings, Supply);

    private static Figure Difference(Figure openings, Figure supply)
    {
        var missing = MissingParts.Of(("openings", openings), ("supply", supply));
        return missing.Count > 0 ? MissingParts.Result(missing) : Figure.Of(openings.Value!.Value - supply.Value!.Value);
    }
}

/// <summary>Why an occupation got its share of the people of a code of instruction.</summary>
public enum AllotmentReason
{
    /// <summary>The code leads to no other occupation.</summary>
    OnlyOccupation,

    /// <summary>By its share of the openings of all occupations of the code.</summary>
    ShareOfOpenings,

    /// <summary>The code leads to others too, but the openings of this one alone are known.</summary>
    OnlyOccupationWithOpenings,

    /// <summary>None of the occupations has openings, so that each gets the same.</summary>
    EqualShares,
}

/// <summary>People of one code of instruction who count for one occupation; fractions of people are kept.</summary>
/// <param name="Share">Of the people of the code, from 0 to 1.</param>
public sealed record Allotment(CipCode Cip, SocCode Soc, double People, double Share, AllotmentReason Reason);
