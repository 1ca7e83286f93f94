using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Bls;

/// <summary>Reads projections of states and of their regions, in any table that a mapping describes.</summary>
public static class StateProjectionsReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.StateProjections, "Projections of states",
        "a CSV file or workbook of Projections Central, or one that a mapping describes", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        foreach (var mapping in TableMapping.Of(load, ReleaseKinds.StateProjections))
        {
            if (tables.Find(mapping.Fits).FirstOrDefault() is not { } table)
                continue;
            var rows = new StateProjectionRows(load, table, mapping);
            await load.Rows.InsertAsync(rows.Read(), load.Stop);
            Describe(load.Release, rows, mapping);
            await rows.Areas.WriteAsync(load);
            return;
        }
        throw tables.Missing(Reader.Accepts);
    }

    /// <summary>Long and short projections of the same areas stand side by side, so that the years are part of the scope.</summary>
    private static void Describe(DataRelease release, StateProjectionRows rows, TableMapping mapping)
    {
        if (rows.Years.Count == 0)
            return;
        var (start, end) = (rows.Years.Max(y => y.Start), rows.Years.Max(y => y.End));
        var length = rows.Years.GroupBy(y => y.End - y.Start).OrderByDescending(g => g.Count()).First().Key;
        release.Period = ProjectionsReader.Period(start, end);
        (release.Edition, release.Title, release.Publisher) = (release.Period, $"{mapping.Title} {release.Period}", mapping.Publisher);
        release.Taxonomy = mapping.Taxonomy;
        release.Scope = string.Create(CultureInfo.InvariantCulture, $"{mapping.Scope ?? rows.Areas.Scope()} {length} years");
    }
}

/// <summary>The rows of a table of state projections. A row that cannot be understood is left out and reported.</summary>
internal sealed class StateProjectionRows(ReleaseLoad load, SourceTable table, TableMapping mapping)
{
    private static readonly (ProjectionFigure Figure, string Name)[] Counts =
    [
        (ProjectionFigure.StartEmployment, "start-employment"), (ProjectionFigure.EndEmployment, "end-employment"), (ProjectionFigure.Change, "change"),
        (ProjectionFigure.Openings, "openings"), (ProjectionFigure.Growth, "growth"), (ProjectionFigure.Exits, "exits"), (ProjectionFigure.Transfers, "transfers"),
    ];

    private readonly HashSet<(AreaCode, string)> _seen = [];

    public ReleaseAreas Areas { get; } = new();

    /// <summary>The first and last year of each row.</summary>
    public List<(int Start, int End)> Years { get; } = [];

    public IEnumerable<Projection> Read()
    {
        foreach (var row in table.Rows())
        {
            if (Row(row) is { } read)
                yield return read.Of(load.Rows.Key);
        }
    }

    private ProjectionRow? Row(TableRow row)
    {
        if (!SocCode.TryParse(Cell(row, "occupation"), out var soc))
            return Refuse(row, "occupation", "matrix-code", "\"{0}\" is no occupation code of the form 29-1141.");
        if (AreaForm.Read(mapping.Areas, Cell(row, "area")) is not { } area)
            return Refuse(row, "area", "projection-area", "\"{0}\" is no area that is known.");
        if (Year(row, "start-year") is not { } start)
            return Refuse(row, "start-year", "projection-year", "\"{0}\" is no year.");
        if (Year(row, "end-year") is not { } end || end <= start)
            return Refuse(row, "end-year", "projection-end", "\"{0}\" is no year after the first one.");
        if (!_seen.Add((area, soc.Value)))
            return Refuse(row, "occupation", "projection-twice", "The occupation {0} stands in the table for this area already.");
        Areas.Add(area, Cell(row, "area-name"));
        Years.Add((start, end));
        var read = new ProjectionRow { Area = area.ToString(), Code = soc.Value, Title = Cell(row, "title"), IsSummary = !soc.IsDetailed && soc.Value.EndsWith("00", StringComparison.Ordinal), Start = start, End = end };
        return Fill(read, row) ? read : null;
    }

    private bool Fill(ProjectionRow read, TableRow row)
    {
        foreach (var (figure, name) in Counts.Append((ProjectionFigure.ChangePercent, "change-percent")))
        {
            if (mapping.Place(table.Header, name) < 0)
                continue;
            if (FigureCell.Read(Cell(row, name), mapping.Signs) is not { } value)
                return Refuse(row, name, "matrix-figure", "\"{0}\" is neither a number nor a sign that is known for a missing one.") is not null;
            read[figure] = figure == ProjectionFigure.ChangePercent ? value : value.Times(mapping.CountsIn);
        }
        return true;
    }

    private string Cell(TableRow row, string name) => row[mapping.Place(table.Header, name)];

    private int? Year(TableRow row, string name) =>
        int.TryParse(Cell(row, name), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;

    private ProjectionRow? Refuse(TableRow row, string name, string code, string sentence) =>
        load.Refuse<ProjectionRow>(row, mapping.Columns.GetValueOrDefault(name)?[0] ?? name, code, sentence, Cell(row, name));
}
