using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;
using Trellis.Interop;
using Trellis.Interop.Ctdl;

namespace Trellis.Web.Api;

/// <summary>What a Credential Transparency Identifier names here: a framework or one of its statements, or a scale or one of its levels.</summary>
public sealed record CtdlThing(Model? Model, OutgoingModel? Scale, Statement? Statement)
{
    /// <summary>The identifier of the whole of which it is part, or which it is.</summary>
    public Ctid Whole => (Model?.Framework ?? Scale!.Framework) is var framework && Ctid.TryParse(framework.Ctid, out var ctid) ? ctid : new(framework.Id);

    /// <summary>The page that shows it; null where none does.</summary>
    public string? Page => Model is null ? null : Statement is null ? Links.Model(Model) : Links.Statement(Model, Statement.Id);

    public DateTimeOffset ChangedAt => Model?.Version.LoadedAt ?? DateTimeOffset.UnixEpoch;

    /// <summary>Changes whenever what it says does.</summary>
    public string Stamp => (Model?.Version ?? Scale!.Version) is var v
        ? FormattableString.Invariant($"{v.ContentHash}\n{v.Number}\n{v.Sequence}\n{v.Status}\n{v.SourceFormat}")
        : "";
}

/// <summary>
/// Finds things by identifier: frameworks in their current versions, statements in the current version or, where it dropped them, in the
/// newest that had them. Drafts are not looked at.
/// </summary>
internal static class CtdlLookup
{
    public static async Task<CtdlThing?> FindAsync(Db db, Ctid ctid, CancellationToken stop) =>
        await FrameworkAsync(db, ctid, stop) ?? await StatementAsync(db, ctid.Id, stop) ?? await ScaleAsync(db, ctid.Id, stop);

    private static async Task<CtdlThing?> FrameworkAsync(Db db, Ctid ctid, CancellationToken stop)
    {
        var (id, text) = (ctid.Id, ctid.ToString());
        var row = await db.Frameworks.Where(f => f.Id == id || f.Ctid == text)
            .Join(db.FrameworkVersions, f => f.CurrentVersionKey, v => v.Key, (f, v) => new { f, v }).OrderByDescending(r => r.f.Ctid == text).ThenBy(r => r.f.Key).FirstOrDefaultAsync(stop);
        return row is null ? null : new(new(row.f, row.v), null, null);
    }

    private static async Task<CtdlThing?> StatementAsync(Db db, Guid id, CancellationToken stop)
    {
        var rows = await db.FrameworkVersions.Where(v => v.Status != VersionStatus.Draft && v.Status != VersionStatus.InReview)
            .Join(db.Statements.Where(s => s.Id == id), v => v.Key, s => s.VersionKey, (v, s) => new { v, s })
            .Join(db.Frameworks, r => r.v.FrameworkKey, f => f.Key, (r, f) => new { r.v, r.s, f }).ToListAsync(stop);
        var best = rows.OrderByDescending(r => r.f.CurrentVersionKey == r.v.Key).ThenBy(r => r.f.Key).ThenByDescending(r => r.v.Sequence).FirstOrDefault();
        return best is null ? null : new(new(best.f, best.v), null, best.s);
    }

    private static async Task<CtdlThing?> ScaleAsync(Db db, Guid id, CancellationToken stop)
    {
        foreach (var scale in await db.Scales.Include(s => s.Levels).ToListAsync(stop))
        {
            var model = CtdlScale.Of(scale);
            if (CtdlScale.Id(scale.Slug) == id)
                return new(null, model, null);
            if (await model.Statements().FirstOrDefaultAsync(s => s.Id == id, stop) is { } level)
                return new(null, model, level);
        }
        return null;
    }
}
