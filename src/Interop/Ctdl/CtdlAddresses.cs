using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Ctdl;

/// <summary>A statement, and what decides where it is found: the addresses of a framework are made from all of its statements in the order of the tree.</summary>
internal readonly record struct CtdlPlace(Guid Id, Guid? ParentId, string? Uri);

/// <summary>
/// The addresses of a framework and its statements: those that their publisher gave, otherwise ours below the public base. Two
/// things never share one; the later gets ours.
/// </summary>
internal sealed class CtdlAddresses
{
    private readonly Dictionary<Guid, string> _statements = [];
    private readonly Framework _framework;
    private readonly string _base;

    public CtdlAddresses(string address, Framework framework, IEnumerable<CtdlPlace> places)
    {
        (_base, _framework) = (address, framework);
        Ctid = Core.Codes.Ctid.TryParse(framework.Ctid, out var given) ? given : new(framework.Id);
        Framework = IsAddress(framework.Uri) ? framework.Uri! : Resource(address, Ctid);
        var used = new HashSet<string> { Framework };
        foreach (var place in places)
        {
            var own = Resource(address, new(place.Id));
            _statements[place.Id] = IsAddress(place.Uri) && used.Add(place.Uri!) ? place.Uri! : own;
            used.Add(own);
        }
    }

    public Ctid Ctid { get; }

    public string Framework { get; }

    public string Graph => $"{_base}/graph/{Ctid}";

    public string this[Guid statement] => _statements[statement];

    public static string Resource(string address, Ctid ctid) => $"{address}/resources/{ctid}";

    /// <summary>Whether the text is an absolute address without a blank.</summary>
    public static bool IsAddress(string? text) => text is { Length: > 0 } && !text.StartsWith('/') && !text.StartsWith("_:", StringComparison.Ordinal)
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) && Uri.TryCreate(text, UriKind.Absolute, out _);

    /// <summary>The statement of the framework at an end of a link; null where it is something else.</summary>
    public Guid? Inside(NodeRef node) => node.Scheme is null && SourceId.Uuid(node.Id) is { } id && _statements.ContainsKey(id) ? id : null;

    public bool IsFramework(NodeRef node) => node.Scheme is null && SourceId.Uuid(node.Id) == _framework.Id;

    /// <summary>The address of an end of a link; null where it has none.</summary>
    public string? Of(NodeRef node)
    {
        if (Inside(node) is { } inside)
            return _statements[inside];
        if (IsFramework(node))
            return Framework;
        if (IsAddress(node.Uri))
            return node.Uri;
        if (node.Scheme is { } scheme)
            return OnetLinks.For(scheme, node.Id) is { } page && IsAddress(page) ? page : null;
        if (IsAddress(node.Id))
            return node.Id;
        return SourceId.Uuid(node.Id) is { } id ? Resource(_base, new(id)) : null;
    }
}
