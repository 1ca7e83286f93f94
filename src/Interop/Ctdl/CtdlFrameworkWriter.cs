using System.Globalization;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>Makes the framework's own node.</summary>
internal sealed class CtdlFrameworkWriter(Model model, CtdlAddresses addresses, CtdlShape shape)
{
    private const string Status = "ceasn:publicationStatusType";
    private readonly Framework _framework = model.Framework;
    private readonly FrameworkVersion _version = model.Version;
    private readonly CtdlKept _kept = CtdlKept.OfRoot(model.Version);
    private readonly Dictionary<string, JsonElement> _beside = CtdlKept.BesideRoot(model.Version);

    public CtdlObject Make(IReadOnlyList<Guid> top, IReadOnlyList<CtdlTold> links)
    {
        var node = new CtdlObject();
        var hasTypes = _kept.HasTypesLike(shape, shape.RootType);
        node.Set("@id", addresses.Framework);
        if (hasTypes)
            node.Set("@type", _kept.Members["@type"]);
        else
            node.Set("@type", shape.RootType);
        node.Set("ceterms:ctid", addresses.Ctid.ToString());
        node.Set("ceasn:name", _version.Title);
        node.Set("ceasn:description", _version.Description);
        SetLanguage(node);
        SetPublisher(node);
        SetStatus(node);
        SetDates(node);
        SetSources(node);
        node.Set(shape.Top, [.. top.Select(t => addresses[t])]);
        SetOwn(node);
        var told = new CtdlOutLinks(_framework, addresses, new(addresses, shape));
        told.Take(null, links);
        told.WriteTo(node);
        node.Own(CtdlFields.Beside, _beside);
        node.Keep(_kept, hasTypes ? ["@type"] : []);
        return node;
    }

    private void SetLanguage(CtdlObject node)
    {
        const string Term = "ceasn:inLanguage";
        var isSaid = _kept.First(Term) is { } written && CtdlTexts.Tag(written) == _version.Language;
        if (isSaid)
            node.Set(Term, _kept.Members[Term]);
        else if (_version.Language != LanguageText.Unknown)
            node.Set(Term, [_version.Language]);
        var told = isSaid || (_version.Language != LanguageText.Unknown && CtdlTexts.Tag(_version.Language) == _version.Language)
            || (_kept.First(Term) is null && _version.Language == _version.Title.Languages.First());
        if (!told)
            node.Own("language", _version.Language);
    }

    private void SetPublisher(CtdlObject node)
    {
        var publisher = _framework.Publisher;
        var said = _kept.Plain("ceasn:publisherName") ?? _kept.Plain("ceasn:publisher") ?? _kept.Plain("ceasn:creator") ?? _kept.Plain("ceasn:author") ?? "";
        if (said == publisher)
        {
            if (_kept.Plain("ceasn:publisherName") is not null)
                node.Set("ceasn:publisherName", _kept.Members["ceasn:publisherName"]);
            if (_kept.Plain("ceasn:author") is not null)
                node.Set("ceasn:author", _kept.Members["ceasn:author"]);
            return;
        }
        if (publisher.Length > 0 && publisher == publisher.Trim())
            node.Set("ceasn:publisherName", LanguageText.Of(_version.Language, publisher));
        else
            node.Own("publisher", publisher);
        if (Came("creator") is { } creator && creator != publisher)
            node.Set("ceasn:author", [creator]);
    }

    /// <summary>The publisher's own word where it is one of the three that CTDL knows; else how the version stands here.</summary>
    private void SetStatus(CtdlObject node)
    {
        var adopted = _version.AdoptionStatus;
        if (adopted is not null && _kept.First(Status) is { } written && CtdlFields.Local(written.Trim()) == adopted)
        {
            node.Set(Status, _kept.Members[Status]);
            return;
        }
        if (adopted is "Draft" or "Published" or "Deprecated")
        {
            node.Set(Status, ["publicationStatus:" + adopted]);
            return;
        }
        node.Set(Status, [_version.Status is VersionStatus.Superseded or VersionStatus.Retired ? "publicationStatus:Deprecated" : "publicationStatus:Published"]);
        node.Own("adoptionStatus", adopted ?? "");
    }

    private void SetDates(CtdlObject node)
    {
        var created = _kept.First("ceasn:dateModified") is null && _kept.First("ceasn:dateCreated") is { } text ? SourceDate.Read(text)?.At : null;
        if (_version.ChangedAt != DateTimeOffset.UnixEpoch && _version.ChangedAt != created)
            node.Set("ceasn:dateModified", CtdlDates.As(_kept, "ceasn:dateModified", _version.ChangedAt));
        if (_version.StatusStart is { } start)
            node.Set("ceasn:dateValidFrom", CtdlDates.As(_kept, "ceasn:dateValidFrom", start));
        if (_version.StatusEnd is { } end)
            node.Set("ceasn:dateValidUntil", CtdlDates.As(_kept, "ceasn:dateValidUntil", end));
    }

    private void SetSources(CtdlObject node)
    {
        if (_version.Sources.All(CtdlAddresses.IsAddress))
        {
            node.Set("ceasn:source", _version.Sources);
        }
        else
        {
            node.Set("ceasn:source", [.. _version.Sources.Where(CtdlAddresses.IsAddress)]);
            node.Own("sources", _version.Sources);
        }
        if (_framework.Industries.Count == 0)
            return;
        if (_framework.Industries.All(i => NaicsCode.TryParse(i, out var code) && code.Value == i))
            node.Set("ceterms:industryType", WriteIndustries);
        else
            node.Own("industries", _framework.Industries);
    }

    private void WriteIndustries(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        foreach (var code in _framework.Industries)
        {
            json.WriteStartObject();
            json.WriteString("@type", "ceterms:CredentialAlignmentObject");
            json.WriteString("ceterms:codedNotation", code);
            json.WriteString("ceterms:framework", CtdlFacts.Naics);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void SetOwn(CtdlObject node)
    {
        if (_framework.Id != addresses.Ctid.Id)
            node.Own("id", _framework.Id.ToString());
        if (_framework.Kind != CtdlFacts.Of(addresses.Framework, _version.Title, shape.IsCompetencies))
            node.Own("kind", _framework.Kind.ToString());
        if (_framework.Uri is { } uri && uri != addresses.Framework)
            node.Own("uri", uri);
        if (Number() is { } number)
            node.Own("version", number);
        if (_version.Notice is { } notice)
            node.Own("notice", j => CtdlObject.WriteTexts(j, notice));
        node.Own("changeSummary", _version.ChangeSummary);
        node.Own("champions", _version.Champions);
    }

    /// <summary>The number that the publisher gave; one that only this database needed does not go out.</summary>
    private string? Number()
    {
        var number = _version.Number;
        if (number.Length == 0 || _version.SourceFormat != CtdlFramework.Name)
            return number.Length == 0 ? null : number;
        var came = CtdlKept.BesideRoot(_version, CtdlFields.Version);
        var sequence = _version.Sequence.ToString(CultureInfo.InvariantCulture);
        return came is null ? number == sequence ? null : number : number == $"{came}-{sequence}" ? came : number;
    }

    /// <summary>A text of the document as which a framework came by CASE.</summary>
    private string? Came(string name) => _beside.TryGetValue("CFDocument", out var document) && document.ValueKind == JsonValueKind.Object
        && document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && JsonStrings.Of(value).Trim() is { Length: > 0 } text ? text : null;
}
