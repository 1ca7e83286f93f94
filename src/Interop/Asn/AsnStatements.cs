using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Asn;

/// <summary>A resource that became a statement.</summary>
internal sealed record AsnStatement(AsnResource Resource, Statement Statement);

/// <summary>Turns the statements of a standards document into a tree, and what they say of others into links.</summary>
internal sealed class AsnStatements(Framework framework, FrameworkVersion version, AsnResource root, ImportReport report)
{
    private const string Up = "isChildOf";
    private const string Down = "hasChild";

    private readonly Dictionary<string, AsnStatement> _byAddress = [];
    private readonly Dictionary<(string Parent, string Child), int> _ranks = [];
    private readonly Dictionary<string, string> _listedUnder = [];
    private readonly Dictionary<string, string?> _leftOut = [];

    public List<AsnStatement> All { get; } = [];

    public List<Alignment> Links { get; } = [];

    public void Take(AsnResource resource)
    {
        report.Items++;
        var language = AsnDocument.Language(resource.Plain("language")) ?? version.Language;
        var text = resource.Text("description", language);
        if (text is null)
        {
            report.Add(Problem.Rejected("missing-field", resource.At("http://purl.org/dc/terms/description"), "The statement has no text."));
            _leftOut[resource.Address] = resource.Plain(Up);
            return;
        }
        var statement = new Statement
        {
            Id = NameBasedId.Of(NameBasedId.UrlNamespace, resource.Address),
            Text = text,
            Notation = resource.Plain("statementNotation"),
            TypeLabel = resource.Plain("statementLabel"),
            Notes = resource.Text("comment", language),
            Keywords = LanguageTerms.From(resource.Get("conceptKeyword").GroupBy(k => k.Language ?? language, k => k.Value).Select(g => KeyValuePair.Create(g.Key, g.AsEnumerable()))),
            Uri = resource.Address,
            DerivedFrom = resource.Plain("derivedFrom"),
            ChangedAt = resource.Plain("modified") is { } changed && SourceDate.Read(changed) is { } date ? date.At : version.ChangedAt,
        };
        var taken = new AsnStatement(resource, statement);
        All.Add(taken);
        _byAddress.Add(resource.Address, taken);
    }

    /// <summary>Places every statement; siblings stand as their parent lists them, then by list number, then as in the file.</summary>
    public void Arrange()
    {
        foreach (var resource in All.Select(s => s.Resource).Prepend(root))
            ReadChildren(resource);
        foreach (var statement in All)
            Place(statement);
        foreach (var (position, statement) in All.OrderBy(Rank).ThenBy(ListNumber).Index().ToList())
            statement.Statement.Position = position;
        foreach (var cut in ParentRings.Cut([.. All.Select(s => s.Statement)]))
            report.Add(Problem.Repaired("ring-of-parents", _byAddress[cut.Uri!].Resource.At(Up), "Its chain of parents leads back to itself; it now stands at the top."));
        var links = new AsnLinks(framework, root, _byAddress);
        foreach (var statement in All)
        {
            Links.AddRange(links.Of(statement));
            foreach (var name in new[] { Up, Down, "statementNotation", "statementLabel", "conceptKeyword" })
                statement.Resource.Take(name);
            statement.Statement.Extensions = statement.Resource.Rest();
        }
    }

    private void ReadChildren(AsnResource parent)
    {
        foreach (var (rank, child) in parent.Get(Down).Index())
        {
            _ranks.TryAdd((parent.Address, child.Value), rank);
            if (_byAddress.ContainsKey(child.Value))
                _listedUnder.TryAdd(child.Value, parent.Address);
            else if (!_leftOut.ContainsKey(child.Value))
                report.Add(Problem.Repaired("missing-child", parent.At(Down), "The child {0} is not in the file.", child.Value));
        }
    }

    private void Place(AsnStatement child)
    {
        var named = child.Resource.Get(Up).Select(v => v.Value).Distinct().ToList();
        foreach (var address in named.Where(a => a != root.Address))
        {
            var parent = Above(address);
            if (parent == child)
                report.Add(Problem.Repaired("own-parent", child.Resource.At(Up), "A statement cannot be a child of itself; this was passed over."));
            else if (parent is not null && child.Statement.ParentId is null)
                child.Statement.ParentId = parent.Statement.Id;
            else
                Links.Add(AsnLinks.Link(framework, child, Up, new("isChildOf"), AsnLinks.End(address, root, _byAddress)));
            if (parent is null)
                report.Add(Problem.Repaired("missing-parent", child.Resource.At(Up), "The parent {0} is not in the file or was left out; the child now stands at the top.", address));
        }
        if (named.Count == 0 && _listedUnder.GetValueOrDefault(child.Resource.Address) is { } lister && lister != child.Resource.Address)
            child.Statement.ParentId = _byAddress.GetValueOrDefault(lister)?.Statement.Id;
    }

    private AsnStatement? Above(string address)
    {
        for (var steps = 0; steps < JsonText.MaxDepth; steps++)
        {
            if (_byAddress.TryGetValue(address, out var found))
                return found;
            if (_leftOut.GetValueOrDefault(address) is not { } next)
                return null;
            address = next;
        }
        return null;
    }

    private int Rank(AsnStatement child)
    {
        var parent = child.Statement.ParentId is { } id ? ParentAddress(child, id) : root.Address;
        return parent is not null && _ranks.TryGetValue((parent, child.Resource.Address), out var rank) ? rank : int.MaxValue;
    }

    private string? ParentAddress(AsnStatement child, Guid parent) =>
        child.Resource.Get(Up).Select(v => v.Value).Append(_listedUnder.GetValueOrDefault(child.Resource.Address, ""))
            .FirstOrDefault(a => _byAddress.TryGetValue(a, out var known) && known.Statement.Id == parent);

    private static double ListNumber(AsnStatement statement) =>
        double.TryParse(statement.Resource.Plain("listID"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.MaxValue;
}
