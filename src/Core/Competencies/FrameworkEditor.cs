using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies;

/// <summary>Writes frameworks. Every write is one transaction and leaves an audit entry; a failure leaves nothing.</summary>
public sealed class FrameworkEditor(Db db)
{
    /// <summary>What an address of a model must not be, as a page stands there.</summary>
    private static readonly string[] NamesOfPages = ["compare", "feed", "import", "new", "pull"];

    /// <summary>
    /// Loads a whole framework as published. A framework not known yet is added; the same content again changes nothing; other
    /// content of a known framework becomes its next version, and the former one is superseded.
    /// </summary>
    public Task<LoadResult> LoadAsync(FrameworkContent content, Change change, CancellationToken stop = default) =>
        WriteAsync(content, "model load", change, null, stop);

    /// <summary>Writes the next version of a framework of which <paramref name="onVersion"/> is the current one; refused where it no longer is.</summary>
    public Task<LoadResult> UpdateAsync(FrameworkContent content, int onVersion, Change change, CancellationToken stop = default) =>
        WriteAsync(content, "model update", change, onVersion, stop);

    private async Task<LoadResult> WriteAsync(FrameworkContent content, string action, Change change, int? onVersion, CancellationToken stop)
    {
        Describe(content);
        // A draft that becomes a version brings its own transaction.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.BeginWriteAsync(stop) : null;
        await db.Engine.LockAsync(db, "frameworks", stop);
        var (known, versions) = await KnownAsync(content, stop);
        if (onVersion is not null && known?.CurrentVersionKey != onVersion)
            throw new UnusableInputException(Updates.FrameworkUpdate.Moved(versions.Find(v => v.Key == known?.CurrentVersionKey)?.Number ?? ""));
        var same = versions.Find(v => IsSame(content.Version, v));
        if (same is not null)
            return new(LoadOutcome.Unchanged, known!, same);

        var framework = known ?? await AddAsync(content, stop);
        var version = content.Version;
        version.Key = 1 + (await db.FrameworkVersions.MaxAsync(v => (int?)v.Key, stop) ?? 0);
        version.FrameworkKey = framework.Key;
        version.Sequence = versions.Count + 1;
        version.Number = FreeNumber(version.Number, version.Sequence, versions);
        version.Status = VersionStatus.Draft;
        version.LoadedAt = change.When;
        db.Add(version);
        await db.SaveChangesAsync(stop);
        await FrameworkRows.InsertAsync(db, content, stop);
        await PublishAsync(framework, content.Framework, version, change, stop);
        db.Add(AuditEntry.Of(change, action, framework.Slug, Summary(versions.LastOrDefault()), Summary(version)));
        await db.SaveChangesAsync(stop);
        if (transaction is not null)
            await transaction.CommitAsync(stop);
        db.ChangeTracker.Clear();
        return new(known is null ? LoadOutcome.Added : LoadOutcome.NewVersion, framework, version);
    }

    /// <summary>What <see cref="LoadAsync"/> would do, and the framework that is known already; writes nothing.</summary>
    public async Task<(LoadOutcome Outcome, Framework? Known)> ForeseeAsync(FrameworkContent content, CancellationToken stop = default)
    {
        Describe(content);
        var (known, versions) = await KnownAsync(content, stop);
        var outcome = known is null ? LoadOutcome.Added
            : versions.Exists(v => IsSame(content.Version, v)) ? LoadOutcome.Unchanged
            : LoadOutcome.NewVersion;
        return (outcome, known);
    }

    private async Task<(Framework? Known, List<FrameworkVersion> Versions)> KnownAsync(FrameworkContent content, CancellationToken stop)
    {
        var known = await db.Frameworks.SingleOrDefaultAsync(f => f.Id == content.Framework.Id, stop);
        return known is null
            ? (null, [])
            : (known, await db.FrameworkVersions.Where(v => v.FrameworkKey == known.Key).OrderBy(v => v.Sequence).ToListAsync(stop));
    }

