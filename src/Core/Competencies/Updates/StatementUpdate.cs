using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Core.Competencies.Updates;

/// <summary>The statements that an update leaves, and what it does to them. Pure.</summary>
internal sealed class StatementUpdate
{
    private const string Order = "order";
    private const int LongestName = 120;

    private readonly UpdateSource _source;
    private readonly UpdateMatching _matching;
    private readonly DateTimeOffset _when;
    private readonly Dictionary<Guid, Statement> _origin;
    private readonly Dictionary<Guid, Statement> _now;
    private readonly Dictionary<Guid, (Statement Statement, SortedDictionary<string, string> Values)> _file = [];
    private readonly Dictionary<Guid, Statement> _result = [];
    private readonly List<UpdateStep> _steps = [];

    public StatementUpdate(UpdateSource source, UpdateMatching matching, DateTimeOffset when)
    {
        (_source, _matching, _when) = (source, matching, when);
        _origin = source.Origin.Statements.ToDictionary(s => s.Id);
        _now = source.Now.Statements.ToDictionary(s => s.Id);
        foreach (var s in source.File.Statements)
        {
            var values = StatementValues.Of(s, Main);
            if (s.ParentId is { } parent)
                values[StatementValues.Parent] = matching.Id(parent).ToString("D");
            _file[matching.Id(s.Id)] = (s, values);
        }
        foreach (var s in source.Now.Statements)
            TakeKnown(s);
        foreach (var (id, (s, values)) in _file.Where(f => !_now.ContainsKey(f.Key)))
            TakeNew(id, s, values);
        Place();
        Statements = [.. _result.Values];
        Problems = StatementTree.Arrange(Statements);
    }

    public List<Statement> Statements { get; }

    public List<Problem> Problems { get; }

    /// <summary>In reading order of what is left; what goes away comes last.</summary>
    public IEnumerable<UpdateStep> Steps => _steps
        .OrderBy(s => s.Statement is { } id && _result.TryGetValue(id, out var left) ? left.Ordinal : int.MaxValue);

    public static string Name(Statement s)
    {
        var name = string.IsNullOrWhiteSpace(s.Notation) ? s.Text.ToString() : $"{s.Notation} {s.Text}";
        return name.Length > LongestName ? name[..LongestName] + '…' : name;
    }

    private string Main => _source.Now.Version.Language;

    private void TakeKnown(Statement s)
    {
        if (!_file.TryGetValue(s.Id, out var row))
        {
            TakeMissing(s);
            return;
        }
        var now = StatementValues.Of(s, Main);
        var origin = _origin.TryGetValue(s.Id, out var was) ? StatementValues.Of(was, Main) : now;
        var (values, conflicts) = FieldMerge.Of(origin, now, row.Values, SpeaksOf);
        foreach (var field in conflicts)
            Say(UpdateKind.Conflict, s, field, now.GetValueOrDefault(field), row.Values.GetValueOrDefault(field));
        if (!values.Keys.Any(k => k.StartsWith("text@", StringComparison.Ordinal)))
        {
            foreach (var text in now.Where(v => v.Key.StartsWith("text@", StringComparison.Ordinal)))
                values[text.Key] = text.Value;
        }
        var changed = now.Keys.Union(values.Keys).Where(f => now.GetValueOrDefault(f) != values.GetValueOrDefault(f)).Order(StringComparer.Ordinal).ToList();
        foreach (var field in changed)
            Say(Kind(field), s, field, now.GetValueOrDefault(field), values.GetValueOrDefault(field));
        _result.Add(s.Id, StatementValues.Make(s.Id, values, changed.Count == 0 ? s.ChangedAt : _when));
    }

    /// <summary>Whether the file has a column for a field; one that names no language is for the main one.</summary>
    private bool SpeaksOf(string field) => _source.Rows.Fields.Contains(field)
        || (field.EndsWith('@' + Main, StringComparison.Ordinal) && _source.Rows.Fields.Contains(field[..^Main.Length] + LanguageText.Unknown));

