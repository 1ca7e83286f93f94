using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>The CFDocument of a package: which framework this is, in which edition.</summary>
internal sealed record CaseDocument(Framework Framework, FrameworkVersion Version)
{
    public string IdText { get; } = Framework.Id.ToString("D", CultureInfo.InvariantCulture);

    private readonly byte[] _id = Encoding.ASCII.GetBytes(Framework.Id.ToString("D", CultureInfo.InvariantCulture));
    private readonly byte[] _uri = Utf8.Strict.GetBytes(Framework.Uri ?? "");

    /// <summary>Reads the document; without a name and an identifier there is no framework, and the file is refused.</summary>
    public static CaseDocument Read(JsonText text, CaseRow row, string sourceName)
    {
        if (!text.Parts.TryGetValue(CaseFields.Document, out var slice) || slice.Type != JsonTokenType.StartObject)
            throw new UnusableInputException(Problem.Rejected("missing-document", "/CFDocument", "A CASE package needs an object CFDocument that says which framework it is."));
        row.Read(slice, CaseFields.Document);
        row.IsNew = row.Has("caseVersion"u8) || row.Has("frameworkType"u8) || row.Has("extensions"u8);
        var uri = row.Optional("uri"u8);
        row.NameSpace = NameBasedId.UrlNamespace;
        var id = row.Id("identifier"u8);
        var title = row.Required("title"u8);
        if (row.IsRejected)
            throw new UnusableInputException([]);
        row.NameSpace = id;
        row.FallbackDate = DateTimeOffset.UnixEpoch;
        row.FallbackDate = row.Has("lastChangeDateTime"u8) ? row.Date("lastChangeDateTime"u8) : Undated(row);
        var creator = row.Optional("creator"u8);
        if (creator is null)
            row.Repair("missing-field", "creator"u8, "The document does not say who made it; the creator was left empty.");
        var own = CaseTrellisReader.In(text.Bytes.Slice(slice.Start, slice.Length));
        var framework = new Framework
        {
            Id = id,
            Uri = uri,
            Ctid = own.Text("ctid"),
            Kind = own.Member<FrameworkKind>("kind") ?? FrameworkKind.AcademicStandards,
            Publisher = row.Optional("publisher"u8) ?? creator ?? "",
            Industries = own.Texts("industries") ?? [],
        };
        return new(framework, ReadVersion(row, own, title!, sourceName));
    }

    /// <summary>Whether a raw text or link object names this document.</summary>
    public bool IsNamedBy(ReadOnlySpan<byte> raw) => raw.IndexOf(_id) >= 0 || (_uri.Length > 0 && raw.IndexOf(_uri) >= 0);

    private static FrameworkVersion ReadVersion(CaseRow row, CaseTrellisReader own, string title, string sourceName)
    {
        var language = row.Optional("language"u8) ?? LanguageText.Unknown;
        var source = row.Optional("officialSourceURL"u8);
        return new()
        {
            Title = own.Languages("title") ?? LanguageText.Of(language, title),
            Description = own.Languages("description") ?? LanguageText.OfNullable(language, row.Optional("description"u8)),
            Notice = own.Languages("notice"),
            Number = row.Optional("version"u8) ?? "",
            Language = language,
            AdoptionStatus = row.Optional("adoptionStatus"u8),
            StatusStart = Day(row, "statusStartDate"u8),
            StatusEnd = Day(row, "statusEndDate"u8),
            ChangedAt = row.FallbackDate,
            ChangeSummary = own.Text("changeSummary"),
            Champions = own.Texts("champions") ?? [],
            Sources = own.Texts("sources") ?? (source is null ? [] : [source]),
            SourceName = sourceName,
        };
    }

    private static DateTimeOffset Undated(CaseRow row)
    {
        row.Repair("missing-field", "lastChangeDateTime"u8, "The document does not say when it was last changed; 1970-01-01 was taken.");
        return DateTimeOffset.UnixEpoch;
    }

    private static DateOnly? Day(CaseRow row, ReadOnlySpan<byte> name)
    {
        if (row.Optional(name) is not { } text)
            return null;
        if (SourceDate.Read(text) is { } date)
            return DateOnly.FromDateTime(date.At.UtcDateTime);
        row.Repair("bad-date", name, "{0} is no date such as 2026-01-31; it was left out.", text);
        return null;
    }
}
