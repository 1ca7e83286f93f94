using System.Text.Json;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Misp;

/// <summary>
/// Reads a MISP galaxy cluster, the form in which the NICE workforce framework is passed around: a flat list of values, each with
/// an identifier, a name that ends in its code, a longer text, and relations to values that mostly stand in other files.
/// </summary>
public sealed class MispReader
{
    /// <summary>What the source calls its relations, and the CASE type that says the same.</summary>
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["related-to"] = "isRelatedTo",
        ["similar"] = "isRelatedTo",
        ["part-of"] = "isPartOf",
        ["child-of"] = "isChildOf",
        ["precedes"] = "precedes",
    };

    private readonly ImportReport _report;
    private readonly Framework _framework;
    private readonly FrameworkVersion _version;
    private readonly List<Statement> _statements = [];
    private readonly List<Alignment> _alignments = [];
    private readonly Dictionary<Guid, string> _places = [];
    private readonly HashSet<Guid> _links = [];

    private MispReader(JsonElement root, ImportReport report)
    {
        _report = report;
        var title = JsonFields.Text(root, "name") ?? Path.GetFileNameWithoutExtension(report.File);
        _framework = new()
        {
            Id = Uuid(root) ?? throw new UnusableInputException(Problem.Rejected("no-identifier", "/uuid", "A cluster needs a UUID of its own.")),
            Kind = FrameworkKind.WorkRoles,
            Publisher = JsonFields.Texts(root, "authors").FirstOrDefault() ?? "",
        };
        _version = new()
        {
            Title = LanguageText.Of("en", title),
            Description = LanguageText.OfNullable("en", JsonFields.Text(root, "description")),
            Number = root.TryGetProperty("version", out var number) ? number.ToString() : "",
            Language = "en",
            ChangedAt = DateTimeOffset.UnixEpoch,
            Sources = JsonFields.Text(root, "source") is { } source ? [source] : [],
            Extensions = JsonFields.Rest(root, "uuid", "name", "description", "version", "values"),
            SourceFormat = "misp",
            SourceName = report.File,
        };
    }

    public static FrameworkFormat Format { get; } = new("MISP galaxy cluster (NICE)", Recognizes, Read);

    private static bool Recognizes(ImportSource source) =>
        JsonText.TopNames(source, 100) is var names && names.Contains("values") && names.Contains("uuid") && names.Contains("type");

    private static FrameworkContent Read(ImportSource source, ImportReport report)
    {
        report.Format = "misp";
        using var json = JsonFields.Open(source, report);
        if (!json.RootElement.TryGetProperty("values", out var values) || values.ValueKind != JsonValueKind.Array)
            throw new UnusableInputException(Problem.Rejected("no-values", "/values", "A cluster needs an array of values."));
        return new MispReader(json.RootElement, report).Read(values);
    }

    private FrameworkContent Read(JsonElement values)
    {
        var index = 0;
        foreach (var value in values.EnumerateArray())
            ReadValue(value, FormattableString.Invariant($"/values/{index++}"));
        if (_statements.Count == 0)
            throw new UnusableInputException([.. _report.Problems.Take(20), Problem.Rejected("no-statements", "/values", "No value of the file could be taken.")]);
        return new(_framework, _version, _statements, _alignments);
    }

    private void ReadValue(JsonElement value, string where)
    {
        _report.Items++;
        if (value.ValueKind != JsonValueKind.Object)
        {
            _report.Add(Problem.Rejected("not-an-object", where, "This is no object; it was left out."));
            return;
        }
        var (name, description) = (JsonFields.Text(value, "value"), JsonFields.Text(value, "description"));
        if ((description ?? name) is not { } text)
        {
            _report.Add(Problem.Rejected("missing-text", where + "/value", "The value has no text; it was left out."));
            return;
        }
        if ((Uuid(value) ?? Named(value, name, where)) is not { } id)
            return;
        if (!_places.TryAdd(id, where))
        {
            _report.Add(Problem.Rejected("duplicate-identifier", where + "/uuid", "The identifier {0} stands already at {1}; this value was left out.", id.ToString("D"), _places[id]));
            return;
        }
        _statements.Add(new()
        {
            Id = id,
            Position = _statements.Count,
            Notation = Code(name),
            Label = description is null ? null : LanguageText.OfNullable("en", name),
            Text = LanguageText.Of("en", text),
            ChangedAt = _version.ChangedAt,
            Extensions = JsonFields.Rest(value, "uuid", "value", "description", "related"),
        });
        ReadRelations(value, id, where);
    }

    private void ReadRelations(JsonElement value, Guid origin, string where)
    {
        if (!value.TryGetProperty("related", out var related) || related.ValueKind != JsonValueKind.Array)
            return;
        var index = 0;
        foreach (var relation in related.EnumerateArray())
        {
            _report.Associations++;
            var place = FormattableString.Invariant($"{where}/related/{index++}");
            var target = relation.ValueKind == JsonValueKind.Object ? JsonFields.Text(relation, "dest-uuid") : null;
            if (target is null)
            {
                _report.Add(Problem.Rejected("missing-target", place + "/dest-uuid", "The relation names no target; it was left out."));
                continue;
            }
            var named = JsonFields.Text(relation, "type");
            var type = named is null ? "isRelatedTo" : Types.GetValueOrDefault(named, "ext:" + named);
            target = SourceId.Uuid(target)?.ToString("D") ?? target;
            var link = new Alignment
            {
                Id = NameBasedId.Of(_framework.Id, $"{origin:D}|{type}|{target}"),
                Type = type,
                Origin = NodeRef.Statement(origin),
                Destination = new(target),
                ChangedAt = _version.ChangedAt,
                // "similar" and "related-to" are one type here, so the word itself is kept where it is not the type.
                Extensions = type == "ext:" + named ? JsonFields.Rest(relation, "dest-uuid", "type") : JsonFields.Rest(relation, "dest-uuid"),
            };
            if (_links.Add(link.Id))
                _alignments.Add(link);
            else
                _report.Add(Problem.Rejected("duplicate-link", place, "The link to {0} stands twice; the first one was taken.", target));
        }
    }

    private Guid? Named(JsonElement value, string? name, string where)
    {
        var written = JsonFields.Text(value, "uuid") ?? name;
        if (written is null)
        {
            _report.Add(Problem.Rejected("no-identifier", where + "/uuid", "The value has neither a UUID nor a name; it was left out."));
            return null;
        }
        _report.Add(Problem.Repaired("bad-identifier", where + "/uuid", "{0} is no UUID; one was made from it.", written));
        return NameBasedId.Of(_framework.Id, written);
    }

    private static Guid? Uuid(JsonElement row) => JsonFields.Text(row, "uuid") is { } text ? SourceId.Uuid(text) : null;

    /// <summary>The code in "Knowledge of contract management - K0668".</summary>
    private static string? Code(string? name)
    {
        if (name?.LastIndexOf(" - ", StringComparison.Ordinal) is not (> 0 and var at))
            return null;
        var code = name[(at + 3)..].Trim();
        return code.Length is > 0 and <= 20 && code.Any(char.IsAsciiDigit) && !code.Contains(' ', StringComparison.Ordinal) ? code : null;
    }
}
