using System.Globalization;
using System.Text.Json;

namespace Trellis.Interop.Case;

/// <summary>Judges values that a source gave against the fields of CASE, and writes those that fit. Nothing null goes out.</summary>
internal static class CaseRaw
{
    public static bool Fits(JsonElement value, CaseField field)
    {
        if (field.IsList)
            return value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value.EnumerateArray().All(v => FitsOne(v, field));
        return FitsOne(value, field);
    }

    /// <summary>Writes a value that fits.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value, CaseField field)
    {
        if (!field.IsList)
        {
            WriteOne(json, value, field);
            return;
        }
        json.WriteStartArray();
        foreach (var one in value.EnumerateArray())
            WriteOne(json, one, field);
        json.WriteEndArray();
    }

    /// <summary>Writes anything as it is, but without nulls; of two members with the same name, the last.</summary>
    public static void WriteFree(Utf8JsonWriter json, JsonElement value) => JsonFree.Write(json, value);

    /// <summary>The members of an object without those that are null; of two with the same name, the last.</summary>
    public static Dictionary<string, JsonElement> Members(JsonElement value) => JsonFree.Members(value);

    private static bool FitsOne(JsonElement value, CaseField field)
    {
        if (field.Class is { } type)
            return value.ValueKind == JsonValueKind.Object && (type.IsOpen || FitsClass(Members(value), type));
        if (field.Value is CaseValue.Whole)
            return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _);
        if (field.Value is CaseValue.Number)
            return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number);
        return value.ValueKind == JsonValueKind.String && FitsText(JsonStrings.Of(value), field.Value);
    }

    private static bool FitsClass(Dictionary<string, JsonElement> members, CaseClass type) => type.Fields.All(f =>
        members.TryGetValue(f.Name, out var member) ? Fits(member, f) : !f.IsRequired)
        && members.Keys.All(name => type.Find(name) is not null);

    private static bool FitsText(string text, CaseValue value) => value switch
    {
        CaseValue.Uri => CaseAddresses.IsAddress(text),
        CaseValue.Uuid => SourceId.Uuid(text) is not null,
        CaseValue.Instant => SourceDate.Read(text) is not null,
        CaseValue.Day => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        CaseValue.Edition => text == CaseEdition.V1p1.Number,
        CaseValue.TargetType => text == "CASE" || (AssociationType.IsExtension(text) && AssociationType.Of(text) == text),
        CaseValue.AssociationType => AssociationType.Of(text) == text,
        _ => true,
    };

    private static void WriteOne(Utf8JsonWriter json, JsonElement value, CaseField field)
    {
        if (field.Class is { IsOpen: false } type)
        {
            var members = Members(value);
            json.WriteStartObject();
            foreach (var part in type.Fields.Where(f => members.ContainsKey(f.Name)))
            {
                json.WritePropertyName(part.Utf8Name);
                Write(json, members[part.Name], part);
            }
            json.WriteEndObject();
            return;
        }
        if (field.Value == CaseValue.Uuid)
            json.WriteStringValue(CaseAddresses.Text(SourceId.Uuid(JsonStrings.Of(value))!.Value));
        else if (field.Value == CaseValue.Instant)
            json.WriteStringValue(CaseText.Of(SourceDate.Read(JsonStrings.Of(value))!.Value.At));
        else
            WriteFree(json, value);
    }
}
