using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Competencies.Updates;
using Trellis.Core.Storage;

namespace Trellis.Interop;

/// <summary>A table of a framework that was edited outside and comes back: what it would change, and all that was found in it.</summary>
public sealed record ReadUpdate(Model Model, UpdatePlan? Plan, ImportReport Report, IReadOnlyList<Problem> Problems);

/// <summary>Loads a table of a framework back as its next version.</summary>
public static class UpdateFile
{
    /// <summary>Reads a file and plans what it changes; writes nothing. A file of another framework is refused by name.</summary>
    public static async Task<ReadUpdate> ReadAsync(Db db, Model model, ImportSource source, bool removesMissing, DateTimeOffset when, CancellationToken stop)
    {
        var (content, report) = FrameworkImport.Read(source, ImportMode.Tolerant);
        if (content is not null && Unfit(model, content, report) is { } problem)
        {
            report.Add(problem);
            content = null;
        }
        if (content is null)
        {
            report.Outcome = ImportOutcome.Refused;
            return new(model, null, report, report.Problems);
        }
        var now = await FrameworkUpdate.ContentAsync(db, model.Framework, model.Version, stop);
        var origin = await OriginAsync(db, model, content.Version.Number, now, report, stop);
        var kept = KeepParents(content, now);
        var known = now.Statements.Select(s => s.Id).ToHashSet();
        var unknown = content.Statements.Select(s => s.Id).Where(id => !known.Contains(id)).ToList();
        var elsewhere = await FrameworkUpdate.ElsewhereAsync(db, model.Framework, unknown, stop);
        var plan = FrameworkUpdate.Plan(new(now, origin, content, report.Rows!, elsewhere, removesMissing), when);
        report.Framework = model.Slug;
        return new(model, plan, report, [.. report.Problems.Where(p => p.Code != "missing-parent" || !kept.Contains(p.Values[0])), .. plan.Problems]);
    }

    /// <summary>Writes the plan as the next version and keeps the report; all or nothing.</summary>
    public static async Task<ImportReport> ApplyAsync(Db db, ReadUpdate read, Change change, CancellationToken stop)
    {
        var result = await FrameworkUpdate.ApplyAsync(db, read.Plan!, change, stop);
        (read.Report.Version, read.Report.Outcome) = (result.Version.Number, ImportOutcome.NewVersion);
        await ImportReports.KeepAsync(db, read.Report, change, stop);
        return read.Report;
    }

    private static Problem? Unfit(Model model, FrameworkContent content, ImportReport report)
    {
        var title = model.Version.Title.ToString();
        if (report.Rows is not { } rows)
            return Problem.Rejected("no-table", "", "A model is updated from a CSV or XLSX file with one statement in each row; this file is {0}.", report.Format ?? "");
        if (rows.NamesFramework && content.Framework.Id != model.Framework.Id)
            return Problem.Rejected("another-model", "", "This file is of the model {0}, not of {1}. Open that model to update it.", content.Version.Title.ToString(), title);
        if (content.Statements.Count == 0)
            return Problem.Rejected("no-statements", "", "No row of the file could be taken.");
        return null;
    }

    /// <summary>The version from which the file was made, where it tells.</summary>
    private static async Task<FrameworkContent> OriginAsync(Db db, Model model, string number, FrameworkContent now, ImportReport report, CancellationToken stop)
    {
        var newest = model.Version.Number;
        if (number.Length == 0 || number == newest || !report.Rows!.NamesFramework)
            return now;
        if ((await ModelCatalog.VersionsAsync(db, model.Framework, stop)).Find(v => v.Number == number) is not { } version)
        {
            report.Add(Problem.Noted("unknown-version", "", "The file says that it is of version {0}, which is not here; it was compared with version {1}.", number, newest));
            return now;
        }
        report.Add(Problem.Noted("older-version", "", "The file was made from version {0}; the newest is {1}. What both changed is listed as a conflict, and there the newest stays.", number, newest));
        return await FrameworkUpdate.ContentAsync(db, model.Framework, version, stop);
    }

    /// <summary>A parent whose row somebody took out of the file is still the parent, as long as it is in the framework; the reader made a link of it.</summary>
    private static HashSet<string> KeepParents(FrameworkContent content, FrameworkContent now)
    {
        var inFile = content.Statements.ToDictionary(s => s.Id.ToString("D"));
        var here = now.Statements.Select(s => s.Id.ToString("D")).Except(inFile.Keys).ToHashSet(StringComparer.Ordinal);
        var links = now.Alignments.Select(a => a.Id).ToHashSet();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        content.Alignments.RemoveAll(link =>
        {
            if (link.Type != AssociationType.IsChildOf || links.Contains(link.Id) || !here.Contains(link.Destination.Id)
                || !inFile.TryGetValue(link.Origin.Id, out var child) || child.ParentId is not null)
            {
                return false;
            }
            child.ParentId = Guid.ParseExact(link.Destination.Id, "D");
            kept.Add(link.Destination.Id);
            return true;
        });
        return kept;
    }
}
