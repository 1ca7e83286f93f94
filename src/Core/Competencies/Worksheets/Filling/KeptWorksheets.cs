using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>Finds kept worksheets, each only for those whose row limit reaches it.</summary>
public static class KeptWorksheets
{
    /// <summary>Those within the limit.</summary>
    public static IQueryable<KeptWorksheet> Seen(Db db, RowLimit limit)
    {
        if (limit.SeesAll)
            return db.Worksheets;
        var (person, organizations) = (limit.Person, limit.Organizations.ToList());
        return db.Worksheets.Where(w => w.OwnerId == person || (w.OrganizationId != null && EF.Parameter(organizations).Contains(w.OrganizationId.Value)));
    }

    /// <summary>The worksheet, where it exists and is within the limit; else null.</summary>
    public static Task<KeptWorksheet?> FindAsync(Db db, Guid id, RowLimit limit, CancellationToken stop = default) =>
        Seen(db, limit).FirstOrDefaultAsync(w => w.Id == id, stop);

    /// <summary>What is told of the columns, from left to right, without those that were removed.</summary>
    public static Task<List<KeptColumn>> ColumnsAsync(Db db, Guid id, CancellationToken stop = default) =>
        db.WorksheetColumns.Where(c => c.WorksheetId == id && !c.IsRemoved).OrderBy(c => c.Position).ThenBy(c => c.Number).ToListAsync(stop);

    /// <summary>The version that a worksheet is over.</summary>
    public static async Task<Model> ModelAsync(Db db, KeptWorksheet worksheet, CancellationToken stop = default)
    {
        var key = worksheet.VersionKey;
        var row = await db.FrameworkVersions.Where(v => v.Key == key).Join(db.Frameworks, v => v.FrameworkKey, f => f.Key, (v, f) => new { f, v }).FirstAsync(stop);
        return new(row.f, row.v);
    }
}
