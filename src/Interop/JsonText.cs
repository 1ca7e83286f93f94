using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;

namespace Trellis.Interop;

/// <summary>A value inside the bytes of a JSON text.</summary>
public readonly record struct JsonSlice(int Start, int Length, JsonTokenType Type);

/// <summary>
/// A JSON text that was walked through once: it is UTF-8, whole and at most <see cref="MaxDepth"/> levels deep, so whoever reads
/// it after this meets no surprise. What had to be repaired on the way is listed, each with its JSON pointer.
/// </summary>
public sealed record JsonText(ReadOnlyMemory<byte> Bytes, JsonTokenType Type, IReadOnlyDictionary<string, JsonSlice> Parts, IReadOnlyList<Problem> Repairs)
{
    public const int MaxDepth = 64;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Walks through the file, or throws with the line and column of its first fault.</summary>
    public static JsonText Open(ImportSource source)
    {
        var bytes = WithoutMark(source.Bytes);
        if (!System.Text.Unicode.Utf8.IsValid(bytes.Span))
        {
            var at = FirstBad(bytes.Span) + source.Bytes.Length - bytes.Length;
            throw new UnusableInputException(Problem.Rejected("not-utf-8", FormattableString.Invariant($"byte {at}"),
                "The text is not UTF-8 from here on. Save the file as UTF-8."));
        }
        try
        {
            return JsonWalk.Through(bytes);
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(NotJson(e));
        }
    }

    /// <summary>The names in the object, or in the list of objects, at the top of a text that may be broken further on, without reading more of it than needed.</summary>
    public static List<string> TopNames(ImportSource source, int most)
    {
        var names = new List<string>();
        var top = 1;
        var reader = new Utf8JsonReader(WithoutMark(source.Bytes).Span, new JsonReaderOptions { MaxDepth = 1000 });
        try
        {
            while (names.Count < most && reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 0 })
                    top = 2;
                else if (reader.TokenType == JsonTokenType.PropertyName)
                    names.Add(JsonStrings.Of(ref reader));
                else if (reader.CurrentDepth == top)
                    reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Whoever reads the file will say where it is broken.
        }
        return names;
    }

    public static Problem NotJson(JsonException e)
    {
        var message = e.Message;
        var end = new[] { " LineNumber:", " Change the reader options" }.Select(m => message.IndexOf(m, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(-1).Min();
        return Problem.Rejected("not-json", FormattableString.Invariant($"line {e.LineNumber + 1}, column {e.BytePositionInLine + 1}"),
            "This is not valid JSON: {0}", end < 0 ? message : message[..end]);
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;

    private static int FirstBad(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
            at += length;
        return at;
    }
}
