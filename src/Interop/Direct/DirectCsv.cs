using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Direct;

/// <summary>Reads DIRECT from CSV: the one table that holds the tree, its levels in columns, or one of the tables by sort.</summary>
internal sealed class DirectCsv
{
    private static readonly (string Name, string Title, DirectSort? Sort, string[] Columns)[] Tables =
    [
        ("all", "DIRECT competency framework", null, ["competency_domain", "competency", "skill", "description", "slug"]),
        ("skills", "DIRECT skills", DirectSort.Skill, ["name", "description", "slug", "competency"]),
        ("competencies", "DIRECT competencies", DirectSort.Competency, ["name", "description", "slug", "competency_domain"]),
        ("levels", "DIRECT skill levels", DirectSort.SkillLevel, ["name", "description", "level", "short_description"]),
        ("domains", "DIRECT competency domains", DirectSort.Domain, ["name", "description", "slug", "rank"]),
    ];

    private readonly ImportReport _report;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly string[] _names;
    private readonly string?[] _open = new string?[3];
    private readonly HashSet<string> _taken;

    private DirectCsv(ImportReport report, CsvRow header)
    {
        _report = report;
        _names = [.. header.Cells.Select(c => c.Trim())];
        for (var i = 0; i < _names.Length; i++)
            _columns.TryAdd(_names[i], i);
        _taken = ["name", "description", "slug", "rank", "level", "related_skills", "competency_domain", "competency", "skill"];
    }

    public static FrameworkFormat Format { get; } = new("DIRECT (CSV)", source => Table(CsvRows.Header(source)).Name is not null, Read);

    private static (string Name, string Title, DirectSort? Sort, string[] Columns) Table(IReadOnlyList<string> header) =>
        Array.Find(Tables, t => Array.TrueForAll(t.Columns, c => header.Any(h => h.Trim() == c)));

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "direct";
        DirectCsv? table = null;
        DirectBuilder? builder = null;
        DirectSort? sort = null;
        foreach (var row in CsvRows.Read(source, report.Add).Where(r => !r.IsEmpty))
        {
            if (table is null)
            {
                var (name, title, only, _) = Table(row.Cells);
                (table, builder, sort) = (new(report, row), new(report, name, title), only);
            }
            else if (table.Read(row, sort) is { } read)
            {
                builder!.Add(read);
            }
        }
        return builder!.Build();
    }

    private DirectRow? Read(CsvRow row, DirectSort? only)
    {
        if (row.Cells.Length > _names.Length || row.Cells.Any(c => c.AsSpan().ContainsAny(CsvRow.Banned)))
            return Reject(row, "too-many-cells", "The row has more cells than columns are named, or a character that no text may hold; it was left out.");
        if (row.Cells.Length < _names.Length)
            _report.Add(Problem.Repaired("too-few-cells", row.Where(_names[row.Cells.Length]), "The row ends before this column; the missing cells were taken as empty."));
        var sort = only ?? Sort(row);
        if (sort is null || (only is null ? _open[(int)sort] : Value(row, "name")) is not { } title)
            return Reject(row, "missing-text", "The row has no name; it was left out.");
        var slug = Value(row, "slug");
        if (only is null)
            _open[(int)sort] = slug ?? title;
        return new(sort.Value, row.Where(_names[0]), title)
        {
            Slug = slug,
            Description = Value(row, "description"),
            Parent = Parent(row, sort.Value, inTree: only is null),
            Rank = int.TryParse(Value(row, sort == DirectSort.SkillLevel ? "level" : "rank"), NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : null,
            Related = Value(row, "related_skills"),
            Others = [.. _names.Where(n => !_taken.Contains(n)).Select(n => (n, Value(row, n))).Where(v => v.Item2 is not null).Select(v => (v.n, v.Item2!))],
        };
    }

    /// <summary>In the one table the filled column tells the level; the columns above it are empty and mean the row before.</summary>
    private DirectSort? Sort(CsvRow row)
    {
        string[] levels = ["competency_domain", "competency", "skill"];
        for (var i = levels.Length - 1; i >= 0; i--)
        {
            if (Value(row, levels[i]) is not { } title)
                continue;
            _open[i] = title;
            Array.Clear(_open, i + 1, _open.Length - i - 1);
            return (DirectSort)i;
        }
        return null;
    }

    private string? Parent(CsvRow row, DirectSort sort, bool inTree) => sort switch
    {
        DirectSort.Competency or DirectSort.Skill when inTree => _open[(int)sort - 1],
        DirectSort.Competency => Value(row, "competency_domain"),
        DirectSort.Skill => Value(row, "competency"),
        _ => null,
    };

    private DirectRow? Reject(CsvRow row, string code, string sentence)
    {
        _report.Items++;
        _report.Add(Problem.Rejected(code, row.Where(_names[0]), sentence));
        return null;
    }

    private string? Value(CsvRow row, string column) =>
        _columns.TryGetValue(column, out var i) && i < row.Cells.Length && !string.IsNullOrWhiteSpace(row.Cells[i]) ? row.Cells[i].Trim() : null;
}
