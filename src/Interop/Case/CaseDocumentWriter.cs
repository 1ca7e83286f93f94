using System.Globalization;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Writes a version of a framework as a CFDocument.</summary>
internal sealed class CaseDocumentWriter(CaseAddresses addresses, CaseEdition edition)
{
    public void Write(Utf8JsonWriter json, Model model, JsonElement source)
    {
        var document = new CaseObject(CaseClasses.PackageDocument, edition);
        Fill(document, model, source);
        document.Write(json);
    }

    /// <summary>The link to a document, as its items and associations give it.</summary>
    public CaseReference Link(Model model) =>
        new(model.Version.Title.In(model.Version.Language), CaseAddresses.Text(model.Framework.Id), Uri(model.Framework));

    private string Uri(Framework framework) =>
        CaseAddresses.IsAddress(framework.Uri) ? framework.Uri! : addresses.Of("CFDocuments", framework.Id);

    private void Fill(CaseObject document, Model model, JsonElement source)
    {
        var (framework, version) = (model.Framework, model.Version);
        var came = source.ValueKind == JsonValueKind.Object ? CaseRaw.Members(source) : null;
        var creator = Text(came, "creator") ?? framework.Publisher;
        document.Set("identifier", CaseAddresses.Text(framework.Id));
        document.Set("uri", Uri(framework));
        document.Set("caseVersion", CaseEdition.V1p1.Number);
        document.Set("creator", creator);
        document.Set("title", version.Title.In(version.Language));
        document.Set("lastChangeDateTime", CaseText.Of(version.ChangedAt));
        document.Set("officialSourceURL", version.Sources.FirstOrDefault(CaseAddresses.IsAddress));
        // The reader takes the creator for the publisher where a document names none.
        var isSaid = framework.Publisher.Length > 0 && (came is null || came.ContainsKey("publisher") || framework.Publisher != creator);
        document.Set("publisher", isSaid ? framework.Publisher : null);
        document.Set("description", version.Description?.In(version.Language));
        document.Set("language", version.Language == LanguageText.Unknown ? null : version.Language);
        document.Set("version", Number(version, came));
        document.Set("adoptionStatus", version.AdoptionStatus);
        document.Set("statusStartDate", version.StatusStart is { } start ? CaseText.Of(start) : null);
        document.Set("statusEndDate", version.StatusEnd is { } end ? CaseText.Of(end) : null);
        if (came is not null)
            document.Take(source, Modelled);
        if (CaseTrellis.Of(framework, version) is { } own)
            document.Extend(CaseFields.Trellis, own);
    }

    /// <summary>Fields of a document that the model holds, and links that belong to the document of one server.</summary>
    private static readonly string[] Modelled =
    [
        "identifier", "uri", "caseVersion", "creator", "title", "lastChangeDateTime", "publisher", "description", "language", "version",
        "adoptionStatus", "statusStartDate", "statusEndDate", "officialSourceURL", "CFPackageURI",
    ];

    /// <summary>The number that the publisher gave; one that only this database needed does not go out.</summary>
    private static string? Number(FrameworkVersion version, Dictionary<string, JsonElement>? came)
    {
        if (came is null)
            return version.Number;
        var sequence = version.Sequence.ToString(CultureInfo.InvariantCulture);
        var written = Text(came, "version") ?? "";
        return version.Number == $"{written}-{sequence}" || (written.Length == 0 && version.Number == sequence)
            ? written.Length == 0 ? null : written
            : version.Number;
    }

    private static string? Text(Dictionary<string, JsonElement>? came, string name) =>
        came is not null && came.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && JsonStrings.Of(value) is { } text
            && !string.IsNullOrWhiteSpace(text) ? text : null;
}
