using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop.Reference;

/// <summary>Makes known the nation, states and counties that ship in data/reference. The same edition is not loaded twice.</summary>
public static class ShippedAreas
{
    private const string Name = "counties.csv";

    public static async Task LoadAsync(Db db, TimeProvider clock, CancellationToken stop = default)
    {
        var folder = Path.Combine(ShippedData.Folder, "reference");
        var hash = ShippedFiles.Hash(await File.ReadAllTextAsync(Path.Combine(folder, "states.csv"), Utf8.Strict, stop) + await File.ReadAllTextAsync(Path.Combine(folder, Name), Utf8.Strict, stop));
        if (await ShippedFiles.IsLoadedAsync(db, Name, hash, stop))
            return;
        await new AreaEditor(db).ShipAsync(Read(), new("trellis", clock.GetUtcNow(), "start", "Areas that ship with Trellis"), stop);
        await ShippedFiles.NoteAsync(db, Name, hash, clock, stop);
    }

    private static List<Area> Read()
    {
        var states = ShippedData.Rows("states.csv").Select(cell => (Fips: cell("fips"), Abbreviation: cell("abbreviation"), Name: cell("name"))).ToList();
        var abbreviations = states.ToDictionary(s => s.Fips, s => s.Abbreviation);
        List<Area> areas = [new() { Code = AreaCode.Nation.ToString(), Kind = AreaKind.Nation, Name = "United States" }];
        areas.AddRange(states.Select(s => new Area { Code = AreaCode.State(s.Fips).ToString(), Kind = AreaKind.State, Name = s.Name }));
        areas.AddRange(ShippedData.Rows(Name).Select(cell => (Fips: cell("fips"), Name: cell("name"))).Select(c => new Area
        {
            Code = AreaCode.County(c.Fips).ToString(),
            Kind = AreaKind.County,
            Name = $"{c.Name}, {abbreviations[c.Fips[..2]]}",
            State = AreaCode.State(c.Fips[..2]).ToString(),
        }));
        return areas;
    }
}
