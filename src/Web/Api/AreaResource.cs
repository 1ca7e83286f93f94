using Trellis.Core.LaborMarket;

namespace Trellis.Web.Api;

/// <summary>A place that figures are about: a nation, state, metropolitan area, county or named region.</summary>
public sealed record AreaResource(string Code, string Kind, string Name, string? State)
{
    public static AreaResource Of(Area area) => new(area.Code, ApiAnswer.Word(area.Kind), area.Name, area.State);
}
