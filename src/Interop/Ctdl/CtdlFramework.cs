using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Reads competency frameworks, progression models and concept schemes from a CTDL-ASN graph.</summary>
public static class CtdlFramework
{
    /// <summary>What a version that came as CTDL is said to have come as.</summary>
    public const string Name = "ctdl";

    private const int NamesToSee = 16;

    public static FrameworkFormat Format { get; } = new("CTDL-ASN graph (JSON-LD)", Recognizes, (source, report) => Read(source, report)[0]) { ReadAll = Read };

    private static bool Recognizes(ImportSource source) => JsonText.TopNames(source, NamesToSee)
        .Exists(n => n is "@graph" or "@context" or "@type" or "@id" or "decoded_resource" or "envelope_ceterms_ctid");

    private static IReadOnlyList<FrameworkContent> Read(ImportSource source, ImportReport report)
    {
        report.Format = Name;
        var file = CtdlFile.Open(source, report);
        return [.. CtdlRoots.In(file).Select(root => Read(file, root, report, source.Name))];
    }

    private static FrameworkContent Read(CtdlFile file, CtdlRoot own, ImportReport report, string sourceName)
    {
        var root = own.Node;
        var language = root.Own.Text("language") ?? (root.Plain("inLanguage") is { } tag ? CtdlTexts.Tag(tag) : LanguageText.Unknown);
        var version = ReadVersion(root, language, report, sourceName);
        var framework = ReadFramework(root, version);
        var statements = new CtdlStatements(framework, version, root, report);
        foreach (var node in own.Nodes)
            statements.Take(node);
        var links = new CtdlLinks(root, (framework, version), statements, report);
        new CtdlTree(root, statements, links, report).Arrange();
        links.TakeAll();
        statements.Finish();
        TakeToldAgain(root, framework, version);
        version.Extensions = Extensions(file, root, statements.Others);
        return new(framework, version, [.. statements.All.Select(s => s.Statement)], links.All);
    }

    private static FrameworkVersion ReadVersion(CtdlNode root, string language, ImportReport report, string sourceName)
    {
        var title = root.Text("name", language) ?? root.Text("title", language) ?? root.Text("prefLabel", language) ?? root.Text("label", language)
            ?? throw new UnusableInputException(Problem.Rejected("missing-field", root.At("name"), "The framework has no name."));
        return new()
        {
            Title = title,
            Description = root.Text("description", language),
            Notice = root.Own.Texts("notice"),
            Number = root.Own.Text("version") ?? "",
            Language = language != LanguageText.Unknown || root.Own.Text("language") is not null ? language : title.Languages.First(),
            AdoptionStatus = root.Own.Or("adoptionStatus", root.Plain("publicationStatusType") is { } status ? CtdlFields.Local(status) : null),
            StatusStart = Day(root, "dateValidFrom", report),
            StatusEnd = Day(root, "dateValidUntil", report),
            ChangedAt = CtdlStatements.Changed(root, report) ?? DateTimeOffset.UnixEpoch,
            ChangeSummary = root.Own.Text("changeSummary"),
            Champions = root.Own.List("champions") ?? [],
            Sources = root.Own.List("sources") ?? [.. root.Addresses("source")],
            SourceFormat = Name,
            SourceName = sourceName,
        };
    }

    private static Framework ReadFramework(CtdlNode root, FrameworkVersion version)
    {
        var isCompetencies = root.Types.Contains("CompetencyFramework");
        var hasCtid = Ctid.TryParse(root.Plain("ctid"), out var ctid);
        return new()
        {
            Id = Guid.TryParse(root.Own.Text("id"), out var known) ? known
                : hasCtid ? ctid.Id
                : root.Id is { } id && !root.IsBlank ? SourceId.OfAddress(id)
                : NameBasedId.Of(NameBasedId.UrlNamespace, version.Title.ToString()),
            Uri = root.Own.Text("uri") ?? (root.IsBlank ? null : root.Id),
            Ctid = hasCtid ? ctid.ToString() : null,
            Kind = Enum.TryParse<FrameworkKind>(root.Own.Text("kind"), out var kind) ? kind : CtdlFacts.Of(root.Id, version.Title, isCompetencies),
            Publisher = root.Own.Text("publisher") ?? root.Plain("publisherName") ?? root.Plain("publisher") ?? root.Plain("creator") ?? root.Plain("author") ?? "",
            Industries = root.Own.List("industries") ?? Industries(root),
        };
    }

