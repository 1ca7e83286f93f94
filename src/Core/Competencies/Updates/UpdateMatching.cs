using Trellis.Core.Codes;

namespace Trellis.Core.Competencies.Updates;

/// <summary>
/// Which statement of the framework each row of a file is: the one whose identifier it has; without one, the one that stands below the
/// same headings with the same text, else the only one with its text. All others are new.
/// </summary>
internal sealed class UpdateMatching
{
    private readonly UpdateSource _source;
    private readonly Dictionary<Guid, Statement> _now;
    private readonly Dictionary<Guid, Guid> _ids = [];
    private readonly HashSet<Guid> _taken;

    public UpdateMatching(UpdateSource source)
    {
        _source = source;
        _now = source.Now.Statements.ToDictionary(s => s.Id);
        _taken = [.. _now.Keys, .. source.File.Statements.Where(s => !source.Rows.Unnamed.Contains(s.Id)).Select(s => s.Id)];
        MatchByWords();
        foreach (var s in source.File.Statements.Where(s => !_ids.ContainsKey(s.Id)))
            _ids.Add(s.Id, Named(s));
    }

    public List<Problem> Problems { get; } = [];

    /// <summary>The identifier that a statement of the file gets here; any other identifier stands for itself.</summary>
    public Guid Id(Guid inFile) => _ids.GetValueOrDefault(inFile, inFile);

    public string Id(string inFile) => Guid.TryParseExact(inFile, "D", out var id) && _ids.TryGetValue(id, out var here) ? here.ToString("D") : inFile;

    private void MatchByWords()
    {
        var named = _source.File.Statements.Where(s => !_source.Rows.Unnamed.Contains(s.Id)).Select(s => s.Id).ToHashSet();
        var free = _source.Now.Statements.Where(s => !named.Contains(s.Id)).ToList();
        var (pathsHere, pathsThere) = (Paths(_source.Now.Statements), Paths(_source.File.Statements));
        var byPath = free.GroupBy(s => pathsHere[s.Id]).ToDictionary(g => g.Key, g => new Queue<Statement>(g));
        var byText = free.GroupBy(Words).ToDictionary(g => g.Key, g => g.ToList());
        var used = new HashSet<Guid>();
        foreach (var s in _source.File.Statements.Where(s => _source.Rows.Unnamed.Contains(s.Id)))
        {
            if (byPath.TryGetValue(pathsThere[s.Id], out var same) && same.TryDequeue(out var found) && used.Add(found.Id))
                Match(s, found, "The row has no identifier; it was matched with the statement that has this text in this place.");
            else if (byText.TryGetValue(Words(s), out var equal) && equal is [var only] && used.Add(only.Id))
                Match(s, only, "The row has no identifier; it was matched with the only statement that has this text.");
            else
                _ids.Add(s.Id, Free(s.Id));
        }
    }

    private void Match(Statement row, Statement here, string sentence)
    {
        _ids.Add(row.Id, here.Id);
        Problems.Add(new("matched-by-text", Where(row), sentence) { Severity = Severity.Noted });
    }

    private Guid Named(Statement s)
    {
        if (_now.ContainsKey(s.Id))
            return s.Id;
        if (_source.Elsewhere.TryGetValue(s.Id, out var title))
        {
            s.DerivedFrom ??= s.Id.ToString("D");
            Problems.Add(Problem.Noted("identifier-of-another", Where(s), "The identifier {0} is that of a statement of {1}; this row became a new statement that is derived from it.", s.Id.ToString(), title));
            return Free(s.Id);
        }
        if (!_source.Origin.Statements.Exists(o => o.Id == s.Id))
            Problems.Add(Problem.Noted("unknown-identifier", Where(s), "The identifier {0} is not known here; this row became a new statement that keeps it.", s.Id.ToString()));
        return s.Id;
    }

    /// <summary>The identifier, or where it is taken one that is made from it, the same each time.</summary>
    private Guid Free(Guid wanted)
    {
        var id = wanted;
        for (var n = 2; _taken.Contains(id) || _source.Elsewhere.ContainsKey(id); n++)
            id = NameBasedId.Of(_source.Now.Framework.Id, FormattableString.Invariant($"{wanted}#{n}"));
        _taken.Add(id);
        return id;
    }

    private string Where(Statement s) => _source.Rows.Places.GetValueOrDefault(s.Id, "");

    private static string Words(Statement s) => s.Text.ToString();

    private static Dictionary<Guid, string> Paths(List<Statement> inOrder)
    {
        var paths = new Dictionary<Guid, string>(inOrder.Count);
        foreach (var s in inOrder)
            paths[s.Id] = (s.ParentId is { } parent ? paths.GetValueOrDefault(parent) : null) + "\u001F" + Words(s);
        return paths;
    }
}
