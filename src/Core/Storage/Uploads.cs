using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;

namespace Trellis.Core.Storage;

/// <summary>Keeps the files that people send until they are loaded, an hour at most.</summary>
public static class Uploads
{
    private const int LongestName = 120;

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>Keeps a file, and drops those whose hour is over.</summary>
    public static async Task<Guid> KeepAsync(Db db, string name, byte[] content, Change change, CancellationToken stop)
    {
        var oldest = change.When - Life;
        await db.Uploads.Where(u => u.UploadedAt < oldest).ExecuteDeleteAsync(stop);
        var upload = new Upload { Id = Guid.NewGuid(), Name = SafeName(name), Content = content, UploadedAt = change.When, UploadedBy = change.Who };
        db.Add(upload);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return upload.Id;
    }

    /// <summary>The file that this person sent, or null where it is another's, was never there, was loaded, or its hour is over.</summary>
    public static Task<Upload?> FindAsync(Db db, Guid id, string who, DateTimeOffset now, CancellationToken stop)
    {
        var oldest = now - Life;
        return db.Uploads.FirstOrDefaultAsync(u => u.Id == id && u.UploadedBy == who && u.UploadedAt >= oldest, stop);
    }

    /// <summary>Takes the file out; false where somebody else did so first.</summary>
    public static async Task<bool> DropAsync(Db db, Guid id, CancellationToken stop) =>
        await db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(stop) > 0;

    /// <summary>The last part of a name that a browser sent, without characters that do not show.</summary>
    public static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format && !char.IsSurrogate(c))).Trim();
        return shown.Length switch
        {
            0 => "file",
            // The end of a name tells its format.
            > LongestName => shown[^LongestName..],
            _ => shown,
        };
    }
}
