using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Interop.Bls;

/// <summary>
/// The columns of a table of the Employment Projections by what their names say: these carry years, dashes and marks of footnotes
/// ("Median annual wage, dollars, 2024[1]"), and differ from release to release.
/// </summary>
internal sealed partial class MatrixColumns
{
    private readonly IReadOnlyList<string> _names;

    public MatrixColumns(TableHeader header)
    {
        _names = [.. header.Names.Select(n => Space().Replace(Footnote().Replace(n, ""), " ").Trim())];
        EmploymentYears = [.. _names.Select(n => Employment().Match(n)).Where(m => m.Success).Select(m => int.Parse(m.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];
    }

    /// <summary>The years for which the table has employment: the first and the last of the projection.</summary>
    public IReadOnlyList<int> EmploymentYears { get; }

    public int Code => Find("Matrix code", "Matrix occupation code");

    public int Title => Find("Matrix title", "Matrix occupation title");

    public int Type => Find("Occupation type");

    public int Education => Find("Typical education needed for entry");

    public int Experience => Find("Work experience in a related occupation");

    public int Training => Find("Typical on-the-job training");

    /// <summary>Whether this is the table of all occupations with their openings and what they ask of people.</summary>
    public bool IsOccupations => Code >= 0 && Type >= 0 && EmploymentYears.Count == 2 && Find("Occupational openings") >= 0 && Education >= 0;

    /// <summary>Whether this is the table of separations.</summary>
    public bool IsSeparations => Code >= 0 && Type >= 0 && Find("Labor force exits,") >= 0 && Find("Occupational transfers,") >= 0;

    /// <summary>Whether this is the table of what people need to enter an occupation, and nothing else.</summary>
    public bool IsAssignments => Code >= 0 && Education >= 0 && EmploymentYears.Count == 0;

    /// <summary>Whether this is the table of the education that workers of an occupation have.</summary>
    public bool IsAttainment => Code >= 0 && Find("Less than high school") >= 0 && Find("Bachelor's degree") >= 0;

    public IReadOnlyList<string> Names => _names;

    public int EmploymentOf(int year) => Find(string.Create(CultureInfo.InvariantCulture, $"Employment, {year}"));

    /// <summary>The first column whose name holds one of these texts; -1 where none does.</summary>
    public int Find(params ReadOnlySpan<string> parts)
    {
        foreach (var part in parts)
        {
            for (var i = 0; i < _names.Count; i++)
            {
                if (_names[i].Contains(part, StringComparison.OrdinalIgnoreCase))
                    return i;
            }
        }
        return -1;
    }

    /// <summary>A text without the mark of a footnote at its end.</summary>
    public static string Plain(string text) => Footnote().Replace(text, "").Trim();

    [GeneratedRegex(@"^Employment, (?<year>(19|20)\d\d)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Employment();

    [GeneratedRegex(@"\s*\[\d+\]\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Footnote();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}
