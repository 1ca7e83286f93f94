using System.Globalization;
using Trellis.Core.Access;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Storage;

namespace Trellis.Interop;

/// <summary>Reads a framework from a file of any known format, and loads it.</summary>
public static class FrameworkImport
{
    /// <summary>Reads and checks a file without writing, in the format given or else in the one that it is. A file that cannot be used is refused with its problems, never thrown.</summary>
    public static ReadFramework Read(ImportSource source, ImportMode mode, FrameworkFormat? given = null)
    {
        var report = new ImportReport(source.Name);
        try
        {
            var format = given ?? FrameworkFormats.All.FirstOrDefault(f => f.Recognizes(source))
                ?? throw new UnusableInputException(UnknownFile.Describe(source));
            var contents = format.ReadAll?.Invoke(source, report) ?? [format.Read(source, report)];
            Arrange(contents, report);
            if (mode == ImportMode.Tolerant || !report.HasFaults)
                return new(contents[0], report) { Further = [.. contents.Skip(1)] };
            report.Add(Problem.Noted("strict-mode", "", "Strict mode takes a file only when nothing in it has to be repaired or left out. Correct the file, or import it in tolerant mode."));
        }
        catch (UnusableInputException e)
        {
            foreach (var problem in e.Problems)
                report.Add(problem);
            report.Add(Problem.Noted("accepted-formats", "", "Accepted are: {0}.", string.Join("; ", FrameworkFormats.All.Select(f => f.Name))));
        }
        report.Outcome = ImportOutcome.Refused;
        report.Accepted = 0;
        report.Further = [];
        return new(null, report);
    }

    /// <summary>Reads a file and writes its framework as published; nothing is written of a file that is refused.</summary>
    public static Task<ImportReport> LoadAsync(Db db, ImportSource source, ImportMode mode, Change change, CancellationToken stop) =>
        WriteAsync(db, Read(source, mode), change, stop);

    /// <summary>Writes what was read, and keeps the report.</summary>
    public static async Task<ImportReport> WriteAsync(Db db, ReadFramework read, Change change, CancellationToken stop)
    {
        if (read.Content is { } content)
        {
            (read.Report.Framework, read.Report.Version, read.Report.Outcome) = await WriteAsync(db, content, change, stop);
            var further = new List<FurtherFramework>();
            foreach (var next in read.Further)
            {
                var (slug, version, outcome) = await WriteAsync(db, next, change, stop);
                further.Add(FurtherFramework.Of(next) with { Framework = slug, Version = version, Outcome = outcome });
            }
            read.Report.Further = further;
        }
        await ImportReports.KeepAsync(db, read.Report, change, stop);
        return read.Report;
    }

    private static async Task<(string Slug, string Version, ImportOutcome Outcome)> WriteAsync(Db db, FrameworkContent content, Change change, CancellationToken stop)
    {
        var result = await new FrameworkEditor(db).LoadAsync(content, change, stop);
        return (result.Framework.Slug, result.Version.Number, result.Outcome switch
        {
            LoadOutcome.Added => ImportOutcome.Added,
            LoadOutcome.NewVersion => ImportOutcome.NewVersion,
            _ => ImportOutcome.Unchanged,
        });
    }

    private static void Arrange(IReadOnlyList<FrameworkContent> contents, ImportReport report)
    {
        report.Items = Math.Max(report.Items, contents.Sum(c => c.Statements.Count));
        report.Associations = Math.Max(report.Associations, contents.Sum(c => c.Alignments.Count));
        foreach (var problem in contents.SelectMany(c => StatementTree.Arrange(c.Statements)))
            report.Add(problem);
        if (!report.HasCountedExternal)
            report.External = contents.Sum(CountExternal);
        report.Accepted = Math.Max(0, report.Items + report.Associations - report.Rejected);
        report.Framework = contents[0].Version.Title.ToString();
        report.Version = contents[0].Version.Number;
        report.Further = [.. contents.Skip(1).Select(FurtherFramework.Of)];
    }

    private static int CountExternal(FrameworkContent content)
    {
        var inside = content.Statements.Select(s => s.Id.ToString("D", CultureInfo.InvariantCulture)).ToHashSet(StringComparer.Ordinal);
        inside.Add(content.Framework.Id.ToString("D", CultureInfo.InvariantCulture));
        return content.Alignments.Count(a => !inside.Contains(a.Origin.Id) || !inside.Contains(a.Destination.Id));
    }
}
