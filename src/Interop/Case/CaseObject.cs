using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Case;

/// <summary>A link as CASE writes one: a title, an identifier and an address; the type of its target where that is no CASE.</summary>
internal readonly record struct CaseReference(string Title, string Id, string Uri, string? TargetType = null);

/// <summary>
/// One object on its way out. Fields that Trellis models are set; what a source gave besides takes the fields that are left, where
/// it fits, and goes out among the extensions where it does not. Used again and again.
/// </summary>
internal sealed class CaseObject(CaseClass type, CaseEdition edition)
{
    private readonly object?[] _values = new object?[type.Fields.Count];
    private readonly Dictionary<string, object> _more = [];

    public void Clear()
    {
        Array.Clear(_values);
        _more.Clear();
    }

    public bool Has(string field) => _values[type.IndexOf(field)] is not null;

    /// <summary>Sets a field, unless there is nothing to say.</summary>
    public void Set(string field, object? value) => _values[type.IndexOf(field)] = value;

    /// <summary>Adds what no field is for.</summary>
    public void Extend(string name, object value) => _more[name] = value;

    /// <summary>Shares out what a source gave; members that are named are left out.</summary>
    public void Take(JsonElement source, params ReadOnlySpan<string> except)
    {
        foreach (var (name, value) in CaseRaw.Members(source))
        {
            if (except.Contains(name))
                continue;
            if (name == "extensions" && type.Extensions is not null && value.ValueKind == JsonValueKind.Object)
                TakeExtensions(value);
            else if (type.IndexOf(name) is >= 0 and var index && _values[index] is null && !type.Fields[index].IsExtension && CaseRaw.Fits(value, type.Fields[index]))
                _values[index] = value;
            else
                _more.TryAdd(name, value);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var i = 0; i < _values.Length; i++)
        {
            var field = type.Fields[i];
            if (field.IsNew && !edition.IsNew)
                continue;
            if (field.IsExtension)
                WriteExtensions(json);
            else if (_values[i] is { } value)
                WriteField(json, field, value);
        }
        json.WriteEndObject();
    }

    /// <summary>Trellis's own part of the extensions is made anew from the model.</summary>
    private void TakeExtensions(JsonElement extensions)
    {
        foreach (var (name, value) in CaseRaw.Members(extensions))
        {
            if (name != CaseFields.Trellis)
                _more[name] = value;
        }
    }

    private void WriteExtensions(Utf8JsonWriter json)
    {
        if (_more.Count == 0)
            return;
        json.WriteStartObject("extensions"u8);
        foreach (var (name, value) in _more)
        {
            json.WritePropertyName(name);
            if (value is JsonElement element)
                CaseRaw.WriteFree(json, element);
            else if (value is string text)
                json.WriteStringValue(text);
            else
                ((Action<Utf8JsonWriter>)value)(json);
        }
        json.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter json, CaseField field, object value)
    {
        json.WritePropertyName(field.Utf8Name);
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case CaseReference link:
                Write(json, link);
                break;
            case Action<Utf8JsonWriter> write:
                write(json);
                break;
            case IEnumerable<string> texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                CaseRaw.Write(json, (JsonElement)value, field);
                break;
        }
    }

    private void Write(Utf8JsonWriter json, CaseReference link)
    {
        json.WriteStartObject();
        json.WriteString("title"u8, link.Title);
        json.WriteString("identifier"u8, link.Id);
        json.WriteString("uri"u8, link.Uri);
        if (link.TargetType is not null && edition.IsNew)
            json.WriteString("targetType"u8, link.TargetType);
        json.WriteEndObject();
    }
}
