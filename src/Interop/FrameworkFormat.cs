using Trellis.Core.Competencies;

namespace Trellis.Interop;

/// <summary>
/// One format that can be recognised and read. <paramref name="Name"/> is what people call it, for the list of what is accepted.
/// <paramref name="Read"/> sets the report's Format and counts Items and Associations as they stand in the file; it adds one
/// rejected problem for each row that it leaves out, and throws UnusableInputException where nothing can be read.
/// </summary>
public sealed record FrameworkFormat(string Name, Func<ImportSource, bool> Recognizes, Func<ImportSource, ImportReport, FrameworkContent> Read)
{
    /// <summary>Reads every framework of a file, at least one, where the format may hold several.</summary>
    public Func<ImportSource, ImportReport, IReadOnlyList<FrameworkContent>>? ReadAll { get; init; }
}

/// <summary>The formats that an import takes, in the order in which a file is shown to them.</summary>
public static class FrameworkFormats
{
    public static IReadOnlyList<FrameworkFormat> All { get; } =
    [
        Case.CasePackage.Format,
        Ctdl.CtdlFramework.Format,
        Asn.AsnDocument.Format,
        Misp.MispReader.Format,
        Tables.SheetReader.Format,
        OpenSalt.OpenSaltWorkbook.Format,
        Direct.DirectJson.Format,
        Direct.DirectCsv.Format,
        Moodle.MoodleReader.Format,
        CredentialEngine.EngineReader.Format,
        Tables.CsvReader.Format,
    ];
}
