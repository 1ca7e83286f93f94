using System.Globalization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>A node of the graph that became a statement.</summary>
internal sealed record CtdlStatement(CtdlNode Node, Statement Statement)
{
    public string IdText { get; } = Statement.Id.ToString("D", CultureInfo.InvariantCulture);

    /// <summary>The address of the node; null where that means nothing outside the file.</summary>
    public string? Address => Node.IsBlank ? null : Node.Id;
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
            if (_types[0] == "Competency" && node.IsList("inLanguage", CtdlFacts.Languages(statement.Text)))
                node.Take("inLanguage");
            TakeDate(node, statement.ChangedAt, version.ChangedAt);
            statement.Extensions = node.Rest(_types[0]);
        }
    }

    /// <summary>Takes a date of change that will be written again just as it stands, as it is not what is assumed without it.</summary>
    public static void TakeDate(CtdlNode node, DateTimeOffset at, DateTimeOffset? assumed)
    {
        var otherwise = node.Plain("dateCreated") is { } created ? SourceDate.Read(created)?.At : assumed;
        if (at != otherwise && node.IsText("dateModified", CtdlDates.Text(at)))
            node.Take("dateModified");
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
        var kind = Enum.TryParse<StatementKind>(node.Own.Text("kind"), out var named) ? named : StatementKind.Item;
        return new()
        {
            Id = IdOf(node, text ?? label!),
            Text = text ?? label!,
            Label = text is null ? null : label,
            Kind = kind,
            Tier = node.Own.Number("tier"),
            Notation = node.Own.Text("notation") ?? Mark(node, "codedNotation") ?? Mark(node, "notation"),
            Notes = node.Text("comment", language) ?? node.Text("note", language),
            Keywords = node.Terms("conceptKeyword", language),
            TypeLabel = node.Own.Text("type") ?? Category(node, language, kind),
            Uri = node.Own.Text("uri") ?? (node.IsBlank ? null : node.Id),
            DerivedFrom = node.Own.Or("derivedFrom", node.Addresses("derivedFrom").FirstOrDefault()),
            ChangedAt = Changed(node, report) ?? version.ChangedAt,
        };
    }

    private Guid IdOf(CtdlNode node, LanguageText text)
    {
        if (Ctid.TryParse(node.Plain("ctid"), out var ctid))
        {
            node.Take("ctid");
            return ctid.Id;
        }
        if (node.Get("ctid") is not null)
            report.Add(Problem.Repaired("bad-ctid", node.At("ctid"), "{0} is no Credential Transparency Identifier; the address was used.", node.Plain("ctid") ?? ""));
        if (node.Id is { } address)
            return node.IsBlank ? NameBasedId.Of(framework.Id, address) : SourceId.OfAddress(address);
        report.Add(Problem.Repaired("missing-field", node.At("@id"), "The node has no identifier; one was made from its text."));
        return NameBasedId.Of(framework.Id, text.ToJson());
    }

    private static string? Mark(CtdlNode node, string name)
    {
        if (node.Values(name).Count() == 1)
            node.Take(name);
        return node.Plain(name);
    }

    /// <summary>What sort of statement it is called, in one language; a category in several stays among the rest too.</summary>
    private static string? Category(CtdlNode node, string language, StatementKind kind)
    {
        const string Name = "competencyCategory";
        var category = node.Text(Name, language);
        if (category?.Values.Count > 1)
            node.Leave(Name);
        return category?.In(language) is { } sort && sort != KindNames.Of(kind) ? sort : null;
    }
}
