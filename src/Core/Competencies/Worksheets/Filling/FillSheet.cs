using Microsoft.EntityFrameworkCore;
using Trellis.Core.Storage;

namespace Trellis.Core.Competencies.Worksheets.Filling;

/// <summary>A worksheet as it is filled in, block after block: its statements, the columns that the person may fill, and how many values each statement has.</summary>
public sealed record FillSheet(KeptWorksheet Worksheet, Model Model, IReadOnlyList<WorksheetBlock> Blocks, IReadOnlyList<KeptColumn> Columns, IReadOnlyDictionary<Guid, int> Filled)
{
    /// <summary>Reads it.</summary>
    /// <param name="db">Where it stands.</param>
    /// <param name="worksheet">The worksheet.</param>
    /// <param name="only">The one column that the person may fill; null for all.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<FillSheet> ReadAsync(Db db, KeptWorksheet worksheet, int? only, CancellationToken stop = default)
    {
        var model = await KeptWorksheets.ModelAsync(db, worksheet, stop);
        var blocks = await WorksheetChoice.BlocksAsync(db, model, worksheet.Parts, stop);
        var columns = (await KeptWorksheets.ColumnsAsync(db, worksheet.Id, stop)).FindAll(c => only is null || c.Number == only);
        var (id, numbers) = (worksheet.Id, columns.ConvertAll(c => c.Number));
        var filled = await db.WorksheetCells.Where(c => c.WorksheetId == id && c.Value != null && EF.Parameter(numbers).Contains(c.ColumnNumber))
            .GroupBy(c => c.StatementId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        return new(worksheet, model, blocks, columns, filled);
    }

    /// <summary>How many values a block has, of how many it could have.</summary>
    public (int Filled, int Of) Progress(WorksheetBlock block) =>
        (block.Rows.Sum(r => Filled.GetValueOrDefault(r.Id)), block.Rows.Count * Columns.Count * WorksheetMeasures.Of(Worksheet.Kind).Count);

    /// <summary>The cells of a block, emptied ones too, by their places.</summary>
    public async Task<Dictionary<CellPlace, KeptCell>> CellsAsync(Db db, WorksheetBlock block, CancellationToken stop = default)
    {
        var (id, rows, numbers) = (Worksheet.Id, block.Rows.Select(r => r.Id).ToList(), Columns.Select(c => c.Number).ToList());
        var cells = db.WorksheetCells.Where(c => c.WorksheetId == id && EF.Parameter(numbers).Contains(c.ColumnNumber) && EF.Parameter(rows).Contains(c.StatementId));
        return (await cells.ToListAsync(stop)).ToDictionary(c => new CellPlace(c.ColumnNumber, c.Measure, c.StatementId));
    }
}
