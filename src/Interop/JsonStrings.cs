using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>
/// Texts of a JSON text as a database can hold them: without NUL and other control characters, with the replacement character
/// in place of half a surrogate pair. The framework's own reader throws on the latter.
/// </summary>
internal static class JsonStrings
{
    /// <summary>The string or property name at which the reader stands.</summary>
    public static string Of(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? Unescape(reader.ValueSpan) : Utf8.Strict.GetString(reader.ValueSpan);

    /// <summary>The string in a raw value, quotes included.</summary>
    public static string Of(ReadOnlySpan<byte> quoted)
    {
        var inner = quoted[1..^1];
        return inner.Contains((byte)'\\') ? Unescape(inner) : Utf8.Strict.GetString(inner);
    }

    /// <summary>The text of a string, the writing of any other value.</summary>
    public static string Of(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return value.ValueKind == JsonValueKind.String ? Of(raw) : Utf8.Strict.GetString(raw);
    }

    public static string NameOf(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        return raw.Contains((byte)'\\') ? Unescape(raw) : Utf8.Strict.GetString(raw);
    }

    /// <summary>Whether an escaped string stands for something that is no text.</summary>
    public static bool HasFault(ReadOnlySpan<byte> escaped)
    {
        var raw = Decode(escaped);
        for (var i = 0; i < raw.Length; i++)
        {
            if (IsBanned(raw[i]))
                return true;
            if (!char.IsSurrogate(raw[i]))
                continue;
            if (i + 1 == raw.Length || !char.IsSurrogatePair(raw[i], raw[i + 1]))
                return true;
            i++;
        }
        return false;
    }

    /// <summary>One step of a JSON pointer.</summary>
    public static string Step(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var raw = Decode(escaped);
        return HasFault(escaped) ? Clean(raw) : raw;
    }

    private static string Clean(string raw)
    {
        var text = new StringBuilder(raw.Length);
        foreach (var rune in raw.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || !IsBanned((char)rune.Value))
                text.Append(rune.ToString());
        }
        return text.ToString();
    }

    private static bool IsBanned(char c) => c < ' ' && c is not ('\t' or '\n' or '\r');

    private static string Decode(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf((byte)'\\');
            text.Append(Utf8.Strict.GetString(plain < 0 ? escaped : escaped[..plain]));
            if (plain < 0)
                break;
            var isUnicode = escaped[plain + 1] == 'u';
            text.Append(isUnicode
                ? (char)ushort.Parse(escaped.Slice(plain + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : Short(escaped[plain + 1]));
            escaped = escaped[(plain + (isUnicode ? 6 : 2))..];
        }
        return text.ToString();
    }

    private static char Short(byte letter) => letter switch
    {
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => (char)letter,
    };
}
