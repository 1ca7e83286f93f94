using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Storage.Releases;

namespace Trellis.Core.LaborMarket;

/// <summary>An industry of an area beside the same one of the reference area.</summary>
/// <param name="Jobs">Added up over the parts of the area; says what is withheld.</param>
/// <param name="Reference">Jobs of the industry in the reference area.</param>
/// <param name="IsEstimated">Whether withheld numbers were replaced by estimates of the source.</param>
/// <param name="Shift">Why its jobs changed since the start year; null where there is no start year.</param>
public sealed record SectorRow(string Naics, string Title, SumOfParts Jobs, Figure Reference, bool IsEstimated, LocationQuotient Quotient, ShiftShare? Shift)
{
    /// <summary>The number of jobs, or why there is none.</summary>
    public Figure Employment => Jobs.Whole;
}

/// <summary>
/// The industries of an area: jobs, how concentrated they are, and why they changed. docs/formulas.md, "Location quotient",
/// "Shift-share" and "Sum over counties".
/// </summary>
public sealed record AreaSectors
{
    /// <summary>Industries of so many digits.</summary>
    public required int Level { get; init; }

    /// <summary>The levels that there are.</summary>
    public required IReadOnlyList<int> Levels { get; init; }
    public required int Year { get; init; }

    /// <summary>The year from which the change is told; null where only one year is loaded.</summary>
    public int? StartYear { get; init; }
    public required IReadOnlyList<SectorRow> Rows { get; init; }
    public required SumOfParts All { get; init; }

    /// <summary>
    /// How many industries were left out of the whole, here and in the reference area, because their jobs are not known in one of the
    /// two; 0 where the whole itself is known. Quotients say then how an industry stands among those that are left.
    /// </summary>
    public int LeftOut { get; init; }

    /// <summary>The area that all is held against; null where there is none, so that there are no quotients.</summary>
    public Area? Reference { get; init; }

    /// <summary>Whether the reference area was added up from its counties.</summary>
    public bool IsReferenceSum { get; init; }

    /// <summary>Only establishments of private owners are in it.</summary>
    public bool IsPrivateOnly { get; init; }

    /// <summary>How many counties the area was added up from; 0 where the source has a row for the area itself.</summary>
    public int Counties { get; init; }

    /// <summary>Whether any number is an estimate in place of one that was withheld.</summary>
    public bool IsEstimated => Rows.Any(r => r.IsEstimated);
    public required IReadOnlyList<DataRelease> Releases { get; init; }

    /// <summary>Null where no release has industries of the area.</summary>
    /// <param name="db">Where the figures are.</param>
    /// <param name="area">The area.</param>
    /// <param name="level">Digits of the industries; null for the fewest that there are.</param>
    /// <param name="estimates">Whether estimates of the source are taken where it withheld a number.</param>
    public static async Task<AreaSectors?> ReadAsync(Db db, Area area, int? level, bool estimates, CancellationToken stop = default) =>
        await SectorTable.ReadAsync(db, area, stop) is { } table ? table.Build(level, estimates) : null;

    /// <summary>The coarsest industries of areas that have rows of their own, by their codes.</summary>
    public static async Task<Dictionary<string, AreaSectors>> ReadAllAsync(Db db, IReadOnlyList<Area> areas, bool estimates, CancellationToken stop = default) =>
        areas.Count == 0 ? [] : (await SectorTable.ReadAllAsync(db, areas, stop)).ToDictionary(t => t.Key, t => t.Value.Build(null, estimates), StringComparer.Ordinal);
}
