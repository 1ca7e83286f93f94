using System.Text;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>Says of a file that no format recognised what it seems to be and where it goes wrong.</summary>
public static class UnknownFile
{
    private const int Peek = 512;
    private const int MostNames = 8;

    /// <summary>Of an archive that holds no workbook, whichever way that came to light.</summary>
    public const string Archive = "This file is a ZIP archive or an Office document, but no workbook of OpenSALT (.xlsx), the only one of these that is accepted.";

    public static Problem Describe(ImportSource source)
    {
        var bytes = source.Bytes.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Problem.Rejected("not-utf-8", "byte 0", "This file is UTF-16 text. Save it as UTF-8.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return Problem.Rejected("unknown-format", "byte 0", "This file is an Office document that is protected by a password, or was saved in the form used before 2007. Save it without a password as .xlsx.");
        var start = Encoding.ASCII.GetString(bytes[..Math.Min(Peek, bytes.Length)]).TrimStart('?', ' ', '\t', '\r', '\n', '\0');
        if (start.Length == 0)
            return Problem.Rejected("empty-file", "byte 0", "This file is empty.");
        if (Looks(start) is { } sentence)
            return Problem.Rejected("unknown-format", "byte 0", sentence);
        if (start[0] is '{' or '[' or '/' || source.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return JsonFault(source);
        return Problem.Rejected("unknown-format", "byte 0", "This file is in no format that is known here.");
    }

    private static string? Looks(string start) => start switch
    {
        _ when start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase) =>
            "This file is a web page, not a framework. Download the framework itself.",
        _ when start[0] == '<' => "This file is XML, which is not accepted.",
        _ when start.StartsWith("@prefix", StringComparison.OrdinalIgnoreCase) || start.StartsWith("@base", StringComparison.OrdinalIgnoreCase) || start.StartsWith("PREFIX", StringComparison.Ordinal) =>
            "This file is RDF in Turtle, which is not accepted. Export the framework as JSON-LD.",
        _ when start.StartsWith("PK", StringComparison.Ordinal) => Archive,
        _ when start.StartsWith("%PDF", StringComparison.Ordinal) => "This file is a PDF document, which holds no framework that a program can read.",
        _ => null,
    };

    private static Problem JsonFault(ImportSource source)
    {
        var names = JsonText.Open(source).Parts.Keys.Take(MostNames).ToList();
        return names switch
        {
            _ when names.Contains("$schema") || names.Contains("$defs") || (names.Contains("type") && names.Contains("properties")) =>
                Problem.Rejected("json-schema", "", "This file is a JSON schema: it describes a format and holds no framework."),
            [] => Problem.Rejected("unknown-json", "", "This file is JSON but holds no object with a framework in it."),
            _ => Problem.Rejected("unknown-json", "", "This file is JSON but no framework: at its top stand {0}.", string.Join(", ", names)),
        };
    }
}
