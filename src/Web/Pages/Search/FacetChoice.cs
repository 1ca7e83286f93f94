namespace Trellis.Web.Pages.Search;

/// <summary>A choice of a facet: its name, how many hits it has, and the address that makes it or takes it back.</summary>
public sealed record FacetChoice(string Name, int Count, string Address, bool IsChosen);
