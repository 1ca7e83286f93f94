using Trellis.Core.LaborMarket;

namespace Trellis.Interop;

/// <summary>A list of occupations as a table for spreadsheets; every row names the releases that its figures come from.</summary>
public static class OccupationSheet
{
    private const double Cents = 100;

    private static readonly string[] Headings =
        ["code", "occupation", "area", "median pay a year, dollars", "jobs", "growth, per cent", "openings a year", "job zone", "education to enter", "wages from", "outlook from"];

    public static OutgoingTable Of(OccupationDirectory directory, IEnumerable<DirectoryEntry> entries, string area) => new("Occupations", Headings,
    [
        .. entries.Select(e => new OutgoingCell[]
        {
            e.Occupation.Code, e.Occupation.Title, area, OutgoingCell.Of(e.MedianWage, Cents), OutgoingCell.Of(e.Employment), OutgoingCell.Of(e.GrowthPercent), OutgoingCell.Of(e.Openings),
            (double?)e.Occupation.JobZone, e.Education, Named(directory.Wages), Named(directory.Projections),
        }),
    ]);

    private static string? Named(Core.Storage.Releases.DataRelease? release) => release is null ? null : $"{release.Title}, {release.Period}";
}
