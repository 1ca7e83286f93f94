using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.OpenSalt;

/// <summary>Reads the sheet of the document: its first row says which framework this is.</summary>
internal sealed class OpenSaltDocument(ImportReport report)
{
    private static readonly Guid Root = NameBasedId.Of(NameBasedId.UrlNamespace, "trellis:opensalt");
    private static readonly string[] Kept = ["subject", "license", "licenseTitle", "licenseText", "notes"];

    private (SheetTable Table, SheetRow Row)? _first;

    public void Take(SheetTable table, SheetRow row)
    {
        if (_first is null)
        {
            if (!table.IsSound(row))
                throw new UnusableInputException([]);
            _first = (table, row);
        }
        else if (row.Number > _first.Value.Row.Number)
        {
            report.Add(Problem.Noted("further-document", row.Where(0), "A workbook holds one framework; only the first row of this sheet was read."));
        }
    }

    public (Framework Framework, FrameworkVersion Version) Build()
    {
        var name = Path.GetFileNameWithoutExtension(report.File);
        if (_first is not { } first)
        {
            report.Add(Problem.Noted("no-document", SheetPlan.Document.Name, "No row says which framework this is; it is named after the file."));
            return (new() { Id = NameBasedId.Of(Root, name), Kind = FrameworkKind.AcademicStandards }, Version(null, name, LanguageText.Unknown));
        }
        var (table, row) = first;
        var (publisher, creator) = (table.Value(row, "publisher"), table.Value(row, "creator"));
        var framework = new Framework { Id = Id(table, row, name), Kind = FrameworkKind.AcademicStandards, Publisher = publisher ?? creator ?? "" };
        var version = Version(table.Value(row, "version"), table.Value(row, "title") ?? name, table.Value(row, "language") ?? LanguageText.Unknown);
        version.Description = LanguageText.OfNullable(version.Language, table.Value(row, "description"));
        version.AdoptionStatus = table.Value(row, "adoptionStatus");
        (version.StatusStart, version.StatusEnd) = (Day(table.Date(row, "statusStartDate")), Day(table.Date(row, "statusEndDate")));
        version.ChangedAt = table.Date(row, "lastChangeDate") ?? table.Date(row, "lastChangeDateTime") ?? DateTimeOffset.UnixEpoch;
        version.Sources = table.Value(row, "officialSourceURL") is { } source ? [source] : [];
        version.Extensions = SheetTable.Json(table.Kept(row, publisher is null ? Kept : ["creator", .. Kept]));
        return (framework, version);
    }

    /// <summary>The identifier of the framework that this text names.</summary>
    public static Guid IdOf(string text) => SourceId.Uuid(text) ?? NameBasedId.Of(Root, text);

    private Guid Id(SheetTable table, SheetRow row, string name)
    {
        if (table.Value(row, "identifier") is not { } text)
        {
            report.Add(Problem.Noted("missing-identifier", table.Where(row, "identifier"), "The document has no identifier; one was made from the name of the file."));
            return NameBasedId.Of(Root, name);
        }
        var id = IdOf(text);
        if (SourceId.Uuid(text) is null)
            report.Add(Problem.Noted("identifier-not-uuid", table.Where(row, "identifier"), "The identifier {0} is no UUID; it became {1}.", text, id.ToString()));
        return id;
    }

    private FrameworkVersion Version(string? number, string title, string language) => new()
    {
        Title = LanguageText.Of(language, title),
        Number = number ?? "",
        Language = language,
        ChangedAt = DateTimeOffset.UnixEpoch,
        SourceFormat = OpenSaltWorkbook.Name,
        SourceName = report.File,
    };

    private static DateOnly? Day(DateTimeOffset? at) => at is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null;
}
