using System.Buffers;
using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>
/// The fields of one object of a checked JSON text, as places in its bytes: no object is made for a value until somebody asks.
/// One row is used again and again, so that a file of many megabytes needs no more memory than its result.
/// </summary>
internal sealed class JsonRow(ReadOnlyMemory<byte> bytes)
{
    private readonly List<Field> _fields = [];

    private record struct Field(int NameStart, int NameLength, JsonSlice Value, bool IsTaken);

    private ReadOnlySpan<byte> Span => bytes.Span;

    /// <summary>Reads the object in a slice of the bytes.</summary>
    public void Read(JsonSlice slice)
    {
        var reader = new Utf8JsonReader(Span.Slice(slice.Start, slice.Length), new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        reader.Read();
        Read(ref reader, slice.Start);
    }

    /// <summary>Reads the object at whose start the reader stands; <paramref name="offset"/> is where the reader's own text begins.</summary>
    public void Read(ref Utf8JsonReader reader, int offset)
    {
        _fields.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (name, length) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
            reader.Read();
            var (start, type) = ((int)reader.TokenStartIndex, reader.TokenType);
            reader.Skip();
            _fields.Add(new(name + offset, length, new(start + offset, (int)reader.BytesConsumed - start, type), false));
        }
    }

    public bool Has(ReadOnlySpan<byte> name)
    {
        foreach (var field in _fields)
        {
            if (Named(field, name))
                return true;
        }
        return false;
    }

    /// <summary>Takes a field out of the rest; of two with the same name, the last. A field that is absent or null is none.</summary>
    public JsonSlice? Take(ReadOnlySpan<byte> name)
    {
        JsonSlice? value = null;
        for (var i = 0; i < _fields.Count; i++)
        {
            if (!Named(_fields[i], name))
                continue;
            _fields[i] = _fields[i] with { IsTaken = true };
            value = _fields[i].Value.Type == JsonTokenType.Null ? null : _fields[i].Value;
        }
        return value;
    }

    /// <summary>Puts a field back among the rest.</summary>
    public void Leave(JsonSlice value)
    {
        for (var i = 0; i < _fields.Count; i++)
        {
            if (_fields[i].Value.Start == value.Start)
                _fields[i] = _fields[i] with { IsTaken = false };
        }
    }

    public ReadOnlySpan<byte> Raw(JsonSlice value) => Span.Slice(value.Start, value.Length);

    /// <summary>A string as it is, a number or a truth value as it is written.</summary>
    public string Text(JsonSlice value) => value.Type == JsonTokenType.String ? JsonStrings.Of(Raw(value)) : Utf8.Strict.GetString(Raw(value));

    /// <summary>The fields that nobody took, as members of a JSON object without its braces.</summary>
    public void WriteRest(ArrayBufferWriter<byte> into)
    {
        foreach (var field in _fields)
        {
            if (field.IsTaken || field.Value.Type == JsonTokenType.Null)
                continue;
            if (into.WrittenCount > 0)
                into.Write(","u8);
            into.Write("\""u8);
            into.Write(Span.Slice(field.NameStart, field.NameLength));
            into.Write("\":"u8);
            JsonCompact.Write(Raw(field.Value), into);
        }
    }

    private bool Named(Field field, ReadOnlySpan<byte> name) =>
        field.NameLength == name.Length && Span.Slice(field.NameStart, field.NameLength).SequenceEqual(name);
}

/// <summary>JSON without the white space between its tokens, so that the same content is the same text however it was laid out.</summary>
internal static class JsonCompact
{
    public static string Of(ReadOnlySpan<byte> json)
    {
        var compact = new ArrayBufferWriter<byte>(json.Length);
        Write(json, compact);
        return Utf8.Strict.GetString(compact.WrittenSpan);
    }

    public static void Write(ReadOnlySpan<byte> json, ArrayBufferWriter<byte> into)
    {
        var target = into.GetSpan(json.Length);
        var (count, inString) = (0, false);
        for (var i = 0; i < json.Length; i++)
        {
            var b = json[i];
            if (!inString && (b is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
                continue;
            target[count++] = b;
            if (b == '"')
                inString = !inString;
            else if (b == '\\' && inString)
                target[count++] = json[++i];
        }
        into.Advance(count);
    }
}
