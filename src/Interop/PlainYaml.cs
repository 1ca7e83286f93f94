using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Trellis.Interop;

/// <summary>
/// The events of a plain tree only: no aliases, which could make a small file endless, and no depth that no file of ours has.
/// </summary>
internal sealed class PlainYaml : IParser
{
    private const int MostDepth = 40;

    private readonly Parser _inner;
    private int _depth;

    private PlainYaml(Parser inner) => _inner = inner;

    public static IParser Of(string yaml) => new PlainYaml(new(new StringReader(yaml)));

    public ParsingEvent? Current => _inner.Current;

    public bool MoveNext()
    {
        var more = _inner.MoveNext();
        if (Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(Current.Start, Current.End, "Anchors (&) and aliases (*) are not used here.");
        _depth += Current?.NestingIncrease ?? 0;
        if (_depth > MostDepth)
            throw new YamlException(Current!.Start, Current.End, "The parts are nested too deeply.");
        return more;
    }
}
