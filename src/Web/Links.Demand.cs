namespace Trellis.Web;

/// <content>Addresses of what is in demand, and of supply and demand.</content>
public static partial class Links
{
    public const string Demand = "/demand";
    public const string DemandOverride = "/demand/overrides";

    /// <summary>One occupation under a rule in an area, with the labels that the board has put in place.</summary>
    public static string DemandOf(string soc, string area, string rule, string? fault = null) =>
        $"{Demand}/{soc}?area={Uri.EscapeDataString(area)}&rule={Uri.EscapeDataString(rule)}" + (fault is null ? "" : "&fault=" + fault);
}
