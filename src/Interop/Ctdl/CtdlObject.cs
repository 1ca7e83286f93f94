using System.Text.Json;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>
/// One node on its way out: what the model says first, then what its source said besides. What no term of the context is for goes
/// out as a JSON literal of our own, so that nothing is lost when the context is expanded.
/// </summary>
internal sealed class CtdlObject
{
    private readonly List<(string Name, Action<Utf8JsonWriter> Write)> _members = [];
    private readonly List<(string Name, Action<Utf8JsonWriter> Write)> _own = [];
    private readonly HashSet<string> _names = [];

    public void Set(string name, string? value)
    {
        if (value is not null)
            Add(name, j => j.WriteStringValue(value));
    }

    public void Set(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
            Add(name, j => WriteList(j, values));
    }

    public void Set(string name, LanguageText? text)
    {
        if (text is not null)
            Add(name, j => WriteTexts(j, text));
    }

    public void Set(string name, LanguageTerms? terms)
    {
        if (terms is null)
            return;
        Add(name, j =>
        {
            j.WriteStartObject();
            foreach (var (language, words) in terms.Values)
            {
                j.WritePropertyName(language);
                WriteList(j, words);
            }
            j.WriteEndObject();
        });
    }

    public void Set(string name, JsonElement value) => Add(name, j => JsonFree.Write(j, value));

    /// <summary>Anything else.</summary>
    public void Set(string name, Action<Utf8JsonWriter> write) => Add(name, write);

    public void Own(string name, string? value)
    {
        if (value is not null)
            Own(name, j => j.WriteStringValue(value));
    }

    public void Own(string name, IReadOnlyCollection<string> values)
    {
        if (values.Count > 0)
            Own(name, j => WriteList(j, values));
    }

    public void Own(string name, Action<Utf8JsonWriter> write) => _own.Add((name, write));

    public void Own(string name, IReadOnlyDictionary<string, JsonElement> members)
    {
        if (members.Count > 0)
            Own(name, j => WriteAll(j, members));
    }

    /// <summary>Keeps terms free of what a source said besides: there a reader would take it for what the model says.</summary>
    public void Reserve(params IEnumerable<string> names) => _names.UnionWith(names);

    /// <summary>Adds what a source said besides: under its own terms where the context has them and they are free, otherwise apart.</summary>
    public void Keep(CtdlKept kept, params ReadOnlySpan<string> told)
    {
        var apart = new Dictionary<string, JsonElement>();
        foreach (var (name, value) in kept.Members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (told.Contains(name))
                continue;
            if (!_names.Contains(name) && CtdlTerms.Fits(name, value))
                Set(name, value);
            else if (!IsTold(name, value))
                apart[name] = value;
        }
        Own(CtdlFields.Extensions, apart);
    }

    /// <summary>Writes the node as part of a graph, or with its context as a document of its own.</summary>
    public void Write(Utf8JsonWriter json, string? context = null)
    {
        json.WriteStartObject();
        if (context is not null)
            json.WriteString("@context", context);
        foreach (var (name, write) in _members)
        {
            json.WritePropertyName(name);
            write(json);
        }
        if (_own.Count > 0)
            WriteOwn(json);
        json.WriteEndObject();
    }

    public static void WriteTexts(Utf8JsonWriter json, LanguageText text)
    {
        json.WriteStartObject();
        foreach (var (language, words) in text.Values)
            json.WriteString(language, words);
        json.WriteEndObject();
    }

    private void Add(string name, Action<Utf8JsonWriter> write)
    {
        if (_names.Add(name))
            _members.Add((name, write));
    }

    /// <summary>Whether the model says the very same.</summary>
    private bool IsTold(string name, JsonElement value) => _members.Find(m => m.Name == name).Write is { } write
        && Bytes(write).AsSpan().SequenceEqual(Bytes(j => JsonFree.Write(j, value)));

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, CtdlGraphWriter.Options))
            write(json);
        return stream.ToArray();
    }

    private void WriteOwn(Utf8JsonWriter json)
    {
        json.WriteStartObject(CtdlFields.Own);
        json.WriteString("@type", "@json");
        json.WriteStartObject("@value");
        foreach (var (name, write) in _own)
        {
            json.WritePropertyName(name);
            write(json);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAll(Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> members)
    {
        json.WriteStartObject();
        foreach (var (name, value) in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            JsonFree.Write(json, value);
        }
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
