using Trellis.Core.LaborMarket;

namespace Trellis.Web;

/// <content>Addresses of areas and of in-demand lists.</content>
public static partial class Links
{
    public const string Areas = "/areas";
    public const string RegionNew = "/areas/new";
    public const string RegionSave = "/areas/save";
    public const string RegionDrop = "/areas/drop";
    public const string Demand = "/demand";
    public const string DemandOverride = "/demand/override";

    /// <summary>An area, and one of its views: "projections", "sectors" or "map"; null for its occupations.</summary>
    public static string Area(string code, string? view = null) => $"{Areas}/{code}" + (view is null ? "" : "?view=" + view);

    public static string Area(Area area) => Area(area.Code);

    /// <summary>A table of an area as a file: "wages", "projections" or "sectors", with the ending "csv" or "xlsx" and the choice that is shown.</summary>
    public static string AreaFile(string code, string table, string ending, string query = "") => $"{Areas}/{code}/{table}.{ending}{query}";

    public static string DemandOf(string? rule, string? area) => With(With(Demand, "rule", rule), "area", area);

    public static string DemandFile(string rule, string area, string ending) => DemandOf(rule, area).Replace(Demand, $"{Demand}.{ending}", StringComparison.Ordinal);
}
