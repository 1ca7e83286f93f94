using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;

namespace Trellis.Core.Training;

/// <summary>
/// Whether a program is taught in an area, by what lists write of the place: an area's code, or a county's name and two letters of the
/// state. A program whose list tells no county is in no area smaller than its state.
/// </summary>
public sealed class ProgramPlaces
{
    private readonly Area _area;
    private readonly HashSet<string> _codes;
    private readonly HashSet<(string State, string County)> _names;

    private ProgramPlaces(Area area, IReadOnlyList<Area> counties)
    {
        _area = area;
        _codes = [area.Code, .. counties.Select(c => c.Code)];
        _names = [.. counties.Select(NameOf)];
    }

    public static async Task<ProgramPlaces> ReadAsync(Db db, Area area, CancellationToken stop = default) =>
        new(area, await AreaSearch.CountiesAsync(db, area, stop));

    public bool Has(CompleterCount count) => Has(count.State, count.County);

    public bool Has(string? state, string? county) =>
        _area.Kind == AreaKind.Nation
        || (county is not null && (_codes.Contains(county) || _names.Contains((state ?? "", Bare(county)))))
        || (_area.Kind == AreaKind.State && state is not null && (state == _area.Name || _names.Any(n => n.State == state)));

    /// <summary>"Essex County, NJ" is Essex in NJ.</summary>
    private static (string State, string County) NameOf(Area county)
    {
        var comma = county.Name.LastIndexOf(", ", StringComparison.Ordinal);
        return comma < 0 ? ("", Bare(county.Name)) : (county.Name[(comma + 2)..], Bare(county.Name[..comma]));
    }

    private static string Bare(string county)
    {
        var name = county.Trim().ToUpperInvariant();
        return name.EndsWith(" COUNTY", StringComparison.Ordinal) ? name[..^" COUNTY".Length].TrimEnd() : name;
    }
}
