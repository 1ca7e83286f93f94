using Trellis.Core.LaborMarket;
using Trellis.Core.Training;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>Openings of an occupation in a year against the people trained for it, each counted once.</summary>
/// <param name="IsIncomplete">Whether somebody's number is not known, so that the supply is at least, and the gap at most, what is given.</param>
public sealed record SupplyResource(string Soc, string? Title, FigureResource Openings, FigureResource Supply, FigureResource Gap, bool IsIncomplete)
{
    public required IReadOnlyList<AllotmentResource> From { get; init; }

    public static SupplyResource Of(AreaSupply supply, OccupationBalance balance) => new(
        balance.Soc.Value, supply.Titles.GetValueOrDefault(balance.Soc), FigureResource.Of(balance.Openings), FigureResource.Of(balance.Supply), FigureResource.Of(balance.Gap), balance.Incomplete.Count > 0)
    {
        From = [.. balance.From.Select(f => AllotmentResource.Of(supply, f))],
    };
}

/// <summary>People of a field of study who count for an occupation, their share of the field from 0 to 1, and why.</summary>
public sealed record AllotmentResource(string Cip, string? Field, string Soc, string? Title, double People, double Share, string Reason)
{
    public static AllotmentResource Of(AreaSupply supply, Allotment part) => new(
        part.Cip.Value, supply.Fields.GetValueOrDefault(part.Cip), part.Soc.Value, supply.Titles.GetValueOrDefault(part.Soc), part.People, part.Share, ApiAnswer.Word(part.Reason));
}

/// <summary>A field of study, how many people complete it in a year, and where they were placed.</summary>
public sealed record FieldSupplyResource(string Cip, string? Field, double? People, int Programs, int ProgramsWithoutNumber, string Placement)
{
    public required IReadOnlyList<AllotmentResource> Among { get; init; }

    public static FieldSupplyResource Of(AreaSupply supply, InstructionSupply field) => new(
        field.Cip.Value, supply.Fields.GetValueOrDefault(field.Cip), field.People.Published, field.People.Parts, field.People.Missing.Count, ApiAnswer.Word(field.Placement))
    {
        Among = [.. field.Allotments.Select(a => AllotmentResource.Of(supply, a))],
    };
}
