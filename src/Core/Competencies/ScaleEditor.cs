using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies;

/// <summary>Writes scales of proficiency, each whole; a scale of the same name is replaced.</summary>
public sealed class ScaleEditor(Db db)
{
    public async Task SaveAsync(IReadOnlyList<Scale> scales, Change change, CancellationToken stop = default)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "scales", stop);
        foreach (var scale in scales)
        {
            await db.Set<ScaleLevel>().Where(l => l.ScaleSlug == scale.Slug).ExecuteDeleteAsync(stop);
            await db.Scales.Where(s => s.Slug == scale.Slug).ExecuteDeleteAsync(stop);
            db.Add(scale);
            db.Add(AuditEntry.Of(change, "scale save", scale.Slug, null, null));
        }
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
