using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Occupations;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>
/// What is known of an occupation in an area: employment, wages, projections and education. Where the area has no figure, that of
/// the nearest wider one is there with its name. Every figure has its release.
/// </summary>
public sealed record MarketProfile
{
    /// <summary>The code that was asked for: O*NET-SOC or SOC.</summary>
    public required string Code { get; init; }

    public required SocCode Soc { get; init; }

    /// <summary>The area that was asked for, and the wider ones around it.</summary>
    public required AreaChain Areas { get; init; }

    /// <summary>Wages of the area and of each wider one that has a row, from narrow to wide; the best release of each.</summary>
    public required IReadOnlyList<MarketWage> Wages { get; init; }

    /// <summary>Projections of the area and of each wider one, from narrow to wide, the longest first.</summary>
    public required IReadOnlyList<MarketProjection> Projections { get; init; }

    public MarketEducation? Education { get; init; }

    /// <summary>Releases that were not used because their codes belong to another edition of the classification.</summary>
    public IReadOnlyList<DataRelease> Skipped { get; init; } = [];

    public Area Area => Areas.Asked;

    /// <summary>The narrowest row that has a wage; where none has, the narrowest row.</summary>
    public MarketWage? Wage => Wages.FirstOrDefault(w => w.HasWage) ?? (Wages.Count > 0 ? Wages[0] : null);

    /// <summary>The narrowest projection that has openings or employment.</summary>
    public MarketProjection? Projection => Projections.FirstOrDefault(p => p.HasFigures);

    /// <summary>Null where no area has the code, or the occupation's code is none.</summary>
    public static async Task<MarketProfile?> ReadAsync(Db db, string code, AreaCode area, CancellationToken stop = default)
    {
        if (!SocCode.TryParse(code, out var soc) || await AreaChain.ReadAsync(db, area, stop) is not { } areas)
            return null;
        var edition = SocEditions.OfOccupations((await ReleaseCatalog.CurrentAsync(db, ReleaseKinds.Onet, stop: stop))?.Taxonomy);
        var wages = await MarketReleases.ReadAsync(db, ReleaseKinds.Oews, edition, stop);
        var national = await MarketReleases.ReadAsync(db, ReleaseKinds.Projections, edition, stop);
        var states = await MarketReleases.ReadAsync(db, ReleaseKinds.StateProjections, edition, stop);
        var education = await MarketReleases.ReadAsync(db, ReleaseKinds.Education, edition, stop);
        var codes = await MarketCodes.ReadAsync(db, code, soc, stop);
        return new()
        {
            Code = code,
            Soc = soc,
            Areas = areas,
            Wages = await MarketWage.ReadAsync(db, wages, areas, codes, stop),
            Projections = await MarketProjection.ReadAsync(db, new([.. states.Usable, .. national.Usable], []), areas, codes, stop),
            Education = await MarketEducation.ReadAsync(db, education, codes, stop),
            Skipped = [.. wages.Skipped, .. states.Skipped, .. national.Skipped, .. education.Skipped],
        };
    }
}