    private void TakeMissing(Statement s)
    {
        // What was added here since the file was made cannot be in it.
        var isNewer = _source.IsStale && !_origin.ContainsKey(s.Id);
        var changedSince = _source.IsStale && _origin.TryGetValue(s.Id, out var was) && !StatementValues.Of(was, Main).SequenceEqual(StatementValues.Of(s, Main));
        if (_source.RemovesMissing && !isNewer && !changedSince)
        {
            Say(UpdateKind.Removed, s, "", Name(s), null);
            return;
        }
        if (!isNewer)
            Say(_source.RemovesMissing ? UpdateKind.Conflict : UpdateKind.Missing, s, "", Name(s), null);
        _result.Add(s.Id, StatementValues.Make(s.Id, StatementValues.Of(s, Main), s.ChangedAt));
    }

    private void TakeNew(Guid id, Statement s, SortedDictionary<string, string> values)
    {
        if (_origin.ContainsKey(id) && _source.IsStale)
        {
            _steps.Add(new(UpdateKind.Conflict, Name(s), "", null, Name(s)) { Where = Where(s) });
            return;
        }
        _result.Add(id, StatementValues.Make(id, values, _when));
        _steps.Add(new(UpdateKind.Added, Name(s), "", null, Name(s)) { Statement = id, Where = Where(s) });
    }

    /// <summary>Gives every statement its rank among its siblings: as in the file where somebody changed the order there, else as it is here.</summary>
    private void Place()
    {
        var here = Children(_source.Now.Statements.Select(s => s.Id).Where(_result.ContainsKey));
        var there = Children(_source.File.Statements.Select(s => _matching.Id(s.Id)).Where(_result.ContainsKey));
        var before = _source.Origin.Statements.ToLookup(s => s.ParentId, s => s.Id);
        foreach (var parent in here.Select(g => g.Key).Union(there.Select(g => g.Key)))
        {
            List<Guid> mine = [.. here[parent]], theirs = [.. there[parent]];
            var isReordered = !SiblingOrder.IsSame([.. before[parent]], theirs);
            var order = isReordered ? SiblingOrder.Merge(theirs, mine) : SiblingOrder.Merge(mine, theirs);
            for (var i = 0; i < order.Count; i++)
                _result[order[i]].Position = i;
            var stayed = mine.Where(id => _now[id].ParentId == parent).ToList();
            foreach (var id in SiblingOrder.Moved(stayed, order))
                Say(UpdateKind.Moved, _now[id], Order, null, null);
        }
    }

    private ILookup<Guid?, Guid> Children(IEnumerable<Guid> ids) => ids.ToLookup(id => _result[id].ParentId);

    private void Say(UpdateKind kind, Statement s, string field, string? before, string? after)
    {
        if (field == StatementValues.Parent)
            (before, after) = (NameOf(before), NameOf(after));
        _steps.Add(new(kind, Name(s), field, StatementValues.Shown(before), StatementValues.Shown(after))
        {
            Statement = s.Id,
            Where = _file.TryGetValue(s.Id, out var row) ? Where(row.Statement) : null,
        });
    }

    private string? NameOf(string? parent) => parent is not null && Guid.TryParseExact(parent, "D", out var id)
        ? _now.TryGetValue(id, out var s) || _file.TryGetValue(id, out var row) && (s = row.Statement) is not null ? Name(s) : parent
        : parent;

    private string? Where(Statement inFile) => _source.Rows.Places.GetValueOrDefault(inFile.Id);

    private static UpdateKind Kind(string field) => field switch
    {
        StatementValues.Parent => UpdateKind.Moved,
        StatementValues.Notation => UpdateKind.Renumbered,
        _ when StatementValues.IsWording(field) => UpdateKind.Reworded,
        _ => UpdateKind.Changed,
    };
}
