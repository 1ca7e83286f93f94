using System.Globalization;
using System.Text;
using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Case;

/// <summary>Reads a CFPackage of CASE 1.0 or 1.1: one document, its items and associations.</summary>
public sealed class CasePackage
{
    private const int NamesToSee = 12;
    private const string Items = "CFItems";
    private const string Associations = "CFAssociations";

    private readonly JsonText _text;
    private readonly ImportReport _report;
    private readonly CaseRow _row;

    private CasePackage(JsonText text, ImportReport report)
    {
        (_text, _report) = (text, report);
        _row = new(text, report);
    }

    public static FrameworkFormat Format { get; } = new("CASE 1.0 or 1.1 package (JSON)", Recognizes, Read);

    private static bool Recognizes(ImportSource source) =>
        JsonText.TopNames(source, NamesToSee).Exists(n => n is CaseFields.Document or Items or Associations);

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "case1.0";
        var text = JsonText.Open(source);
        foreach (var repair in text.Repairs)
            report.Add(repair);
        return new CasePackage(text, report).Read(source.Name);
    }

    private FrameworkContent Read(string sourceName)
    {
        var document = CaseDocument.Read(_text, _row, sourceName);
        var nodes = new CaseNodes(document);
        var items = new CaseItems(_row, document, nodes);
        _report.Items = ForEach(Items, _ => items.Take());
        var link = new CaseRow(_text, _report) { NameSpace = document.Framework.Id };
        var associations = new CaseAssociations(_row, new(link, nodes), document, nodes);
        _report.Associations = ForEach(Associations, associations.Take);
        (_report.External, _report.HasCountedExternal) = (associations.External, true);
        var content = new CasePlacement(nodes, associations, _report).Arrange(document);
        _report.Format = _row.IsNew ? "case1.1" : "case1.0";
        document.Version.SourceFormat = _report.Format;
        document.Version.Extensions = Rest();
        if (_row.OddIds > 0)
        {
            _report.Add(Problem.Noted("identifier-version", "", "Identifiers that are UUIDs of a version that CASE does not allow: {0}. They were kept as they are.",
                _row.OddIds.ToString(CultureInfo.InvariantCulture)));
        }
        return content;
    }

    /// <summary>Shows every object of a list to a reader, one at a time, and returns how long the list is.</summary>
    private int ForEach(string list, Action<int> take)
    {
        if (!_text.Parts.TryGetValue(list, out var slice) || slice.Type == JsonTokenType.Null)
            return 0;
        if (slice.Type != JsonTokenType.StartArray)
            throw new UnusableInputException(Problem.Rejected("wrong-type", "/" + list, "{0} should be a list.", list));
        var reader = new Utf8JsonReader(_text.Bytes.Span.Slice(slice.Start, slice.Length), new JsonReaderOptions { MaxDepth = JsonText.MaxDepth });
        reader.Read();
        var count = 0;
        for (; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                _row.Read(ref reader, slice.Start, list, count);
                take(count);
                continue;
            }
            reader.Skip();
            _report.Add(Problem.Rejected("wrong-type", string.Create(CultureInfo.InvariantCulture, $"/{list}/{count}"), "This should be an object."));
        }
        return count;
    }

    /// <summary>The document and everything else of the package that Trellis does not model, as one object.</summary>
    private string Rest()
    {
        var rest = new StringBuilder("{");
        foreach (var (name, slice) in _text.Parts.Where(p => p.Key is not (Items or Associations) && p.Value.Type != JsonTokenType.Null))
        {
            rest.Append(rest.Length > 1 ? "," : "").Append(JsonSerializer.Serialize(name, TextJson.Options)).Append(':')
                .Append(JsonCompact.Of(_text.Bytes.Span.Slice(slice.Start, slice.Length)));
        }
        return rest.Append('}').ToString();
    }
}
