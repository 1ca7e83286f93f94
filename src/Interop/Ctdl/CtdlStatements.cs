using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>A node of the graph that became a statement.</summary>
internal sealed record CtdlStatement(CtdlNode Node, Statement Statement)
{
    public string IdText { get; } = Statement.Id.ToString("D", CultureInfo.InvariantCulture);
}

/// <summary>Turns the competencies, levels or concepts of a graph into statements; what is none of these is kept apart.</summary>
internal sealed class CtdlStatements(Framework framework, FrameworkVersion version, CtdlNode root, ImportReport report)
{
    private static readonly string[] s_memberships = ["isPartOf", "inScheme", "inProgressionModel"];

    private readonly string[] _types = root.Types.Contains("CompetencyFramework") ? ["Competency"] : ["ProgressionLevel", "Concept"];
    private readonly Dictionary<string, CtdlStatement> _byAddress = [];
    private readonly Dictionary<string, CtdlNode> _leftOut = [];
    private readonly HashSet<Guid> _ids = [];

    public List<CtdlStatement> All { get; } = [];

    public List<CtdlNode> Others { get; } = [];

    public bool IsRoot(string address) => address == root.Id || (framework.Ctid is { } ctid && address.EndsWith(ctid, StringComparison.OrdinalIgnoreCase));

    public CtdlStatement? Find(string address) => _byAddress.GetValueOrDefault(address);

    /// <summary>A competency that was left out though its address could be read.</summary>
    public CtdlNode? LeftOut(string address) => _leftOut.GetValueOrDefault(address);

    public void Take(CtdlNode node)
    {
        if (!node.Types.Any(_types.Contains) || BelongsElsewhere(node))
        {
            Others.Add(node);
            return;
        }
        report.Items++;
        var statement = Read(node);
        if (statement is null)
        {
            if (node.Id is { } address)
                _leftOut.TryAdd(address, node);
            return;
        }
        if (!_ids.Add(statement.Id))
        {
            report.Add(Problem.Rejected("duplicate-id", node.At("@id"), "The identifier {0} stands twice; the first one was kept.", node.Id ?? statement.Id.ToString()));
            return;
        }
        var taken = new CtdlStatement(node, statement);
        All.Add(taken);
        if (node.Id is { } id)
            _byAddress.TryAdd(id, taken);
    }

    /// <summary>Keeps what nobody took of each node with its statement.</summary>
    public void Finish()
    {
        foreach (var (node, statement) in All)
        {
            foreach (var name in s_memberships.Where(m => node.Addresses(m).All(IsRoot)))
                node.Take(name);
            statement.Extensions = node.Rest(_types[0]);
        }
    }

    /// <summary>When a node was last changed, as far as it says.</summary>
    public static DateTimeOffset? Changed(CtdlNode node, ImportReport report)
    {
        var name = new[] { "dateModified", "dateCreated", "modified", "created" }.FirstOrDefault(n => node.Get(n) is not null);
        if (name is null || node.Plain(name) is not { } text)
            return null;
        if (SourceDate.Read(text) is { } date)
            return date.At;
        report.Add(Problem.Repaired("bad-date", node.At(name), "{0} is no date such as 2026-01-31; it was left out.", text));
        return null;
    }

    private bool BelongsElsewhere(CtdlNode node)
    {
        var owners = s_memberships.SelectMany(node.Addresses).ToList();
        return owners.Count > 0 && root.Id is not null && !owners.Exists(IsRoot);
    }

    private Statement? Read(CtdlNode node)
    {
        var language = node.Plain("inLanguage") is { } tag ? CtdlTexts.Tag(tag) : version.Language;
        var label = node.Text("competencyLabel", language) ?? node.Text("prefLabel", language) ?? node.Text("name", language);
        var text = node.Text("competencyText", language) ?? node.Text("definition", language) ?? node.Text("description", language);
        if (text is null && label is null)
        {
            report.Add(Problem.Rejected("missing-field", node.At(_types[0] == "Competency" ? "ceasn:competencyText" : "skos:prefLabel"), "The node has no text."));
            return null;
        }
        if (text is null && _types[0] == "Competency")
            report.Add(Problem.Repaired("missing-field", node.At("ceasn:competencyText"), "The competency has no text; its label was taken."));
        return new()
        {
            Id = IdOf(node, text ?? label!),
            Text = text ?? label!,
            Label = text is null ? null : label,
            Notation = Take(node, "codedNotation") ?? Take(node, "notation"),
            Notes = node.Text("comment", language),
            Keywords = node.Terms("conceptKeyword", language),
            TypeLabel = node.Text("competencyCategory", language)?.In(language),
            Uri = node.IsBlank ? null : node.Id,
            DerivedFrom = node.Addresses("derivedFrom").FirstOrDefault(),
            ChangedAt = Changed(node, report) ?? version.ChangedAt,
        };
    }

    private Guid IdOf(CtdlNode node, LanguageText text)
    {
        if (Ctid.TryParse(node.Plain("ctid"), out var ctid))
            return ctid.Id;
        if (node.Get("ctid") is not null)
            report.Add(Problem.Repaired("bad-ctid", node.At("ctid"), "{0} is no Credential Transparency Identifier; the address was used.", node.Plain("ctid") ?? ""));
        if (node.Id is { } address)
            return node.IsBlank ? NameBasedId.Of(framework.Id, address) : SourceId.OfAddress(address);
        report.Add(Problem.Repaired("missing-field", node.At("@id"), "The node has no identifier; one was made from its text."));
        return NameBasedId.Of(framework.Id, text.ToJson());
    }

    private static string? Take(CtdlNode node, string name)
    {
        node.Take(name);
        return node.Plain(name);
    }
}
