using Trellis.Core.Codes;
using Trellis.Core.LaborMarket;

namespace Trellis.Interop;

/// <summary>Gathers the areas of a release while its rows are read, and makes them known at the end.</summary>
internal sealed class ReleaseAreas
{
    private readonly Dictionary<AreaCode, (string Name, AreaCode? State)> _areas = [];

    public IReadOnlyCollection<AreaCode> Codes => _areas.Keys;

    public void Add(AreaCode code, string name, AreaCode? state = null) => _areas.TryAdd(code, (name, state ?? StateOf(code) ?? StateNames.OfMetro(name)));

    /// <summary>The scope of the release: its only area, or the kind of all its areas.</summary>
    public string Scope()
    {
        var kinds = _areas.Keys.Select(a => a.Kind).Distinct().ToList();
        if (_areas.Count == 1)
            return _areas.Keys.First().ToString();
        if (_areas.Values.Select(a => a.State).Distinct().ToList() is [{ } state])
            return state.ToString();
        return kinds is [var kind] ? Plural(kind) : kinds.TrueForAll(k => k is AreaKind.Metro or AreaKind.Nonmetro) ? Plural(AreaKind.Metro) : "all";
    }

    public Task WriteAsync(ReleaseLoad load) => AreaEditor.NoteAsync(load.Rows, _areas.Select(a => new Area
    {
        Code = a.Key.ToString(),
        Kind = a.Key.Kind,
        Name = a.Value.Name.Length > 0 ? a.Value.Name : a.Key.ToString(),
        State = a.Key.Kind is AreaKind.Nation or AreaKind.State ? null : a.Value.State?.ToString(),
    }), load.Stop);

    private static AreaCode? StateOf(AreaCode code) =>
        code.Kind is AreaKind.State or AreaKind.County or AreaKind.Nonmetro ? AreaCode.State(code.Number[..2]) : null;

    private static string Plural(AreaKind kind) => kind switch
    {
        AreaKind.State => "states",
        AreaKind.County => "counties",
        AreaKind.Metro => "metros",
        AreaKind.Nonmetro => "nonmetros",
        _ => "all",
    };
}