    /// <summary>Whether a version holds this content, under the number that it asks for or that it was given in its place.</summary>
    private static bool IsSame(FrameworkVersion wanted, FrameworkVersion held) =>
        held.ContentHash == wanted.ContentHash
        && (wanted.Number.Length == 0 || held.Number == wanted.Number || held.Number == FormattableString.Invariant($"{wanted.Number}-{held.Sequence}"));

    internal async Task<Framework> AddAsync(FrameworkContent content, CancellationToken stop)
    {
        var framework = content.Framework;
        framework.Key = 1 + (await db.Frameworks.MaxAsync(f => (int?)f.Key, stop) ?? 0);
        var wanted = framework.Slug.Length > 0 ? framework.Slug : Slug.Of(content.Version.Title.ToString());
        var taken = await db.Frameworks.Where(f => f.Slug.StartsWith(wanted)).Select(f => f.Slug).ToListAsync(stop);
        taken.AddRange(NamesOfPages);
        framework.Slug = wanted;
        for (var n = 2; taken.Contains(framework.Slug); n++)
            framework.Slug = FormattableString.Invariant($"{wanted}-{n}");
        db.Add(framework);
        await db.SaveChangesAsync(stop);
        return framework;
    }

    private async Task PublishAsync(Framework framework, Framework described, FrameworkVersion version, Change change, CancellationToken stop)
    {
        await db.FrameworkVersions.Where(v => v.FrameworkKey == framework.Key && v.Status == VersionStatus.Published)
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.Status, VersionStatus.Superseded), stop);
        version.Status = VersionStatus.Published;
        version.PublishedAt ??= change.When;
        db.Update(version);
        await db.SaveChangesAsync(stop);
        await db.Frameworks.Where(f => f.Key == framework.Key).ExecuteUpdateAsync(
            f => f.SetProperty(x => x.CurrentVersionKey, version.Key)
                .SetProperty(x => x.Publisher, described.Publisher)
                .SetProperty(x => x.Kind, described.Kind)
                .SetProperty(x => x.Industries, described.Industries)
                .SetProperty(x => x.Uri, described.Uri)
                .SetProperty(x => x.Ctid, described.Ctid),
            stop);
        framework.CurrentVersionKey = version.Key;
    }

    private static void Describe(FrameworkContent content)
    {
        var (version, statements) = (content.Version, content.Statements);
        version.Nodes = statements.Count;
        version.Statements = statements.Count(s => s.Kind.StatesCompetency());
        version.Alignments = content.Alignments.Count;
        version.HasTiers = statements.Exists(s => s.Kind == StatementKind.Tier);
        version.Languages = LanguagesOf(statements);
        version.ContentHash = ContentHash.Of(content);
    }

    /// <summary>The languages in which every statement can be read; where there is none, all that occur.</summary>
    private static List<string> LanguagesOf(List<Statement> statements)
    {
        var stated = statements.Where(s => s.Kind.StatesCompetency()).DefaultIfEmpty(statements.FirstOrDefault()).OfType<Statement>().ToList();
        var counts = stated.SelectMany(s => s.Text.Languages).CountBy(l => l).ToList();
        var whole = counts.Where(c => c.Value == stated.Count).ToList();
        return [.. (whole.Count > 0 ? whole : counts).Select(c => c.Key).Order(StringComparer.Ordinal)];
    }

    private static string FreeNumber(string wanted, int sequence, List<FrameworkVersion> versions)
    {
        var number = wanted.Length > 0 ? wanted : FormattableString.Invariant($"{sequence}");
        return versions.Exists(v => v.Number == number) ? FormattableString.Invariant($"{number}-{sequence}") : number;
    }

    private static string? Summary(FrameworkVersion? version) => version is null ? null : JsonSerializer.Serialize(
        new { version.Number, version.Statements, version.Nodes, version.Alignments, version.ContentHash, version.SourceName }, TextJson.Options);
}

/// <summary>What became of a loaded framework, and where it now stands.</summary>
public sealed record LoadResult(LoadOutcome Outcome, Framework Framework, FrameworkVersion Version);

/// <summary>Whether a load brought something new.</summary>
public enum LoadOutcome
{
    Added,
    NewVersion,
    Unchanged,
}
