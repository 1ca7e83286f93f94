using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>Finds the statements that other rows name, and puts each under its parent.</summary>
internal sealed class CsvTree
{
    private readonly List<CsvStatement> _all;
    private readonly bool _ours;
    private readonly Dictionary<string, Guid> _byIdentifier = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid?> _byNotation = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid?> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> _byLevel = new(StringComparer.Ordinal);

    public CsvTree(List<CsvStatement> all, bool ours)
    {
        (_all, _ours) = (all, ours);
        foreach (var one in all)
        {
            var id = one.Statement.Id;
            _byIdentifier.TryAdd(id.ToString("D"), id);
            if (one.Identifier is { } identifier)
                _byIdentifier.TryAdd(identifier, id);
            // A notation that stands twice names nothing.
            if (one.Statement.Notation is { } notation && !_byNotation.TryAdd(notation, id))
                _byNotation[notation] = null;
            if (one.Level is { } level)
                _byLevel.TryAdd(level, id);
        }
    }

    /// <summary>The identifier that a target stands for: of a statement of the file, or as it is written.</summary>
    public string Resolve(string target) =>
        Find(target)?.ToString("D") ?? CsvIds.Uuid(target)?.ToString("D") ?? target;

    /// <summary>The statement that a person means by its identifier, notation, or the words that we or it itself use for it; null where these are not one's alone.</summary>
    public Guid? Named(string name)
    {
        if (_byName.Count == 0)
        {
            foreach (var s in _all.Select(a => a.Statement))
            {
                foreach (var known in new[] { SheetLinkCells.Name(s), s.Text.ToString(), s.Label?.ToString() }.OfType<string>().Distinct())
                    _byName[known] = _byName.ContainsKey(known) ? null : s.Id;
            }
        }
        return Find(name) ?? _byNotation.GetValueOrDefault(name.Trim()) ?? _byName.GetValueOrDefault(name.Trim());
    }

    /// <summary>Gives every statement its parent and its rank; further parents, and parents that are not in the file, become links.</summary>
    public List<(CsvStatement Child, string Parent)> Place(ImportReport report, Guid framework, string parentColumn)
    {
        var links = new List<(CsvStatement, string)>();
        for (var i = 0; i < _all.Count; i++)
        {
            var one = _all[i];
            one.Statement.Position = one.Sequence ?? (one.Level is { } level ? Last(level) : i);
            if (one.Parent is { } cell)
                PlaceByName(one, CsvCell.Split(cell, _ours), framework, parentColumn, report, links);
            else if (one.Level is { } own && own.LastIndexOf('.') is > 0 and var dot)
                PlaceByLevel(one, own[..dot], report);
        }
        return links;
    }

    private void PlaceByName(CsvStatement one, List<string> names, Guid framework, string column, ImportReport report, List<(CsvStatement, string)> links)
    {
        foreach (var name in names.Select(n => n.Trim()))
        {
            var parent = Find(name);
            if (parent is null && CsvIds.Uuid(name) == framework)
                continue;
            if (parent is not null && one.Statement.ParentId is null)
            {
                one.Statement.ParentId = parent;
                continue;
            }
            links.Add((one, name));
            if (parent is null)
                report.Add(Problem.Repaired("missing-parent", one.Row.Where(column), "Its parent {0} is not in the file; the parent was kept as a link.", name));
        }
    }

    private void PlaceByLevel(CsvStatement one, string above, ImportReport report)
    {
        if (_byLevel.TryGetValue(above, out var parent))
            one.Statement.ParentId = parent;
        else
            report.Add(Problem.Repaired("missing-parent", one.Row.Where("smartLevel"), "Its parent {0} is not in the file; it now stands at the top.", above));
    }

    private Guid? Find(string name) =>
        _byIdentifier.TryGetValue(name, out var id) || CsvIds.Uuid(name) is { } uuid && _byIdentifier.TryGetValue(uuid.ToString("D"), out id) ? id
        : _ours ? null
        : _byNotation.GetValueOrDefault(name);

    private static int Last(string level) =>
        int.TryParse(level[(level.LastIndexOf('.') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var rank) ? rank : 0;
}
