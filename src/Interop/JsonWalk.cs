using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop;

/// <summary>One walk through a JSON text: notes where the values at the top lie, keys that stand twice, and characters that no text may hold.</summary>
internal sealed class JsonWalk
{
    private const int FewKeys = 24;

    private readonly Frame[] _frames = new Frame[JsonText.MaxDepth];
    private readonly List<ulong> _keys = [];
    private readonly Dictionary<string, JsonSlice> _parts = [];
    private readonly List<Problem> _repairs = [];
    private JsonTokenType _type;

    private struct Frame
    {
        public bool IsArray;
        public int Index;
        public string? Name;
        public int NameStart;
        public int NameLength;
        public int FirstKey;
        public HashSet<ulong>? ManyKeys;
    }

    public static JsonText Through(ReadOnlyMemory<byte> bytes)
    {
        var walk = new JsonWalk();
        walk.Walk(bytes.Span);
        return new(bytes, walk._type, walk._parts, walk._repairs);
    }

    private void Walk(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = JsonText.MaxDepth + 1 });
        var (name, start, type) = ("", 0, JsonTokenType.None);
        while (reader.Read())
        {
            var token = reader.TokenType;
            if (_type == JsonTokenType.None)
                _type = token;
            var isStart = token is JsonTokenType.StartObject or JsonTokenType.StartArray;
            if (reader.CurrentDepth > 0 && _frames[reader.CurrentDepth - 1].IsArray && token is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
                _frames[reader.CurrentDepth - 1].Index++;
            if (isStart && reader.CurrentDepth >= JsonText.MaxDepth)
                throw new UnusableInputException(Problem.Rejected("too-deep", Pointer(bytes, reader.CurrentDepth), "The text is nested more than {0} levels deep.", JsonText.MaxDepth.ToString(CultureInfo.InvariantCulture)));
            if (reader.CurrentDepth == 1 && token == JsonTokenType.PropertyName)
                (name, type) = (JsonStrings.Of(ref reader), JsonTokenType.None);
            else if (reader.CurrentDepth == 1 && type == JsonTokenType.None)
                (start, type) = ((int)reader.TokenStartIndex, token);
            Visit(ref reader, bytes);
            if (reader.CurrentDepth == 1 && !isStart && token != JsonTokenType.PropertyName && _type == JsonTokenType.StartObject)
                _parts[name] = new(start, (int)reader.BytesConsumed - start, type);
        }
    }

    private void Visit(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        var depth = reader.CurrentDepth;
        var token = reader.TokenType;
        if (token == JsonTokenType.PropertyName)
        {
            VisitKey(ref reader, bytes);
            return;
        }
        if (token is JsonTokenType.EndObject or JsonTokenType.EndArray)
        {
            if (token == JsonTokenType.EndObject)
                _keys.RemoveRange(_frames[depth].FirstKey, _keys.Count - _frames[depth].FirstKey);
            return;
        }
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            _frames[depth] = new() { IsArray = token == JsonTokenType.StartArray, Index = -1, FirstKey = _keys.Count };
        else if (token == JsonTokenType.String && reader.ValueIsEscaped && JsonStrings.HasFault(reader.ValueSpan))
            _repairs.Add(Problem.Repaired("bad-character", Pointer(bytes, depth), "It holds a character that no text may hold, such as NUL or half of a pair; the character was taken out or replaced."));
    }

    private void VisitKey(ref Utf8JsonReader reader, ReadOnlySpan<byte> bytes)
    {
        ref var frame = ref _frames[reader.CurrentDepth - 1];
        frame.Name = reader.ValueIsEscaped ? JsonStrings.Of(ref reader) : null;
        (frame.NameStart, frame.NameLength) = ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        if (IsNew(ref frame, Hash(frame.Name is null ? reader.ValueSpan : Utf8.Strict.GetBytes(frame.Name))))
            return;
        var pointer = Pointer(bytes, reader.CurrentDepth);
        _repairs.Add(Problem.Repaired("duplicate-key", pointer, "The key {0} stands twice in one object; the last value was used.", pointer[(pointer.LastIndexOf('/') + 1)..]));
    }

    private bool IsNew(ref Frame frame, ulong key)
    {
        if (frame.ManyKeys is null && _keys.Count - frame.FirstKey < FewKeys)
        {
            for (var i = frame.FirstKey; i < _keys.Count; i++)
            {
                if (_keys[i] == key)
                    return false;
            }
            _keys.Add(key);
            return true;
        }
        frame.ManyKeys ??= [.. _keys[frame.FirstKey..]];
        return frame.ManyKeys.Add(key);
    }

    /// <summary>FNV-1a with 64 bits: two different keys of one object with the same value are not to be feared.</summary>
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in name)
            hash = (hash ^ b) * 1099511628211UL;
        return hash;
    }

    private string Pointer(ReadOnlySpan<byte> bytes, int depth)
    {
        var pointer = new StringBuilder();
        for (var i = 0; i < depth; i++)
        {
            var frame = _frames[i];
            var step = frame.IsArray
                ? frame.Index.ToString(CultureInfo.InvariantCulture)
                : frame.Name ?? Encoding.ASCII.GetString(bytes.Slice(frame.NameStart, frame.NameLength));
            pointer.Append('/').Append(JsonStrings.Step(step));
        }
        return pointer.ToString();
    }
}
