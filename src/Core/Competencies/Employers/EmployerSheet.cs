using Microsoft.EntityFrameworkCore;
using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Competencies.Worksheets.Filling;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Employers;

/// <summary>A kept worksheet in which employers rate the statements of a model, with what comes out of it.</summary>
public sealed record EmployerSheet(KeptWorksheet Worksheet, Model Model, IReadOnlyList<WorksheetBlock> Blocks, IReadOnlyList<KeptColumn> Columns, EmployerAnalysis Analysis)
{
    /// <summary>The worksheet as it is filled in now.</summary>
    public static async Task<EmployerSheet> ReadAsync(Db db, KeptWorksheet worksheet, CancellationToken stop = default)
    {
        var id = worksheet.Id;
        var model = await KeptWorksheets.ModelAsync(db, worksheet, stop);
        var blocks = await WorksheetChoice.BlocksAsync(db, model, worksheet.Parts, stop);
        var columns = await KeptWorksheets.ColumnsAsync(db, id, stop);
        var cells = await db.WorksheetCells.Where(c => c.WorksheetId == id && c.Value != null).ToListAsync(stop);
        var ratings = cells.GroupBy(c => (c.StatementId, c.ColumnNumber)).ToDictionary(g => g.Key, g => new EmployerRating(
            At(g, WorksheetMeasure.Importance), At(g, WorksheetMeasure.Level), At(g, WorksheetMeasure.Frequency)));
        return new(worksheet, model, blocks, columns, EmployerAnalysis.Of(
            [.. columns.Select(c => new RatingEmployer(c.Number, c.Title, c.Details.Weight is > 0 and var weight ? weight : 1))],
            [.. blocks.SelectMany(b => b.Rows).Select(r => r.Id)],
            ratings));
    }

    private static int? At(IEnumerable<KeptCell> cells, WorksheetMeasure measure) => cells.FirstOrDefault(c => c.Measure == measure)?.Value;
}
