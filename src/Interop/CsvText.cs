using System.Text;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>The characters of a CSV file: UTF-8 with or without a mark, or UTF-16 with one. Other bytes are refused with their line.</summary>
public static class CsvText
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    public static string Decode(ImportSource source, Action<Problem> note)
    {
        var bytes = source.Bytes.Span;
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            bytes = bytes[3..];
        else if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return DecodeUtf16(bytes, note);
        try
        {
            return Utf8.Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            var before = bytes[..Math.Clamp(e.Index, 0, bytes.Length)];
            throw new UnusableInputException(Problem.Rejected("not-utf-8", FormattableString.Invariant($"line {1 + before.Count((byte)'\n')}, byte {before.Length - before.LastIndexOf((byte)'\n')}"),
                "These bytes are not UTF-8 text. In a spreadsheet program, save the file as \"CSV UTF-8\"."));
        }
    }

    /// <summary>The character between the cells, judged by the first line that holds one outside quotes; a comma where none does.</summary>
    public static char Delimiter(string text)
    {
        Span<int> counts = stackalloc int[Delimiters.Length];
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (c is '\n' or '\r' && !quoted && counts.ContainsAnyExcept(0))
                break;
            if (!quoted && Array.IndexOf(Delimiters, c) is >= 0 and var known)
            {
                counts[known]++;
                // A line of "#key,value" has one delimiter; what follows it is a text with signs of its own.
                if (text.StartsWith('#'))
                    break;
            }
        }
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        return Delimiters[best];
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, Action<Problem> note)
    {
        var bigEndian = bytes[0] == 0xFE;
        try
        {
            var text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[2..]);
            note(Problem.Noted("utf-16", "byte 0", "The file is UTF-16 text and was converted."));
            return text;
        }
        catch (ArgumentException)
        {
            throw new UnusableInputException(Problem.Rejected("not-utf-16", "byte 0", "The file begins as UTF-16 text, but its bytes are not. Save it as UTF-8."));
        }
    }
}
