using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop.Bls;

/// <summary>The rows of the table of all occupations, each with what the table of separations says of the same code.</summary>
internal sealed class MatrixRows
{
    /// <summary>What the tables write where there is nothing to tell.</summary>
    public static readonly Dictionary<string, FigureState> Signs = new() { [""] = FigureState.NotReported, ["—"] = FigureState.NotReported, ["-"] = FigureState.NotReported };

    private readonly ReleaseLoad _load;
    private readonly SourceTable _table;
    private readonly MatrixColumns _at;
    private readonly MatrixColumns? _separationsAt;
    private readonly Dictionary<string, TableRow> _separations;
    private readonly HashSet<(string, bool)> _seen = [];

    public MatrixRows(ReleaseLoad load, SourceTable table, SourceTable? separations)
    {
        (_load, _table, _at) = (load, table, new(table.Header));
        (Start, End) = (_at.EmploymentYears.Min(), _at.EmploymentYears.Max());
        if (!table.Above.Concat(_at.Names).Any(t => t.Contains("in thousands", StringComparison.OrdinalIgnoreCase)))
            throw new UnusableInputException(Problem.Rejected("no-unit", table.Name, "The table does not say that its employment is in thousands, as the tables of BLS do above their columns."));
        _separationsAt = separations is null ? null : new(separations.Header);
        _separations = separations is null ? [] : separations.Rows().Where(r => IsCode(r[_separationsAt!.Code])).DistinctBy(r => r[_separationsAt!.Code]).ToDictionary(r => r[_separationsAt!.Code]);
    }

    public int Start { get; }

    public int End { get; }

    public IEnumerable<Projection> Read()
    {
        foreach (var row in _table.Rows())
        {
            // Below the last row stand footnotes, which have no code.
            if (row[_at.Code].Length > 0 && Row(row) is { } read)
                yield return read.Of(_load.Rows.Key);
        }
    }

    public static string? Text(string cell) => cell is "" or "—" or "-" ? null : MatrixColumns.Plain(cell);

    private ProjectionRow? Row(TableRow row)
    {
        if (!IsCode(row[_at.Code]))
            return Refuse(row, _at.Code, "matrix-code", "\"{0}\" is no occupation code of the form 29-1141.", row[_at.Code]);
        if (row[_at.Type] is not ("Summary" or "Line item"))
            return Refuse(row, _at.Type, "matrix-type", "\"{0}\" is no type of occupation: Summary or Line item is expected.", row[_at.Type]);
        if (!_seen.Add((row[_at.Code], row[_at.Type] == "Summary")))
            return Refuse(row, _at.Code, "matrix-twice", "The occupation {0} stands in the table already.", row[_at.Code]);
        var read = new ProjectionRow
        {
            Area = AreaCode.Nation.ToString(),
            Code = row[_at.Code],
            Title = MatrixColumns.Plain(row[_at.Title]),
            IsSummary = row[_at.Type] == "Summary",
            Depth = Depth(row.Cells[_at.Title]),
            Start = Start,
            End = End,
            Education = Text(row[_at.Education]),
            Experience = Text(row[_at.Experience]),
            Training = Text(row[_at.Training]),
        };
        return Fill(read, row) ? read : null;
    }

    private bool Fill(ProjectionRow read, TableRow row)
    {
        var (of, from) = (_at, row);
        var whole = Take(ProjectionFigure.StartEmployment, _at.EmploymentOf(Start), 1000) && Take(ProjectionFigure.EndEmployment, _at.EmploymentOf(End), 1000)
            && Take(ProjectionFigure.Change, _at.Find("change, numeric"), 1000) && Take(ProjectionFigure.ChangePercent, _at.Find("change, percent"), 1)
            && Take(ProjectionFigure.Openings, _at.Find("Occupational openings"), 1000) && Take(ProjectionFigure.SelfEmployedPercent, _at.Find("self employed", "self-employed"), 1)
            && Take(ProjectionFigure.MedianWage, _at.Find("Median annual wage"), 100);
        if (!whole || _separationsAt is null || !_separations.TryGetValue(read.Code, out var separations))
            return whole;
        (of, from) = (_separationsAt, separations);
        return Take(ProjectionFigure.Exits, of.Find("Labor force exits,"), 1000) && Take(ProjectionFigure.Transfers, of.Find("Occupational transfers,"), 1000)
            && Take(ProjectionFigure.ExitRate, of.Find("Labor force exit rate"), 1) && Take(ProjectionFigure.TransferRate, of.Find("Occupational transfer rate"), 1);

        bool Take(ProjectionFigure figure, int place, double factor)
        {
            if (FigureCell.Read(from[place], Signs) is not { } value)
                return Refuse(from, place, "matrix-figure", "\"{0}\" is neither a number nor a sign that is known for a missing one.", from[place], of) is not null;
            read[figure] = value.Times(factor);
            return true;
        }
    }

    private ProjectionRow? Refuse(TableRow row, int place, string code, string sentence, string value, MatrixColumns? of = null) =>
        _load.Refuse<ProjectionRow>(row, (of ?? _at).Names[place], code, sentence, value);

    private static bool IsCode(string text) => SocCode.TryParse(text, out var code) && code.Value == text;

    /// <summary>Titles are indented by two spaces for each level below the total.</summary>
    private static int Depth(string title) => (title.Length - title.TrimStart(' ').Length) / 2;
}
