using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>
/// An item with its associations: its place, the places of its children, the links that leave it or come to it, also those that
/// other frameworks on this server have with it.
/// </summary>
internal static class CaseAssociationSet
{
    public static async Task<CaseFound> MakeAsync(DbSource source, CaseView view, WholePackage package, CasePlace place, CancellationToken stop)
    {
        var bytes = new MemoryStream();
        bytes.Write("{\"CFItem\":"u8);
        bytes.Write(CaseLookup.Alone(package, place));
        bytes.Write(",\"CFAssociations\":["u8);
        var isFirst = true;
        await using (var db = source.Open())
        {
            var item = await ItemAsync(db, package, place, stop);
            foreach (var one in await OwnAsync(db, package, item, stop))
                Add(one);
            foreach (var one in await OthersAsync(db, view, package, item, stop))
                Add(one);
        }
        bytes.Write("]}"u8);
        var whole = bytes.ToArray();
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(whole).AsSpan(0, 16))}\"";
        return new(whole, tag, view.ChangedAt);

        void Add(byte[] association)
        {
            if (!isFirst)
                bytes.WriteByte((byte)',');
            bytes.Write(association);
            isFirst = false;
        }
    }

    private static async Task<Statement> ItemAsync(Db db, WholePackage package, CasePlace place, CancellationToken stop)
    {
        var (key, served) = (package.Package.Model.Version.Key, CaseObjects.Identifier(package.Read(place)));
        if (await db.Statements.FirstOrDefaultAsync(s => s.Id == served && s.VersionKey == key, stop) is { } item)
            return item;
        // Its own identifier is one that CASE does not take, and goes out as another.
        var ids = await db.Statements.Where(s => s.VersionKey == key).Select(s => s.Id).ToListAsync(stop);
        var own = ids.Find(i => CaseAddresses.Id(i) == served);
        return await db.Statements.SingleAsync(s => s.Id == own && s.VersionKey == key, stop);
    }

    private static async Task<List<byte[]>> OwnAsync(Db db, WholePackage package, Statement item, CancellationToken stop)
    {
        var (framework, key, text) = (package.Package.Model.Framework.Id, item.VersionKey, item.Id.ToString("D"));
        var children = await db.Statements.Where(s => s.VersionKey == key && s.ParentId == item.Id).OrderBy(s => s.Position).ToListAsync(stop);
        var links = await db.Alignments.Where(a => a.VersionKey == key && (a.Origin.Id == text || a.Destination.Id == text)).OrderBy(a => a.Ordinal)
            .Select(a => a.Id).ToListAsync(stop);
        return Read(package, children.Prepend(item).Select(s => CaseObjects.PlaceId(framework, s)).Concat(links));
    }

    /// <summary>What other current versions say of the item: those that hold it too, and those that only link to it.</summary>
    private static async Task<List<byte[]>> OthersAsync(Db db, CaseView view, WholePackage package, Statement item, CancellationToken stop)
    {
        var (key, text) = (item.VersionKey, item.Id.ToString("D"));
        var holders = await db.Statements.Where(s => s.Id == item.Id && s.VersionKey != key)
            .Join(db.Frameworks, s => s.VersionKey, f => f.CurrentVersionKey, (s, _) => s).ToListAsync(stop);
        var links = await db.Alignments.Where(a => a.VersionKey != key && (a.Origin.Id == text || a.Destination.Id == text))
            .Join(db.Frameworks, a => a.VersionKey, f => f.CurrentVersionKey, (a, _) => new { a.VersionKey, a.Id, a.Ordinal }).ToListAsync(stop);
        var found = new List<byte[]>();
        foreach (var other in view.Packages.Where(p => p != package.Package))
        {
            var version = other.Model.Version.Key;
            if (holders.Find(h => h.VersionKey == version) is { } held)
                found.AddRange(await OwnAsync(db, await other.MakeAsync().WaitAsync(stop), held, stop));
            else if (links.Exists(l => l.VersionKey == version))
                found.AddRange(Read(await other.MakeAsync().WaitAsync(stop), links.Where(l => l.VersionKey == version).OrderBy(l => l.Ordinal).Select(l => l.Id)));
        }
        return found;
    }

    private static List<byte[]> Read(WholePackage package, IEnumerable<Guid> ids) =>
        [.. ids.Select(i => package.Find(CaseKind.CFAssociations, CaseAddresses.Id(i))).OfType<CasePlace>().Distinct().Select(p => package.Read(p))];
}
