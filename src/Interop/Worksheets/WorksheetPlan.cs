using Trellis.Core.Competencies.Worksheets;
using Trellis.Core.Text;

namespace Trellis.Interop.Worksheets;

/// <summary>A block in the rating sheet: the first and last row of its statements.</summary>
internal sealed record PlannedBlock(WorksheetBlock Block, int First, int Last);

/// <summary>Where everything of a worksheet stands in its Excel file, so that formulas can name it.</summary>
internal sealed class WorksheetPlan
{
    public const int RoleRow = 2;
    public const int NameRow = 3;

    /// <summary>The columns before those to fill: the hidden identifier, the code, the statement.</summary>
    public const int Before = 3;

    private const int Courses = 8;

    /// <summary>Each takes three columns.</summary>
    private const int Employers = 4;

    public WorksheetPlan(Worksheet worksheet, DocumentWords words)
    {
        (Worksheet, Words) = (worksheet, words);
        var most = worksheet.Kind == WorksheetKind.Employer ? Employers : Courses;
        Layout = Named(WorksheetColumns.Of(worksheet.Kind, words, Math.Max(most, worksheet.Filled?.Names.Count ?? 0)), worksheet.Filled);
        Title = $"{Layout.Title}: {words.Plain(worksheet.Model.Version.Title)}";
        (InstructionName, SheetName, SummaryName) = (words["Instructions"], words["Worksheet"], words["Summary"]);
        var row = NameRow;
        foreach (var block in worksheet.Blocks)
        {
            row += 2;
            Blocks.Add(new(block, row, row + block.Rows.Count - 1));
            row += block.Rows.Count - 1;
        }
        LastRow = row;
    }

    public Worksheet Worksheet { get; }

    public DocumentWords Words { get; }

    public WorksheetColumns Layout { get; }

    public string Title { get; }

    public string InstructionName { get; }

    public string SheetName { get; }

    public string SummaryName { get; }

    public List<PlannedBlock> Blocks { get; } = [];

    public int LastRow { get; }

    /// <summary>The columns that take a level, as letters, each with its place in the layout. Those that say more of it are left out.</summary>
    public IEnumerable<(string Letters, int Index)> Ratings => Layout.Columns.Index().Where(c => c.Item is { IsRating: true, IsFurther: false }).Select(c => (Column(c.Index), c.Index));

    /// <summary>The first and the last column of numbers: "D", "K".</summary>
    public (string First, string Last) RatingSpan => (Column(0), Column(Layout.Columns.Index().Last(c => c.Item.IsRating).Index));

    /// <summary>The letters of the first gray column, right behind those to fill.</summary>
    public string FirstTotal => SheetCells.Letters(Before + Layout.Columns.Count + 1);

    /// <summary>The same columns under the names that are known already.</summary>
    private static WorksheetColumns Named(WorksheetColumns layout, FilledLevels? filled)
    {
        if (filled is null)
            return layout;
        var names = new Queue<string>(filled.Names);
        return layout with
        {
            Columns = [.. layout.Columns.Select(c => c is { IsRating: true, IsFurther: false } && names.TryDequeue(out var name) && name.Length > 0 ? c with { Name = name } : c)],
        };
    }

    /// <summary>The letters of a column to fill by its place in the layout, from 0.</summary>
    public static string Column(int index) => SheetCells.Letters(Before + index + 1);
}
