using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Reads a competency framework, a progression model or a concept scheme from a CTDL-ASN graph.</summary>
public static class CtdlFramework
{
    private const int NamesToSee = 16;

    public static FrameworkFormat Format { get; } = new("CTDL-ASN graph (JSON-LD)", Recognizes, Read);

    private static bool Recognizes(ImportSource source) => JsonText.TopNames(source, NamesToSee)
        .Exists(n => n is "@graph" or "@context" or "@type" or "@id" or "decoded_resource" or "envelope_ceterms_ctid");

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "ctdl";
        var file = CtdlFile.Open(source, report);
        var root = Root(file);
        var language = root.Plain("inLanguage") is { } tag ? CtdlTexts.Tag(tag) : LanguageText.Unknown;
        var version = ReadVersion(root, language, report, source.Name);
        var framework = ReadFramework(root, version);
        var statements = new CtdlStatements(framework, version, root, report);
        foreach (var node in file.Nodes.Where(n => n != root))
            statements.Take(node);
        var links = new CtdlLinks(framework, version, statements, report);
        new CtdlTree(root, statements, links, report).Arrange();
        links.TakeAll();
        statements.Finish();
        version.Extensions = Extensions(file, root, statements.Others);
        return new(framework, version, [.. statements.All.Select(s => s.Statement)], links.All);
    }

    private static CtdlNode Root(CtdlFile file)
    {
        var root = file.Nodes.FirstOrDefault(n => n.Types.Contains("CompetencyFramework"))
            ?? file.Nodes.FirstOrDefault(n => n.Types.Contains("ProgressionModel"))
            ?? file.Nodes.FirstOrDefault(n => n.Types.Contains("ConceptScheme") && n.Get("ctid") is not null);
        if (root is not null)
            return root;
        var types = file.Nodes.SelectMany(n => n.Types).GroupBy(t => t).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(5).ToList();
        throw new UnusableInputException([
            types.Count == 0
                ? Problem.Rejected("no-framework", file.Pointer, "This is JSON-LD, but no node in it says that it is a competency framework.")
                : Problem.Rejected("no-framework", file.Pointer, "This is JSON-LD, but it holds no competency framework. It holds: {0}.", string.Join(", ", types)),
        ]);
    }

    private static FrameworkVersion ReadVersion(CtdlNode root, string language, ImportReport report, string sourceName)
    {
        var title = root.Text("name", language) ?? root.Text("title", language) ?? root.Text("prefLabel", language) ?? root.Text("label", language)
            ?? throw new UnusableInputException(Problem.Rejected("missing-field", root.At("name"), "The framework has no name."));
        return new()
        {
            Title = title,
            Description = root.Text("description", language),
            Language = language != LanguageText.Unknown ? language : title.Languages.First(),
            AdoptionStatus = root.Plain("publicationStatusType") is { } status ? CtdlFields.Local(status) : null,
            StatusStart = Day(root, "dateValidFrom", report),
            StatusEnd = Day(root, "dateValidUntil", report),
            ChangedAt = CtdlStatements.Changed(root, report) ?? DateTimeOffset.UnixEpoch,
            Sources = [.. root.Addresses("source")],
            SourceFormat = "ctdl",
            SourceName = sourceName,
        };
    }

    private static Framework ReadFramework(CtdlNode root, FrameworkVersion version)
    {
        var isOnet = root.Id?.Contains("onetcenter.org", StringComparison.OrdinalIgnoreCase) == true || version.Title.ToString().Contains("O*NET", StringComparison.Ordinal);
        var isCredential = root.Types.Contains("CompetencyFramework") && !isOnet;
        var hasCtid = Ctid.TryParse(root.Plain("ctid"), out var ctid);
        return new()
        {
            Id = hasCtid ? ctid.Id : root.Id is { } id && !root.IsBlank ? SourceId.OfAddress(id) : NameBasedId.Of(NameBasedId.UrlNamespace, version.Title.ToString()),
            Uri = root.IsBlank ? null : root.Id,
            Ctid = hasCtid ? ctid.ToString() : null,
            Kind = isCredential ? FrameworkKind.Credential : FrameworkKind.Skills,
            Publisher = root.Plain("publisherName") ?? root.Plain("publisher") ?? root.Plain("creator") ?? root.Plain("author") ?? "",
        };
    }

    private static DateOnly? Day(CtdlNode node, string name, ImportReport report)
    {
        if (node.Plain(name) is not { } text)
            return null;
        if (SourceDate.Read(text) is { } date)
            return DateOnly.FromDateTime(date.At.UtcDateTime);
        report.Add(Problem.Repaired("bad-date", node.At(name), "{0} is no date such as 2026-01-31; it was left out.", text));
        return null;
    }

    private static string Extensions(CtdlFile file, CtdlNode root, List<CtdlNode> others)
    {
        var json = new StringBuilder($"{{\"{CtdlFields.Framework}\":").Append(JsonCompact.Of(JsonMarshal.GetRawUtf8Value(root.Element)));
        if (file.Context is not null)
            json.Append(",\"@context\":").Append(file.Context);
        if (file.Address is not null)
            json.Append(",\"@id\":").Append(JsonSerializer.Serialize(file.Address, TextJson.Options));
        if (others.Count > 0)
            json.Append($",\"{CtdlFields.Nodes}\":[").AppendJoin(',', others.Select(o => JsonCompact.Of(JsonMarshal.GetRawUtf8Value(o.Element)))).Append(']');
        return json.Append('}').ToString();
    }
}
