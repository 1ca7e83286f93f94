using System.Globalization;

namespace Trellis.Web.Pages.Areas;

/// <summary>The choice of a table of industries as it stands in the address: digits of the industries, and whether estimates are taken.</summary>
public readonly record struct SectorLink(int? Level, bool Estimates)
{
    public static SectorLink Read(IQueryCollection query) => new(
        int.TryParse(query["level"], NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : null, query["estimates"] != "no");

    public static string Write(IQueryCollection query) => QueryString.Create(new[] { "level", "estimates" }.Where(k => query[k].ToString().Length > 0)
        .Select(k => KeyValuePair.Create<string, string?>(k, query[k]))).Value ?? "";
}
