using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Asn;

/// <summary>Reads a standards document of the Achievement Standards Network in RDF/JSON: subjects, predicates, values.</summary>
public static class AsnDocument
{
    private const int NamesToSee = 4;

    public static FrameworkFormat Format { get; } = new("ASN standards document (RDF/JSON)", Recognizes, Read);

    private static bool Recognizes(ImportSource source)
    {
        var names = JsonText.TopNames(source, NamesToSee);
        return names.Count > 0 && names.TrueForAll(n => n.StartsWith("http", StringComparison.OrdinalIgnoreCase) || n.StartsWith("_:", StringComparison.Ordinal))
            && source.Bytes.Span.IndexOf("purl.org"u8) >= 0;
    }

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "asn";
        var resources = Resources(source, report);
        var root = resources.Find(r => r.Is("StandardDocument"))
            ?? throw new UnusableInputException(Problem.Rejected("no-framework", "", "This is RDF in JSON, but no resource in it is a standards document (asn:StandardDocument)."));
        var about = resources.Find(r => r.Plain("primaryTopic") == root.Address);
        var version = ReadVersion(root, about, source.Name);
        var framework = new Framework
        {
            Id = NameBasedId.Of(NameBasedId.UrlNamespace, root.Address),
            Uri = root.Address,
            Kind = FrameworkKind.AcademicStandards,
            Publisher = string.Join("; ", root.Get("publisher").Select(p => p.Value).DefaultIfEmpty(root.Plain("creator") ?? "")),
        };
        var statements = new AsnStatements(framework, version, root, report);
        foreach (var resource in resources.Where(r => r.Is("Statement")))
            statements.Take(resource);
        statements.Arrange();
        version.Extensions = Extensions(root, resources.Where(r => r != root && !r.Is("Statement")));
        return new(framework, version, [.. statements.All.Select(s => s.Statement)], statements.Links);
    }

    private static List<AsnResource> Resources(ImportSource source, ImportReport report)
    {
        var text = JsonText.Open(source);
        foreach (var repair in text.Repairs)
            report.Add(repair);
        var resources = new List<AsnResource>(text.Parts.Count);
        foreach (var (address, slice) in text.Parts)
        {
            if (slice.Type != JsonTokenType.StartObject)
            {
                report.Add(Problem.Repaired("wrong-type", "/" + JsonStrings.Step(address), "This should be an object; it was passed over."));
                continue;
            }
            using var document = JsonDocument.Parse(text.Bytes.Slice(slice.Start, slice.Length), new JsonDocumentOptions { MaxDepth = JsonText.MaxDepth });
            resources.Add(new(address, document.RootElement));
        }
        return resources;
    }

    private static FrameworkVersion ReadVersion(AsnResource root, AsnResource? about, string sourceName)
    {
        var language = Language(root.Plain("language")) ?? LanguageText.Unknown;
        var title = root.Text("title", language)
            ?? throw new UnusableInputException(Problem.Rejected("missing-field", root.At("http://purl.org/dc/elements/1.1/title"), "The standards document has no title."));
        var changed = root.Plain("modified") ?? about?.Plain("modified") ?? root.Plain("repositoryDate") ?? root.Plain("created");
        return new()
        {
            Title = title,
            Description = root.Text("description", language),
            Language = title.Languages.First(),
            AdoptionStatus = root.Plain("publicationStatus") is { } status ? AsnResource.Local(status) : null,
            ChangedAt = changed is not null && SourceDate.Read(changed) is { } date ? date.At : DateTimeOffset.UnixEpoch,
            Sources = [.. root.Get("source").Select(s => s.Value)],
            SourceFormat = "asn",
            SourceName = sourceName,
        };
    }

    /// <summary>The Library of Congress names languages by three letters; where two exist, those are the tag.</summary>
    internal static string? Language(string? address) => address is null ? null : AsnResource.Local(address) switch
    {
        "eng" => "en",
        "spa" => "es",
        "fre" or "fra" => "fr",
        var code => code,
    };

    private static string Extensions(AsnResource root, IEnumerable<AsnResource> others)
    {
        var json = new StringBuilder("{\"document\":").Append(root.Whole()).Append(",\"resources\":{");
        json.AppendJoin(',', others.Select(o => $"{JsonSerializer.Serialize(o.Address, TextJson.Options)}:{o.Whole()}"));
        return json.Append("}}").ToString();
    }
}
