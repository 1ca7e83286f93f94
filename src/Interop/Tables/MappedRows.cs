using System.Globalization;
using Trellis.Core.Codes;

namespace Trellis.Interop.Tables;

/// <summary>Turns the rows of such a table into rows that each name their statement and its parent.</summary>
internal sealed class MappedRows(MappedColumns mapping, ImportReport report)
{
    private const string Made = "(tree)";

    /// <summary>The statements above the row that is read, with how far they are indented.</summary>
    private readonly List<(int Level, string Id)> _open = [];
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);
    private readonly HashSet<Guid> _ids = [];
    private readonly Guid _root = NameBasedId.Of(NameBasedId.UrlNamespace, "trellis:mapped:" + Path.GetFileNameWithoutExtension(report.File));
    private string[] _names = [];
    private string[] _above = [];

    /// <summary>The columns of the table and those that are made: identifier, parent and type.</summary>
    public static CsvColumns Columns(CsvRow header, MappedColumns mapping)
    {
        var roles = header.Cells.Select(name => mapping.Columns.GetValueOrDefault(name.Trim())).ToList();
        var columns = header.Cells.Select((name, i) => i >= header.Cells.Length - 3 ? null : Column(i, name.Trim(), roles[i], mapping)).OfType<CsvColumn>().ToList();
        var first = header.Cells.Length - 3;
        columns.Add(new(first, Made, ColumnRole.Identifier));
        if (!roles.Contains(MappedRole.Outline))
            columns.Add(new(first + 1, roles.Contains(MappedRole.Parent) ? mapping.Columns.First(c => c.Value == MappedRole.Parent).Key : Made, ColumnRole.Parent));
        if (roles.Contains(MappedRole.Group))
            columns.Add(new(first + 2, Made, ColumnRole.Type));
        return CsvColumns.Of(columns);
    }

    public IEnumerable<CsvRow> Of(IEnumerable<CsvRow> rows)
    {
        if (mapping.Title.Length > 0)
            yield return new(0, ["#title", mapping.Title]);
        CsvRow? header = null;
        foreach (var row in rows)
        {
            if (header is null)
            {
                header = row;
                _names = [.. row.Cells.Select(c => c.Trim())];
                _above = new string[_names.Length];
                yield return row with { Cells = [.. _names.Select((n, i) => n.Length > 0 ? n : FormattableString.Invariant($"column {i + 1}")), Made, Made, Made] };
                continue;
            }
            foreach (var made in Read(row))
                yield return made;
        }
    }

    private IEnumerable<CsvRow> Read(CsvRow row)
    {
        var cells = row.Cells.Concat(Enumerable.Repeat("", Math.Max(0, _names.Length - row.Cells.Length))).ToArray();
        if (cells.Length > _names.Length && cells.Skip(_names.Length).Any(c => !string.IsNullOrWhiteSpace(c)))
            report.Add(Problem.Repaired("cell-without-column", row.Place, "Above this cell no column is named; it was not read."));
        cells = cells[.._names.Length];
        var parent = Value(cells, MappedRole.Parent) ?? "";
        foreach (var (heading, made) in Headings(row, cells))
        {
            parent = heading;
            if (made is not null)
                yield return made;
        }
        if ((Value(cells, MappedRole.Text) ?? Value(cells, MappedRole.IndentedText) ?? Value(cells, MappedRole.Label)) is not { } text)
        {
            // A row that only gives headings has done its work.
            if (!Has(MappedRole.Group) || !cells.Any(c => !string.IsNullOrWhiteSpace(c)))
                report.Add(Problem.Rejected("missing-text", (Name(MappedRole.Text) ?? Name(MappedRole.IndentedText)) is { } name ? row.Where(name) : row.Place, "The row has no text; it was left out."));
            yield break;
        }
        var id = Value(cells, MappedRole.Identifier) ?? Id(Value(cells, MappedRole.Outline) ?? Value(cells, MappedRole.Notation) ?? $"{parent}|{text}");
        if (Level(row, cells) is { } level)
            parent = Open(level, id);
        yield return row with { Cells = [.. cells, id, parent, ""] };
    }

    /// <summary>The headings above a row from the outermost on, each with its row where it is new.</summary>
    private IEnumerable<(string Id, CsvRow? Row)> Headings(CsvRow row, string[] cells)
    {
        var (path, above) = ("", "");
        var isNew = false;
        for (var i = 0; i < _names.Length; i++)
        {
            if (mapping.Columns.GetValueOrDefault(_names[i]) != MappedRole.Group)
                continue;
            var word = cells[i].Trim();
            // Below a heading that changed, an empty cell is no heading at all.
            isNew |= word.Length > 0 && word != _above[i];
            _above[i] = word.Length > 0 ? word : isNew ? "" : _above[i] ?? "";
            if (_above[i].Length == 0)
                continue;
            path += "\u001F" + _above[i];
            CsvRow? made = null;
            if (!_groups.TryGetValue(path, out var id))
            {
                _groups.Add(path, id = Id(path));
                made = row with { Cells = [.. _names.Select(n => n == (Name(MappedRole.Text) ?? Name(MappedRole.IndentedText)) ? _above[i] : ""), id, above, _names[i]] };
            }
            above = id;
            yield return (id, made);
        }
    }

    private int? Level(CsvRow row, string[] cells)
    {
        if (Place(MappedRole.Level) is >= 0 and var place)
        {
            if (int.TryParse(cells[place].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
                return level;
            report.Add(Problem.Repaired("no-level", row.Where(_names[place]), "The row has no level; it was put beside the row above it."));
            return _open.Count == 0 ? 1 : _open[^1].Level;
        }
        return Place(MappedRole.IndentedText) is >= 0 and var text ? cells[text].Length - cells[text].TrimStart().Length : null;
    }

    /// <summary>Opens a statement below the last that stands further to the left, and gives that one's identifier.</summary>
    private string Open(int level, string id)
    {
        while (_open.Count > 0 && _open[^1].Level >= level)
            _open.RemoveAt(_open.Count - 1);
        var parent = _open.Count > 0 ? _open[^1].Id : "";
        _open.Add((level, id));
        return parent;
    }

    private string Id(string key)
    {
        var id = NameBasedId.Of(_root, key);
        for (var n = 2; !_ids.Add(id); n++)
            id = NameBasedId.Of(_root, FormattableString.Invariant($"{key}#{n}"));
        return id.ToString("D");
    }

    private bool Has(MappedRole role) => Place(role) >= 0;

    private string? Name(MappedRole role) => Place(role) is >= 0 and var place ? _names[place] : null;

    private int Place(MappedRole role) => Array.FindIndex(_names, n => mapping.Columns.GetValueOrDefault(n) == role);

    private string? Value(string[] cells, MappedRole role) => Place(role) is >= 0 and var place && cells[place].Trim() is { Length: > 0 } value ? value : null;

    private static CsvColumn? Column(int index, string name, MappedRole role, MappedColumns mapping) => role switch
    {
        MappedRole.Text or MappedRole.IndentedText => new(index, name, ColumnRole.Text),
        MappedRole.Label => new(index, name, mapping.Columns.Values.Any(r => r is MappedRole.Text or MappedRole.IndentedText) ? ColumnRole.Label : ColumnRole.Text),
        MappedRole.Notation => new(index, name, ColumnRole.Notation),
        MappedRole.Notes => new(index, name, ColumnRole.Notes),
        MappedRole.Keywords => new(index, name, ColumnRole.Keywords),
        MappedRole.Type => new(index, name, ColumnRole.Type),
        MappedRole.Language => new(index, name, ColumnRole.Language),
        MappedRole.Uri => new(index, name, ColumnRole.Uri),
        MappedRole.Outline => new(index, name, ColumnRole.Level),
        MappedRole.ExactMatch => new(index, name, ColumnRole.Link, LinkType: "exactMatchOf"),
        MappedRole.Related => new(index, name, ColumnRole.Link, LinkType: "isRelatedTo"),
        MappedRole.Keep when name.Length > 0 => new(index, name, ColumnRole.Other),
        _ => null,
    };
}
