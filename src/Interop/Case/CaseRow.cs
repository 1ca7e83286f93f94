using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>One object of a package with its place in the file; what is wrong with a field goes into the report with that place.</summary>
internal sealed class CaseRow(JsonText json, ImportReport report)
{
    private readonly JsonRow _row = new(json.Bytes);
    private readonly ArrayBufferWriter<byte> _rest = new();
    private CaseRow? _owner;
    private string _list = "";
    private int _index;

    /// <summary>What names non-UUID identifiers are made in.</summary>
    public Guid NameSpace { get; set; }

    /// <summary>The date that stands in for one that cannot be read.</summary>
    public DateTimeOffset FallbackDate { get; set; }

    /// <summary>Identifiers that are UUIDs, but of a version that CASE does not take.</summary>
    public int OddIds { get; private set; }

    /// <summary>Whether a field was seen that only CASE 1.1 has.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether the row has to be left out. Only the first reason is reported.</summary>
    public bool IsRejected { get; private set; }

    public string Pointer => _index < 0 ? $"{_owner?.Pointer}/{_list}" : string.Create(CultureInfo.InvariantCulture, $"/{_list}/{_index}");

    public void Read(ref Utf8JsonReader reader, int offset, string list, int index)
    {
        (_list, _index, IsRejected) = (list, index, false);
        _row.Read(ref reader, offset);
    }

    /// <summary>Reads an object that stands in a field of another, or at the top of the package.</summary>
    public void Read(JsonSlice slice, string field, CaseRow? owner = null)
    {
        (_list, _index, _owner, IsRejected) = (field, -1, owner, false);
        _row.Read(slice);
    }

    public bool Has(ReadOnlySpan<byte> name) => _row.Has(name);

    public JsonSlice? Take(ReadOnlySpan<byte> name) => _row.Take(name);

    public void Leave(JsonSlice value) => _row.Leave(value);

    public string Text(JsonSlice value) => _row.Text(value);

    public ReadOnlySpan<byte> Raw(JsonSlice value) => _row.Raw(value);

    public void Reject(string code, ReadOnlySpan<byte> field, string sentence, params string[] values)
    {
        if (!IsRejected)
            report.Add(Problem.Rejected(code, At(field), sentence, values));
        IsRejected = true;
    }

    public void Repair(string code, ReadOnlySpan<byte> field, string sentence, params string[] values) =>
        report.Add(Problem.Repaired(code, At(field), sentence, values));

    /// <summary>A text that need not be there. What is no text stays among the rest.</summary>
    public string? Optional(ReadOnlySpan<byte> name)
    {
        if (_row.Take(name) is not { } value)
            return null;
        if (value.Type is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _row.Leave(value);
            Repair("wrong-type", name, "This should be a text; it was kept aside as it is.");
            return null;
        }
        if (value.Type != JsonTokenType.String)
            Repair("wrong-type", name, "This should be a text in quotes; {0} was taken as one.", _row.Text(value));
        var text = _row.Text(value);
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public string? Required(ReadOnlySpan<byte> name)
    {
        var value = _row.Take(name);
        if (value is { Type: JsonTokenType.StartObject or JsonTokenType.StartArray })
        {
            Reject("wrong-type", name, "The required field {0} should be a text.", Encoding.ASCII.GetString(name));
            return null;
        }
        var text = value is null ? null : Optional(name);
        if (text is null)
            Reject("missing-field", name, "The required field {0} is missing or empty.", Encoding.ASCII.GetString(name));
        return text;
    }

    public DateTimeOffset Date(ReadOnlySpan<byte> name)
    {
        if (Required(name) is not { } text)
            return FallbackDate;
        if (SourceDate.Read(text) is not { } date)
        {
            Repair("bad-date", name, "{0} is no date and time such as 2026-01-31T08:00:00Z; the date of the framework was taken.", text);
            return FallbackDate;
        }
        if (!date.IsExact)
            Repair("date-without-zone", name, "The date {0} names no time zone; it was taken as UTC.", text);
        return date.At;
    }

    public Guid Id(ReadOnlySpan<byte> name) => Required(name) is { } text ? Id(name, text.Trim()) : Guid.Empty;

    private Guid Id(ReadOnlySpan<byte> name, string text)
    {
        if (SourceId.Uuid(text) is not { } id)
        {
            id = NameBasedId.Of(NameSpace, text);
            Repair("identifier-not-uuid", name, "The identifier {0} is no UUID; it became {1}.", text, id.ToString());
        }
        else if (text.AsSpan().ContainsAnyInRange('A', 'F'))
        {
            Repair("identifier-case", name, "The identifier {0} should be in lower case; it was changed.", text);
        }
        else if (!NameBasedId.IsCaseCompatible(id))
        {
            OddIds++;
        }
        return id;
    }

    /// <summary>Drops the address of the document, which the standard forbids in a package, where it only repeats whose row this is.</summary>
    public void TakeDocumentLink(CaseDocument document)
    {
        if (_row.Take("CFDocumentURI"u8) is { } value && !document.IsNamedBy(_row.Raw(value)))
            _row.Leave(value);
    }

    /// <summary>The fields that nobody took, as members of a JSON object without its braces; empty where there is none.</summary>
    public string Rest()
    {
        _rest.ResetWrittenCount();
        _row.WriteRest(_rest);
        return Utf8.Strict.GetString(_rest.WrittenSpan);
    }

    private string At(ReadOnlySpan<byte> field) => field.IsEmpty ? Pointer : $"{Pointer}/{Encoding.ASCII.GetString(field)}";
}
