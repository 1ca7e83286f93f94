using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>Remembers which edition of a shipped file is in the database, so that a start need not read it again.</summary>
internal static class ShippedFiles
{
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Utf8.Strict.GetBytes(text)));

    public static Task<bool> IsLoadedAsync(Db db, string name, string hash, CancellationToken stop) =>
        db.ShippedFiles.AnyAsync(f => f.Name == name && f.Hash == hash, stop);

    public static async Task NoteAsync(Db db, string name, string hash, TimeProvider clock, CancellationToken stop)
    {
        await using var transaction = await db.BeginWriteAsync(stop);
        await db.Engine.LockAsync(db, "shipped-files", stop);
        await db.ShippedFiles.Where(f => f.Name == name).ExecuteDeleteAsync(stop);
        db.Add(new ShippedFile { Name = name, Hash = hash, LoadedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
    }
}
