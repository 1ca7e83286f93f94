using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;
using Trellis.Core.Storage.Releases;

namespace Trellis.Interop.Bls;

/// <summary>
/// Reads what people need to enter occupations, and what education those have who work in them, from the workbook of education of the
/// Employment Projections. Tables are found by their columns. Source: bls.gov/emp.
/// </summary>
public static partial class EducationReader
{
    public static ReleaseReader Reader { get; } = new(ReleaseKinds.Education, "Education and training of occupations",
        "the workbook education.xlsx of BLS with its tables of education and training assignments and of educational attainment", ReadAsync);

    private static async Task ReadAsync(ReleaseLoad load)
    {
        using var tables = new SourceTables(load);
        var assignments = tables.Need(h => new MatrixColumns(h).IsAssignments, Reader.Accepts);
        var year = Year(assignments);
        (load.Release.Title, load.Release.Publisher) = ($"Education and training assignments {year}", "U.S. Bureau of Labor Statistics");
        (load.Release.Edition, load.Release.Period) = (year.ToString(CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        load.Release.Taxonomy = ProjectionsReader.Taxonomy(year);
        await load.Rows.InsertAsync(Assignments(load, assignments), load.Stop);
        if (tables.Find(h => new MatrixColumns(h).IsAttainment).FirstOrDefault() is { } attainment)
            await load.Rows.InsertAsync(Shares(load, attainment), load.Stop);
        else
            load.Release.Gaps = ["Educational attainment by detailed occupation"];
    }

    private static IEnumerable<EntryEducation> Assignments(ReleaseLoad load, SourceTable table)
    {
        var at = new MatrixColumns(table.Header);
        foreach (var row in Coded(load, table, at))
        {
            yield return new()
            {
                ReleaseKey = load.Rows.Key,
                Code = row[at.Code],
                Title = MatrixColumns.Plain(row[at.Title]),
                Education = MatrixRows.Text(row[at.Education]),
                Experience = MatrixRows.Text(row[at.Experience]),
                Training = MatrixRows.Text(row[at.Training]),
            };
        }
    }

    private static IEnumerable<EducationShare> Shares(ReleaseLoad load, SourceTable table)
    {
        var at = new MatrixColumns(table.Header);
        var levels = Enumerable.Range(0, at.Names.Count).Where(i => i != at.Code && i != at.Title && at.Names[i].Length > 0).ToList();
        foreach (var row in Coded(load, table, at))
        {
            foreach (var (ordinal, place) in levels.Index())
            {
                if (FigureCell.Read(row[place], MatrixRows.Signs) is not { } share)
                    load.Report.Add(Problem.Rejected("matrix-figure", row.Where(at.Names[place]), "\"{0}\" is neither a number nor a sign that is known for a missing one.", row[place]));
                else
                    yield return new() { ReleaseKey = load.Rows.Key, Code = row[at.Code], Ordinal = ordinal, Level = at.Names[place], Percent = share.Value, Marks = FigureMarks.Write(share.State) };
            }
        }
    }

    /// <summary>Rows with a code of an occupation; below the last stand footnotes, which have none.</summary>
    private static IEnumerable<TableRow> Coded(ReleaseLoad load, SourceTable table, MatrixColumns at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in table.Rows().Where(r => r[at.Code].Length > 0))
        {
            if (!SocCode.TryParse(row[at.Code], out _))
                load.Report.Add(Problem.Rejected("matrix-code", row.Where(at.Names[at.Code]), "\"{0}\" is no occupation code of the form 29-1141.", row[at.Code]));
            else if (!seen.Add(row[at.Code]))
                load.Report.Add(Problem.Rejected("matrix-twice", row.Where(at.Names[at.Code]), "The occupation {0} stands in the table already.", row[at.Code]));
            else
                yield return row;
        }
    }

    private static int Year(SourceTable table) =>
        table.Above.Concat(table.Header.Names).Select(t => AnyYear().Match(t)).FirstOrDefault(m => m.Success) is { } match
            ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture)
            : throw new UnusableInputException(Problem.Rejected("no-period", table.Name, "Neither the title of the table nor its columns name the year that it speaks of."));

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyYear();
}
