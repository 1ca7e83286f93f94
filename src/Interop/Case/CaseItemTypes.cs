using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>
/// The types of the items of a framework that is not CASE's: each has a definition with a lasting identifier, made from the framework's
/// and the type's name. A framework that came as CASE has the definitions that came with it, and no others.
/// </summary>
internal sealed class CaseItemTypes(Framework framework, CaseAddresses addresses, IReadOnlyList<string> names)
{
    private readonly Dictionary<string, CaseReference> _links = names.ToDictionary(n => n, n =>
    {
        var id = NameBasedId.Of(framework.Id, "CFItemType " + n);
        return new CaseReference(n, CaseAddresses.Text(id), addresses.Of("CFItemTypes", id));
    });

    public CaseReference? Link(Statement statement) =>
        Name(statement) is { } name && _links.TryGetValue(name, out var link) ? link : null;

    /// <summary>The definitions in the order of their names, numbered so that each stands for itself.</summary>
    public IEnumerable<(CaseReference Link, string Code)> All =>
        names.Select((n, i) => (_links[n], (i + 1).ToString(CultureInfo.InvariantCulture)));

    /// <summary>What sort of item it is: the source's own word, or what Trellis calls its kind; null where nobody says.</summary>
    public static string? Name(Statement statement) => statement.TypeLabel ?? KindNames.Of(statement.Kind);
}
