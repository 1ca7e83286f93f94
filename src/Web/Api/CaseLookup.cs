using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>An object as it is answered.</summary>
public sealed record CaseFound(byte[] Bytes, string Tag, DateTimeOffset ChangedAt);

/// <summary>Finds single objects in the packages that are kept, and makes packages that are not there yet.</summary>
public sealed class CaseLookup(DbSource source, CasePackages packages)
{
    public async Task<CaseFound?> FindAsync(CaseView view, CaseOperation operation, Guid id, CancellationToken stop)
    {
        var isSet = operation.Answer == CaseClasses.AssociationSet;
        var kind = isSet ? CaseKind.CFItems : Enum.Parse<CaseKind>(operation.Collection);
        var served = CaseAddresses.Id(id);
        if (await FindAsync(view, kind, served, stop) is not { } found)
            return null;
        var (package, place) = found;
        if (isSet)
            return await CaseAssociationSet.MakeAsync(source, view, package, place, stop);
        var bytes = kind switch
        {
            CaseKind.CFItems or CaseKind.CFAssociations => Alone(package, place),
            CaseKind.CFConcepts or CaseKind.CFSubjects or CaseKind.CFItemTypes => CaseDefinitionSet.Make(package, place),
            _ => package.Read(place),
        };
        return new(bytes, package.Package.Tag(ContentCoding.Identity), package.Package.Model.Version.LoadedAt);
    }

    /// <summary>An item or association with the link to its document.</summary>
    internal static byte[] Alone(WholePackage package, CasePlace place)
    {
        var end = package.OfDocument;
        var bytes = package.Read(place, end.Length - 1);
        end.CopyTo(bytes, place.Length - 1);
        return bytes;
    }

    private async ValueTask<(WholePackage Package, CasePlace Place)?> FindAsync(CaseView view, CaseKind kind, Guid id, CancellationToken stop)
    {
        if (view.Found.TryGetValue((kind, id), out var known) && known.Package.Whole is { } kept)
            return (kept, known.Place);
        List<CasePackage>? missing = null;
        foreach (var package in view.Packages)
        {
            if (package.Whole is not { } whole)
            {
                (missing ??= []).Add(package);
            }
            else if (whole.Find(kind, id) is { } place)
            {
                view.Keep(kind, id, package, place);
                return (whole, place);
            }
        }
        if (kind == CaseKind.CFItems && await FindItemAsync(view, id, stop) is { } item)
            return item;
        foreach (var package in missing ?? [])
        {
            var whole = await package.MakeAsync().WaitAsync(stop);
            if (whole.Find(kind, id) is { } place)
                return (whole, place);
        }
        return null;
    }

    /// <summary>The database knows which versions have an item, older ones too: one that the current version dropped is still told.</summary>
    private async Task<(WholePackage Package, CasePlace Place)?> FindItemAsync(CaseView view, Guid id, CancellationToken stop)
    {
        await using var db = source.Open();
        var rows = await db.FrameworkVersions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .Join(db.Statements.Where(s => s.Id == id), v => v.Key, s => s.VersionKey, (v, _) => v)
            .Join(db.Frameworks, v => v.FrameworkKey, f => f.Key, (v, f) => new { v, f }).ToListAsync(stop);
        var models = rows.Select(r => new Model(r.f, r.v)).OrderByDescending(m => m.Framework.CurrentVersionKey == m.Version.Key)
            .ThenBy(m => m.Framework.Key).ThenByDescending(m => m.Version.Sequence);
        foreach (var model in models)
        {
            var whole = await packages.Of(model, view.Target).MakeAsync().WaitAsync(stop);
            if (whole.Find(CaseKind.CFItems, id) is { } place)
                return (whole, place);
        }
        return null;
    }
}
