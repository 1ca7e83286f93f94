using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Occupations.Search;

/// <summary>Reads the texts of one release from the database, in a fixed order.</summary>
internal static class OccupationReader
{
    public static async Task<OccupationTexts> ReadAsync(Db db, int release, CancellationToken stop) => new()
    {
        Occupations = await db.Occupations.Where(o => o.ReleaseKey == release).OrderBy(o => o.Code).ToListAsync(stop),
        Titles = await db.OccupationTitles.Where(t => t.ReleaseKey == release).OrderBy(t => t.Code).ThenBy(t => t.Ordinal).ToListAsync(stop),
        Tasks = await db.OccupationTasks.Where(t => t.ReleaseKey == release).OrderBy(t => t.Code).ThenBy(t => t.TaskId).ToListAsync(stop),
        Technologies = await db.OccupationTechnologies.Where(t => t.ReleaseKey == release).OrderBy(t => t.Code).ThenBy(t => t.Ordinal).ToListAsync(stop),
    };
}
