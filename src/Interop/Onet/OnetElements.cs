using Trellis.Core.Codes;
using Trellis.Core.Occupations;

namespace Trellis.Interop.Onet;

/// <summary>
/// The elements and scales that rows of ratings may name. Where the release has no list of them, those that the rows name are taken as
/// they come.
/// </summary>
internal sealed class OnetElements(ReleaseReport report)
{
    private const int LongestScale = 3;

    private readonly Dictionary<string, OnetElement> _elements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OnetScale> _scales = new(StringComparer.Ordinal);
    private OnetElement? _latest;
    private bool _hasElements;
    private bool _hasScales;

    public IEnumerable<OnetElement> All => _elements.Values;

    public IEnumerable<OnetScale> Scales => _scales.Values;

    public bool AddElement(string id, string name, string description)
    {
        _hasElements = true;
        return _elements.TryAdd(id, new(_elements.Count, id, name, description));
    }

    public bool AddScale(OnetScale scale)
    {
        _hasScales = true;
        return _scales.TryAdd(scale.Id, scale with { Index = _scales.Count });
    }

    /// <summary>The element a row names; null, and the row is reported, where there is no such element.</summary>
    public OnetElement? Element(TableRow row, int idPlace, int namePlace)
    {
        var id = row[idPlace];
        if (_latest?.Id == id)
            return _latest;
        if (_elements.TryGetValue(id, out var element))
            return _latest = element;
        if (!OnetElementId.TryParse(id, out _))
        {
            report.Add(Problem.Rejected("no-element-id", row.Where("Element ID"), "\"{0}\" is no element of the O*NET content model. Their ids look like 2.A.1.b.", id));
            return null;
        }
        if (_hasElements)
            report.Add(Problem.Noted("element-not-listed", row.Where("Element ID"), "The file Content Model Reference does not list the element {0}; it was added.", id));
        return _elements[id] = new(_elements.Count, id, row[namePlace], "");
    }

    public OnetScale? Scale(TableRow row, int place)
    {
        var id = row[place];
        if (_scales.TryGetValue(id, out var scale))
            return scale;
        if (!_hasScales && id.Length is > 1 and <= LongestScale && id.All(char.IsAsciiLetterUpper))
            return _scales[id] = new(_scales.Count, id, null, null, null);
        report.Add(Problem.Rejected("unknown-scale", row.Where("Scale ID"), "The file Scales Reference has no scale \"{0}\".", id));
        return null;
    }
}

/// <summary>An element of the content model while it is read, and the part of the model it belongs to.</summary>
internal sealed record OnetElement(int Index, string Id, string Name, string Description)
{
    public ElementGroup? Group { get; } = ElementGroups.Of(Id);
}

/// <summary>A scale while it is read; its name and ends are missing where the release has no list of scales.</summary>
internal sealed record OnetScale(int Index, string Id, string? Name, double? Lowest, double? Highest);
