namespace Trellis.Web;

/// <summary>Addresses of the page on which models come from another server.</summary>
public static partial class Links
{
    public const string Pull = "/models/pull";
    public const string PullLook = "/models/pull/look";
    public const string PullLoad = "/models/pull/load";

    public static string PullOffers(Guid look) => $"{Pull}?look={look}";

    public static string PullFault(string fault) => $"{Pull}?fault={fault}";
}
