using Microsoft.EntityFrameworkCore;
using Trellis.Core.Codes;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;
using Trellis.Interop.Worksheets;

namespace Trellis.Interop;

/// <summary>A value that a file would change, in the words of the worksheet.</summary>
public sealed record UploadChange(WorksheetRow Row, string Column, WorksheetMeasure Measure, int? From, int To);

/// <summary>What a filled file would change in a kept worksheet, and what of it has no place there.</summary>
/// <param name="Load">What would be saved.</param>
/// <param name="Changes">The same, to be read.</param>
/// <param name="Same">How many values of the file the worksheet has already.</param>
/// <param name="Problems">What was wrong in the file, and rows that the worksheet does not have.</param>
/// <param name="More">How many further problems there were.</param>
public sealed record WorksheetUpload(CellLoad Load, IReadOnlyList<UploadChange> Changes, int Same, IReadOnlyList<Problem> Problems, int More)
{
    /// <summary>Reads a filled Excel file and sets it against the worksheet; writes nothing. A file over something else is refused.</summary>
    public static async Task<WorksheetUpload> ReadAsync(Db db, KeptWorksheet worksheet, ImportSource source, CancellationToken stop = default)
    {
        var filled = WorksheetReader.Read(source);
        var model = await KeptWorksheets.ModelAsync(db, worksheet, stop);
        if (filled.Kind != worksheet.Kind || filled.Framework != model.Framework.Id)
            throw new UnusableInputException(Problem.Rejected("another-worksheet", source.Name, "This file is a worksheet of another kind or over another model. Download this worksheet as XLSX, fill that in, and send it."));
        var rows = (await WorksheetChoice.BlocksAsync(db, model, worksheet.Parts, stop)).SelectMany(b => b.Rows).ToDictionary(r => r.Id);
        var id = worksheet.Id;
        var held = await db.WorksheetColumns.Where(c => c.WorksheetId == id).ToListAsync(stop);
        var cells = (await db.WorksheetCells.Where(c => c.WorksheetId == id).ToListAsync(stop)).ToDictionary(c => new CellPlace(c.ColumnNumber, c.Measure, c.StatementId));
        // What a job needs is told by the profile that the people are set beside, and not by their worksheet.
        var own = filled.Columns.Where(c => c.Role != WorksheetColumn.Needed).ToList();
        var columns = Columns(worksheet, held, own);
        var (edits, changes, same) = (new List<CellEdit>(), new List<UploadChange>(), 0);
        foreach (var (column, values) in columns.Zip(own))
        {
            foreach (var (measure, statement, level) in Values(worksheet.Kind, values).Where(v => rows.ContainsKey(v.Statement)))
            {
                var place = new CellPlace(column.Number, measure, statement);
                var cell = cells.GetValueOrDefault(place);
                if (cell?.Value == level)
                {
                    same++;
                    continue;
                }
                edits.Add(new(place, level, cell?.Revision ?? 0));
                changes.Add(new(rows[statement], column.Title, measure, cell?.Value, level));
            }
        }
        var unplaced = own.SelectMany(c => Values(worksheet.Kind, c)).Select(v => v.Statement).Distinct().Where(s => !rows.ContainsKey(s))
            .Select(s => Problem.Rejected("no-place", s.ToString("D"), "The worksheet has no such statement; its levels are left out."));
        var added = columns.Where(c => held.TrueForAll(h => h.Number != c.Number)).DistinctBy(c => c.Number).ToList();
        return new(new(worksheet.Revision, added, edits), changes, same, [.. filled.Problems, .. unplaced], filled.MoreProblems);
    }

    private static IEnumerable<(WorksheetMeasure Measure, Guid Statement, int Value)> Values(WorksheetKind kind, FilledColumn column) => column.Further
        .Prepend(new(column.Role, column.Levels)).SelectMany(role => role.Value.Select(v => (WorksheetMeasures.InFile(kind, role.Key), v.Key, v.Value)));

    /// <summary>For each column of the file the one of that name, or a new one.</summary>
    private static List<KeptColumn> Columns(KeptWorksheet worksheet, List<KeptColumn> held, IReadOnlyList<FilledColumn> filled)
    {
        var (columns, next) = (new List<KeptColumn>(), held.Select(c => c.Number).DefaultIfEmpty(0).Max() + 1);
        foreach (var column in filled)
        {
            var known = held.Find(h => !h.IsRemoved && IsNamed(h, column.Name) && !columns.Contains(h));
            columns.Add(known ?? new()
            {
                WorksheetId = worksheet.Id,
                Number = next,
                Position = next - 1,
                Title = column.Name.Length > 0 ? column.Name : FormattableString.Invariant($"{next}"),
                Revision = 1,
            });
            next += known is null ? 1 : 0;
        }
        return columns;
    }

    private static bool IsNamed(KeptColumn column, string name) =>
        new[] { column.Title, column.Details.Code, column.FullTitle }.Any(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
}
