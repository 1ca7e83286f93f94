namespace Trellis.Web.Pages.Shared;

/// <summary>A row of a heat map, and where its parts are listed.</summary>
public sealed record HeatRow(string Name, string? Address = null);

/// <summary>A cell of a heat map: how dark it is, from 0 to 1, and what stands in it; null where nothing is known.</summary>
public readonly record struct HeatCell(double? Share, string? Text);
