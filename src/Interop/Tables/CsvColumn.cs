using Trellis.Core.Competencies.Updates;

namespace Trellis.Interop.Tables;

/// <summary>What the cells of a column say about a statement.</summary>
public enum ColumnRole
{
    Identifier,
    Parent,
    Kind,
    Tier,
    Notation,
    Label,
    Text,
    Notes,
    Keywords,
    Type,
    Language,
    DerivedFrom,
    Uri,
    Changed,
    Level,

    /// <summary>How deep a row stands in a table whose rows are in the order of the tree: 1 at the top.</summary>
    Depth,
    Sequence,
    Extensions,

    /// <summary>Targets of links of one type.</summary>
    Link,

    /// <summary>Not read at all.</summary>
    Ignored,

    /// <summary>Anything else; it is kept under the name of the column.</summary>
    Other,
}

/// <summary>
/// A column: its place, its name as the file writes it, its role, the language after @ where it has one, and for links
/// their type.
/// </summary>
public sealed record CsvColumn(int Index, string Name, ColumnRole Role, string? Language = null, string? LinkType = null)
{
    /// <summary>Whether the file leaves the cell above it empty.</summary>
    public bool IsNameless { get; init; }
}

/// <summary>The columns of a file in their order, recognised by their names whatever their order, case and punctuation.</summary>
public sealed class CsvColumns
{
    private readonly ILookup<ColumnRole, CsvColumn> _byRole;

    private CsvColumns(List<CsvColumn> all)
    {
        All = all;
        _byRole = all.ToLookup(c => c.Role);
    }

    public IReadOnlyList<CsvColumn> All { get; }

    public IEnumerable<CsvColumn> Of(ColumnRole role) => _byRole[role];

    public CsvColumn? First(ColumnRole role) => _byRole[role].FirstOrDefault();

    public bool Has(ColumnRole role) => _byRole.Contains(role);

    /// <summary>Columns whose roles somebody gave; their places tell where they stand.</summary>
    public static CsvColumns Of(List<CsvColumn> given)
    {
        var columns = new List<CsvColumn>();
        foreach (var column in given.OrderBy(c => c.Index))
        {
            while (columns.Count < column.Index)
                columns.Add(new(columns.Count, FormattableString.Invariant($"column {columns.Count + 1}"), ColumnRole.Ignored) { IsNameless = true });
            columns.Add(column);
        }
        return new(columns);
    }

    /// <summary>The fields of statements that the file speaks of, as updates name them.</summary>
    public HashSet<string> Fields(string main)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in All)
        {
            var name = column.Role switch
            {
                ColumnRole.Text or ColumnRole.Label or ColumnRole.Notes or ColumnRole.Keywords => $"{column.Role.ToString().ToLowerInvariant()}@{column.Language ?? main}",
                ColumnRole.Parent or ColumnRole.Depth or ColumnRole.Level => StatementValues.Parent,
                ColumnRole.Notation => StatementValues.Notation,
                ColumnRole.Kind or ColumnRole.Tier or ColumnRole.Type or ColumnRole.Uri or ColumnRole.Extensions => column.Role.ToString().ToLowerInvariant(),
                ColumnRole.DerivedFrom => "derivedFrom",
                _ => null,
            };
            if (name is not null)
                fields.Add(name);
        }
        return fields;
    }

    /// <summary>Reads a header row. In a file that is not ours the first column of a role is taken, and "is child of" names the parent.</summary>
    public static CsvColumns Read(CsvRow header, bool ours)
    {
        var columns = new List<CsvColumn>();
        for (var i = 0; i < header.Cells.Length; i++)
        {
            var name = header.Cells[i].Trim();
            columns.Add(name.Length > 0
                ? ColumnNames.Recognise(i, name, ours)
                : new(i, FormattableString.Invariant($"column {i + 1}"), ColumnRole.Other) { IsNameless = true });
        }
        KeepBest(columns);
        // A file with names and no longer text states its competencies by their names.
        if (!columns.Exists(c => c.Role == ColumnRole.Text))
            columns = [.. columns.Select(c => c.Role == ColumnRole.Label ? c with { Role = ColumnRole.Text } : c)];
        return new(columns);
    }

    private static void KeepBest(List<CsvColumn> columns)
    {
        foreach (var same in columns.Where(c => c.Role is not (ColumnRole.Link or ColumnRole.Other)).GroupBy(c => (c.Role, c.Language)).ToList())
        {
            foreach (var rest in same.OrderBy(c => ColumnNames.Rank(c)).ThenBy(c => c.Index).Skip(1))
                columns[columns.IndexOf(rest)] = rest with { Role = ColumnRole.Other };
        }
    }
}
