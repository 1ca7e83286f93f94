using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Updates;

/// <summary>Turns a file that was edited outside into the next version of its framework: first a plan to look at, then the version.</summary>
public static class FrameworkUpdate
{
    /// <summary>What the file would change. Pure.</summary>
    public static UpdatePlan Plan(UpdateSource source, DateTimeOffset when)
    {
        var matching = new UpdateMatching(source);
        var statements = new StatementUpdate(source, matching, when);
        var links = new LinkUpdate(source, matching, statements.Statements, when);
        var main = source.Now.Version.Language;
        var (origin, now, file) = (ModelValues.Of(source.Origin, main), ModelValues.Of(source.Now, main), ModelValues.Of(source.File, main));
        // What a file leaves out it does not speak of; where it gives no title, the reader took the name of the file.
        var (values, conflicts) = FieldMerge.Of(origin, now, file, field => file.ContainsKey(field) && source.Rows.Fields.Contains(UpdateRows.Fact(field)));
        var title = source.Now.Version.Title.ToString();
        List<UpdateStep> steps =
        [
            .. conflicts.Select(f => new UpdateStep(UpdateKind.Conflict, title, f, now.GetValueOrDefault(f), file.GetValueOrDefault(f))),
            .. values.Where(v => now.GetValueOrDefault(v.Key) != v.Value)
                .Select(v => new UpdateStep(UpdateKind.ModelChanged, title, v.Key, StatementValues.Shown(now.GetValueOrDefault(v.Key)), StatementValues.Shown(v.Value))),
            .. statements.Steps,
            .. links.Steps,
        ];
        var content = new FrameworkContent(
            ModelValues.Framework(source.Now.Framework, values), ModelValues.Version(source.Now.Version, values, when), statements.Statements, links.Links);
        return new(source, steps, [.. matching.Problems, .. statements.Problems], content);
    }

    /// <summary>A version of a framework as it stands in the database.</summary>
    public static async Task<FrameworkContent> ContentAsync(Db db, Framework framework, FrameworkVersion version, CancellationToken stop)
    {
        var links = await db.Alignments.AsNoTracking().Where(a => a.VersionKey == version.Key).OrderBy(a => a.Ordinal).ToListAsync(stop);
        return new(framework, version, await db.Statements.AsNoTracking().Where(s => s.VersionKey == version.Key).OrderBy(s => s.Ordinal).ToListAsync(stop), links);
    }

    /// <summary>The frameworks to which identifiers belong that are none of this framework's.</summary>
    public static async Task<Dictionary<Guid, string>> ElsewhereAsync(Db db, Framework framework, IEnumerable<Guid> ids, CancellationToken stop)
    {
        var found = new Dictionary<Guid, string>();
        foreach (var some in ids.Chunk(500))
        {
            var rows = await db.Statements.Where(s => some.Contains(s.Id))
                .Join(db.FrameworkVersions.Where(v => v.FrameworkKey != framework.Key), s => s.VersionKey, v => v.Key, (s, v) => new { s.Id, v.Title }).ToListAsync(stop);
            foreach (var row in rows)
                found[row.Id] = row.Title.ToString();
        }
        return found;
    }

    /// <summary>Writes what was planned as the next version; refused where another came in between.</summary>
    public static async Task<LoadResult> ApplyAsync(Db db, UpdatePlan plan, Change change, CancellationToken stop)
    {
        var now = plan.Source.Now;
        var version = plan.Content.Version;
        var taken = await db.FrameworkVersions.Where(v => v.FrameworkKey == now.Framework.Key).Select(v => v.Number).ToListAsync(stop);
        version.Number = ModelValues.NextNumber(now.Version.Number, taken);
        version.ChangeSummary = Summary(plan, change.Why);
        (version.SourceFormat, version.SourceName) = (plan.Source.File.Version.SourceFormat, plan.Source.File.Version.SourceName);
        return await new FrameworkEditor(db).UpdateAsync(plan.Content, now.Version.Key, change, stop);
    }

    /// <summary>What changed, in figures and in the words of the person who changed it.</summary>
    public static string Summary(UpdatePlan plan, string why)
    {
        var counts = new (UpdateKind Kind, string Word)[]
        {
            (UpdateKind.Added, "added"), (UpdateKind.Removed, "removed"), (UpdateKind.Reworded, "reworded"), (UpdateKind.Renumbered, "renumbered"), (UpdateKind.Moved, "moved"),
            (UpdateKind.Changed, "changed in other ways"), (UpdateKind.LinkAdded, "links added"), (UpdateKind.LinkChanged, "links changed"), (UpdateKind.LinkRemoved, "links removed"),
            (UpdateKind.ModelChanged, "facts about the model changed"),
        };
        var said = counts.Where(c => plan.Count(c.Kind) > 0).Select(c => string.Create(CultureInfo.InvariantCulture, $"{plan.Count(c.Kind)} {c.Word}"));
        return $"{why.Trim().TrimEnd('.')}. ({string.Join(", ", said)})";
    }

    /// <summary>The problem of an update that was looked at before somebody else changed the framework.</summary>
    internal static Problem Moved(string number) => Problem.Rejected("version-moved", "", "The model was changed in the meantime and is now at version {0}. Nothing was saved; look at the file again.", number);
}
