using Trellis.Core.Codes;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// Trained people against annual openings, through a crosswalk in which many programs lead to many occupations:
/// docs/formulas.md, "Supply and demand". Nobody is counted twice: the people of one code are divided among its occupations. Pure.
/// </summary>
public static class SupplyDemand
{
    /// <summary>The balance of an area.</summary>
    /// <param name="programs">Every program of the area; several may have one code.</param>
    /// <param name="crosswalk">All rows; the same row twice counts once.</param>
    /// <param name="openings">
    /// Annual openings of every occupation of the area. A part of them would take people from the occupations left out.
    /// </param>
    public static SupplyDemandBalance Of(
        IEnumerable<ProgramSupply> programs, IEnumerable<CipSocMatch> crosswalk, IReadOnlyDictionary<SocCode, Figure> openings)
    {
        var matches = crosswalk.Distinct().ToLookup(m => m.Cip);
        var instruction = programs.GroupBy(p => p.Cip).OrderBy(g => g.Key.Value, StringComparer.Ordinal)
            .Select(g => Divide(g.Key, SumOfParts.Of(g.Select(p => (p.Program, p.People))), [.. matches[g.Key]], openings)).ToList();
        var taught = matches.SelectMany(g => g).Where(m => !m.IsNoMatch).Select(m => m.Soc).ToHashSet();
        var from = instruction.SelectMany(i => i.Allotments).ToLookup(a => a.Soc);
        var incomplete = instruction.SelectMany(i => i.Incomplete.Select(m => (Soc: m.Part, Cip: new MissingPart<CipCode>(i.Cip, m.State))))
            .ToLookup(p => p.Soc, p => p.Cip);
        var occupations = openings.OrderBy(o => o.Key.Value, StringComparer.Ordinal).Select(o => new OccupationBalance(
            o.Key, o.Value, taught.Contains(o.Key) ? Total([.. from[o.Key]], [.. incomplete[o.Key]]) : Figure.NotApplicable,
            [.. from[o.Key]], [.. incomplete[o.Key]]));
        return new([.. occupations], instruction);
    }

    private static InstructionSupply Divide(
        CipCode cip, SumOfParts people, List<CipSocMatch> matches, IReadOnlyDictionary<SocCode, Figure> openings)
    {
        List<SocCode> targets = [.. matches.Where(m => !m.IsNoMatch).Select(m => m.Soc).OrderBy(s => s.Value, StringComparer.Ordinal)];
        var supply = new InstructionSupply(cip, people, targets);
        if (targets.Count == 0)
            return supply with { Placement = matches.Count > 0 ? SupplyPlacement.NoMatch : SupplyPlacement.NotInCrosswalk };
        if (people.Published is not { } number)
            return supply with { Placement = SupplyPlacement.NoFigure };
        // The only occupation of a code gets all of its people, whether or not its openings are known.
        if (targets is [var only] && openings.ContainsKey(only))
            return supply with { Allotments = [new(cip, only, number, 1, AllotmentReason.OnlyOccupation)] };
        var counted = targets.Where(s => Weight(openings, s) is not null).ToList();
        return supply with
        {
            Placement = counted.Count > 0 ? SupplyPlacement.Divided : SupplyPlacement.NoOpenings,
            Allotments = Shares(cip, number, counted, openings),
            LeftOut = [.. targets.Except(counted).Select(s => new MissingPart<SocCode>(s, openings.GetValueOrDefault(s, Figure.NotReported).State))],
        };
    }

    private static List<Allotment> Shares(CipCode cip, double people, List<SocCode> targets, IReadOnlyDictionary<SocCode, Figure> openings)
    {
        var all = targets.Sum(s => Weight(openings, s)!.Value);
        var reason = targets.Count == 1 ? AllotmentReason.OnlyOccupationWithOpenings
            : all > 0 ? AllotmentReason.ShareOfOpenings : AllotmentReason.EqualShares;
        return [.. targets.Select(s => (Soc: s, Share: all > 0 ? Weight(openings, s)!.Value / all : 1.0 / targets.Count))
            .Select(t => new Allotment(cip, t.Soc, people * t.Share, t.Share, reason))];
    }

    private static Figure Total(List<Allotment> from, List<MissingPart<CipCode>> incomplete) =>
        from.Count > 0 || incomplete.Count == 0 ? Figure.Of(from.Sum(a => a.People)) : MissingParts.Result(incomplete);

    private static double? Weight(IReadOnlyDictionary<SocCode, Figure> openings, SocCode soc) =>
        openings.TryGetValue(soc, out var figure) && figure is { HasValue: true, State: FigureState.Value } ? Math.Max(0, figure.Value!.Value) : null;
}
