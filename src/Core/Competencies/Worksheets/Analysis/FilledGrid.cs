using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Analysis;

/// <summary>A kept worksheet with the version it is over, its columns from left to right, and the levels of one measure.</summary>
public sealed record FilledGrid(KeptWorksheet Worksheet, Model Model, IReadOnlyList<KeptColumn> Columns, RatingGrid Grid)
{
    /// <summary>Reads it as it stands now.</summary>
    public static async Task<FilledGrid> ReadAsync(Db db, KeptWorksheet worksheet, WorksheetMeasure measure, CancellationToken stop = default) =>
        (await ReadAsync(db, worksheet, [measure], stop))[0];

    /// <summary>The same with several measures, one after the other over the same statements and columns.</summary>
    public static async Task<List<FilledGrid>> ReadAsync(Db db, KeptWorksheet worksheet, IReadOnlyList<WorksheetMeasure> measures, CancellationToken stop = default)
    {
        var model = await KeptWorksheets.ModelAsync(db, worksheet, stop);
        var blocks = await WorksheetChoice.BlocksAsync(db, model, worksheet.Parts, stop);
        var columns = await KeptWorksheets.ColumnsAsync(db, worksheet.Id, stop);
        var rows = blocks.SelectMany(b => b.Rows).Index().ToDictionary(r => r.Item.Id, r => r.Index);
        var places = columns.Index().ToDictionary(c => c.Item.Number, c => c.Index);
        var (id, filled) = (worksheet.Id, new List<FilledGrid>());
        foreach (var measure in measures)
        {
            var grid = new RatingGrid(blocks, columns.Count);
            var cells = await db.WorksheetCells.Where(c => c.WorksheetId == id && c.Measure == measure && c.Value != null)
                .Select(c => new { c.ColumnNumber, c.StatementId, c.Value }).ToListAsync(stop);
            foreach (var cell in cells)
            {
                if (rows.TryGetValue(cell.StatementId, out var row) && places.TryGetValue(cell.ColumnNumber, out var column))
                    grid[row, column] = cell.Value;
            }
            filled.Add(new(worksheet, model, columns, grid));
        }
        return filled;
    }

    /// <summary>When each course is taken, by its place; a course that was removed is required by nobody.</summary>
    public IReadOnlyList<CourseOrder> Order()
    {
        var places = Columns.Index().ToDictionary(c => c.Item.Number, c => c.Index);
        return [.. Columns.Select(c => new CourseOrder(c.Details.Term, [.. c.Details.Requires.Where(places.ContainsKey).Select(r => places[r])]))];
    }
}
