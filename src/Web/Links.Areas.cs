using Trellis.Core.LaborMarket;

namespace Trellis.Web;

/// <content>Addresses of areas.</content>
public static partial class Links
{
    public const string Areas = "/areas";
    public const string RegionNew = "/areas/new";
    public const string RegionSave = "/areas/save";
    public const string RegionDrop = "/areas/drop";

    /// <summary>An area, and one of its views: "projections", "sectors" or "map"; null for its occupations.</summary>
    public static string Area(string code, string? view = null) => $"{Areas}/{code}" + (view is null ? "" : "?view=" + view);

    public static string Area(Area area) => Area(area.Code);

    /// <summary>A table of an area as a file: "wages", "projections" or "sectors", with the ending "csv" or "xlsx" and the choice that is shown.</summary>
    public static string AreaFile(string code, string table, string ending, string query = "") => $"{Areas}/{code}/{table}.{ending}{query}";
}
