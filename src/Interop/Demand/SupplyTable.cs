using Trellis.Core.LaborMarket;
using Trellis.Core.Training;

namespace Trellis.Interop.Demand;

/// <summary>Supply and demand as a table for spreadsheets: an occupation in each row, with the fields of study that its people come from.</summary>
public static class SupplyTable
{
    private static readonly string[] Headings =
        ["soc", "occupation", "openings a year", "people trained a year", "gap", "from fields of study", "fields whose people are not all known", "sources"];

    public static OutgoingTable Of(AreaSupply supply, IEnumerable<OccupationBalance> balances)
    {
        var sources = string.Join("; ", supply.Releases.DistinctBy(r => r.Key).Select(r => $"{r.Title}, {r.Period}"));
        return new("Supply and demand", Headings, [.. balances.Select(Row)]);

        IReadOnlyList<OutgoingCell> Row(OccupationBalance balance) =>
        [
            balance.Soc.Value, supply.Titles.GetValueOrDefault(balance.Soc), OutgoingCell.Of(balance.Openings), OutgoingCell.Of(balance.Supply), OutgoingCell.Of(balance.Gap),
            string.Join("; ", balance.From.Select(f => FormattableString.Invariant($"{f.Cip} {supply.Fields.GetValueOrDefault(f.Cip)}: {f.People:0.##}"))),
            string.Join("; ", balance.Incomplete.Select(m => m.Part.Value)), sources,
        ];
    }
}
