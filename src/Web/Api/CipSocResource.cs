using Trellis.Core.Training;
using Trellis.Interop;

namespace Trellis.Web.Api;

/// <summary>A row of the crosswalk; one without a match says that the source looked and found none.</summary>
public sealed record CipSocResource(string? Cip, string? CipTitle, string? Soc, string? SocTitle, bool IsMatch)
{
    public static CipSocResource Of(CipSoc row) => new(
        row.Cip == CipSoc.NoCip ? null : row.Cip, row.Cip == CipSoc.NoCip ? null : row.CipTitle,
        row.Soc == CipSoc.NoSoc ? null : row.Soc, row.Soc == CipSoc.NoSoc ? null : row.SocTitle, row.IsMatch);

    public static OutgoingTable Table(IEnumerable<CipSoc> rows) => new(
        "CIP-SOC", ["cip", "cip title", "soc", "soc title"], [.. rows.Select(r => (IReadOnlyList<OutgoingCell>)[r.Cip, r.CipTitle, r.Soc, r.SocTitle])]);
}