    /// <summary>Codes of NAICS under industryType. Whoever names industries otherwise keeps them among the rest.</summary>
    private static List<string> Industries(CtdlNode root)
    {
        var codes = root.Values("industryType").Select(v => v.ValueKind == JsonValueKind.Object ? new CtdlNode(v, "") : null).ToList();
        var isOurs = codes.TrueForAll(c => c?.Plain("framework") == CtdlFacts.Naics && c.Element.EnumerateObject().Count() == 3
            && NaicsCode.TryParse(c.Plain("codedNotation"), out _));
        if (!isOurs)
            return [];
        root.Take("industryType");
        return codes.ConvertAll(c => c!.Plain("codedNotation")!);
    }

    private static DateOnly? Day(CtdlNode node, string name, ImportReport report)
    {
        if (node.Plain(name) is not { } text)
            return null;
        if (SourceDate.Read(text) is { } date)
        {
            var day = DateOnly.FromDateTime(date.At.UtcDateTime);
            if (node.IsText(name, CtdlDates.Text(day)))
                node.Take(name);
            return day;
        }
        report.Add(Problem.Repaired("bad-date", node.At(name), "{0} is no date such as 2026-01-31; it was left out.", text));
        return null;
    }

    /// <summary>What the model will say again in the same words is not kept beside it.</summary>
    private static void TakeToldAgain(CtdlNode root, Framework framework, FrameworkVersion version)
    {
        if (root.IsList("inLanguage", [version.Language]) && CtdlTexts.Tag(version.Language) == version.Language)
            root.Take("inLanguage");
        if (root.Own.Text("adoptionStatus") is not null)
            root.Take("publicationStatusType");
        if (root.Values("source").All(v => v.ValueKind == JsonValueKind.String))
            root.Take("source");
        if (Ctid.TryParse(root.Plain("ctid"), out _))
            root.Take("ctid");
        CtdlStatements.TakeDate(root, version.ChangedAt, DateTimeOffset.UnixEpoch);
        var hasOthers = new[] { "publisher", "creator", "author" }.Any(n => root.Get(n) is not null);
        var isOurs = !hasOthers && root.Get("publisherName") is { ValueKind: JsonValueKind.Object } name && name.EnumerateObject().Count() == 1
            && name.TryGetProperty(version.Language, out var only) && only.ValueKind == JsonValueKind.String && JsonStrings.Of(only) == framework.Publisher;
        if (isOurs)
            root.Take("publisherName");
    }

    private static string? Extensions(CtdlFile file, CtdlNode root, List<CtdlNode> others)
    {
        var members = new Dictionary<string, JsonElement>();
        if (root.Rest("CompetencyFramework") is { } rest)
            members[CtdlFields.Framework] = JsonElement.Parse(rest);
        if (file.Context is { } context && !CtdlTerms.IsContext(context))
            members["@context"] = JsonElement.Parse(context);
        if (file.Address is { } address)
            members[CtdlFields.Graph] = JsonSerializer.SerializeToElement(address, TextJson.Options);
        if (root.Own.Text("version") is { } number)
            members[CtdlFields.Version] = JsonSerializer.SerializeToElement(number, TextJson.Options);
        if (others.Count > 0)
            members[CtdlFields.Nodes] = JsonElement.Parse($"[{string.Join(',', others.Select(o => JsonCompact.Of(JsonMarshal.GetRawUtf8Value(o.Element))))}]");
        foreach (var (name, value) in root.Own.Members(CtdlFields.Beside))
            members[name] = value;
        return CtdlNode.Write(members);
    }
}
