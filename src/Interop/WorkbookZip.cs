using System.IO.Compression;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Looks at the ZIP archive that a workbook is before anything of it is inflated, and refuses what no honest workbook is.</summary>
internal static class WorkbookZip
{
    private const int MostEntries = 1000;

    /// <summary>The types of content and the relations between parts are held in memory whole.</summary>
    private const long MostBytesOfPlan = 4L * 1024 * 1024;

    /// <summary>Real sheets shrink to a tenth, dull ones to a fiftieth.</summary>
    private const int MostRatio = 100;
    private const long SmallEntry = 1024 * 1024;

    public static void Check(ImportSource source, Action<Problem> note, WorkbookLimits limits)
    {
        // Counted in the raw bytes, because listing millions of entries is itself what has to be avoided.
        if (source.Bytes.Span.Count("PK\u0001\u0002"u8) > MostEntries)
            throw Unusable("zip-too-large", "The workbook is a ZIP archive of more than {0} parts, which no such workbook has.", $"{MostEntries}");
        try
        {
            using var zip = new ZipArchive(Stream(source), ZipArchiveMode.Read);
            Check(zip, limits.MostBytes);
            Note(zip, note);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException)
        {
            throw Unusable("broken-workbook", "This workbook cannot be opened: the file is damaged or not complete. Save or download it again as .xlsx.");
        }
    }

    public static MemoryStream Stream(ImportSource source) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(source.Bytes, out var part)
            ? new(part.Array!, part.Offset, part.Count, writable: false)
            : new(source.Bytes.ToArray(), writable: false);

    private static void Check(ZipArchive zip, long mostBytes)
    {
        if (zip.Entries.Any(e => e.IsEncrypted))
            throw Unusable("encrypted", "This workbook is protected by a password. Save it without one, as .xlsx.");
        // An entry gives no more bytes than it declares, so that the sum of these is what there can be at most.
        if (zip.Entries.Aggregate(0L, (sum, e) => Math.Min(long.MaxValue / 2, sum) + Math.Clamp(e.Length, 0, long.MaxValue / 2)) > mostBytes)
            throw Unusable("zip-too-large", "Unpacked, the workbook is larger than {0} MB; it was not opened.", $"{mostBytes >> 20}");
        if (zip.Entries.Any(e => e.Length > SmallEntry && e.Length / MostRatio > e.CompressedLength))
            throw Unusable("zip-too-dense", "A part of the workbook unpacks to more than {0} times its size, which no honest text does; it was not opened.", $"{MostRatio}");
        if (zip.Entries.Any(e => e.Length > MostBytesOfPlan && (e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || e.FullName.StartsWith("[Content_Types]", StringComparison.OrdinalIgnoreCase))))
            throw Unusable("zip-too-large", "Unpacked, the workbook's own lists of parts are larger than {0} MB; it was not opened.", $"{MostBytesOfPlan >> 20}");
    }

    private static void Note(ZipArchive zip, Action<Problem> note)
    {
        if (zip.Entries.Any(e => e.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
            note(Problem.Noted("macro", "workbook", "The workbook holds macros; they were not looked at."));
        if (zip.Entries.Any(e => e.FullName.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase)))
            note(Problem.Noted("external-link", "workbook", "The workbook takes values from other files; these were not opened, and what its cells last showed was taken."));
    }

    private static UnusableInputException Unusable(string code, string sentence, params string[] values) =>
        new(Problem.Rejected(code, "workbook", sentence, values));
}

/// <summary>How much of a workbook is read: a document that somebody sends is small, a release of statistics may be large.</summary>
internal sealed record WorkbookLimits(long MostBytes, long MostCharacters)
{
    public static readonly WorkbookLimits Document = new(256L << 20, 128L << 20);
    public static readonly WorkbookLimits Release = new(2048L << 20, 1024L << 20);
}
