using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Moodle;

/// <summary>
/// Writes a framework as Moodle takes it: identifiers as ID numbers, or those that Moodle gave; the main language; the links between its
/// own statements as cross-references. Kinds, keywords, notes, other languages and links to elsewhere have no place there.
/// </summary>
public sealed class MoodleWriter
{
    private readonly Dictionary<Guid, Statement> _byId;
    private readonly ILookup<string, Alignment> _related;
    private readonly Scale? _scale;

    private MoodleWriter(IReadOnlyList<Statement> statements, IReadOnlyList<Alignment> links, Scale? scale)
    {
        _byId = statements.ToDictionary(s => s.Id);
        _related = links.Where(l => l.Type == "isRelatedTo").ToLookup(l => l.Origin.Id);
        _scale = scale;
    }

    public static async Task WriteAsync(OutgoingModel model, Scale? scale, Stream stream, CancellationToken stop)
    {
        var statements = await model.Statements().ToListAsync(stop);
        var writer = new MoodleWriter(statements, model.Alignments, scale);
        var main = model.Version.Language;
        var table = new OutgoingTable("competencies", MoodleColumns.Names, [writer.Framework(model, main), .. statements.Select(s => writer.Competency(s, main))]);
        await stream.WriteAsync(table.ToCsv(), stop);
    }

    /// <summary>What stands for a text where Moodle wants a name: its words in one line, as many as it takes.</summary>
    public static string ShortName(string text) => PlainHtml.Shortened(text, MoodleColumns.LongestName);

    private OutgoingCell[] Framework(OutgoingModel model, string main)
    {
        var kept = Kept(model.Version.Extensions);
        var cells = Cells(kept);
        cells[MoodleColumns.Id] = Text(kept, "idNumber") ?? model.Framework.Id.ToString("D");
        cells[MoodleColumns.ShortName] = ShortName(model.Version.Title.In(main));
        cells[MoodleColumns.Description] = model.Version.Description is { } text ? PlainHtml.Of(text.In(main)) : "";
        cells[MoodleColumns.DescriptionFormat] = "1";
        cells[MoodleColumns.ScaleValues] = Text(kept, "scaleValues") ?? ScaleValues();
        cells[MoodleColumns.ScaleConfiguration] = Text(kept, "scaleConfiguration") ?? ScaleConfiguration();
        cells[MoodleColumns.IsFramework] = "1";
        cells[MoodleColumns.Taxonomy] = Text(kept, "taxonomy") ?? "competency,competency,competency,competency";
        return cells;
    }

    private OutgoingCell[] Competency(Statement s, string main)
    {
        var kept = Kept(s.Extensions);
        var cells = Cells(kept);
        var isTheirs = Text(kept, "idNumber") is not null;
        var name = new[] { s.Label?.In(main), s.Text.In(main) }.OfType<string>().Select(ShortName).FirstOrDefault(n => n.Length > 0) ?? Id(s);
        cells[MoodleColumns.Parent] = s.ParentId is { } parent && _byId.TryGetValue(parent, out var above) ? Id(above) : "";
        cells[MoodleColumns.Id] = Id(s);
        cells[MoodleColumns.ShortName] = isTheirs || string.IsNullOrWhiteSpace(s.Notation) ? name : ShortName($"{s.Notation.Trim()} {name}");
        cells[MoodleColumns.Description] = PlainHtml.Of(s.Text.In(main));
        cells[MoodleColumns.DescriptionFormat] = "1";
        cells[MoodleColumns.RuleConfig] = Text(kept, "ruleConfig") ?? "null";
        cells[MoodleColumns.Related] = string.Join(',', _related[s.Id.ToString("D")]
            .Select(l => SourceId.Uuid(l.Destination.Id) is { } to && _byId.TryGetValue(to, out var other) ? Id(other) : null).OfType<string>().Distinct()
            .Select(id => id.Replace(",", "%2C", StringComparison.Ordinal)));
        return cells;
    }

    private static OutgoingCell[] Cells(JsonObject? kept)
    {
        var cells = new OutgoingCell[MoodleColumns.Names.Length];
        foreach (var (column, name) in MoodleColumns.Kept)
            cells[column] = Text(kept, name) ?? "";
        return cells;
    }

    private static string Id(Statement s) => Text(Kept(s.Extensions), "idNumber") ?? s.Id.ToString("D");

    /// <summary>Moodle divides the steps of a scale by commas.</summary>
    private string ScaleValues() => _scale is null
        ? "Not yet competent,Competent"
        : string.Join(',', _scale.Levels.OrderBy(l => l.Level).Select(l => l.Title.ToString().Replace(",", "", StringComparison.Ordinal)));

    /// <summary>Which step is the first that Moodle gives, and from which on somebody counts as proficient: the upper half.</summary>
    private string ScaleConfiguration()
    {
        var steps = _scale?.Levels.Count ?? 2;
        var all = new JsonArray { new JsonObject { ["scaleid"] = "1" } };
        all.Add(new JsonObject { ["id"] = 1, ["scaledefault"] = 1, ["proficient"] = 0 });
        for (var step = 1 + steps / 2; step <= steps; step++)
            all.Add(new JsonObject { ["id"] = step, ["scaledefault"] = 0, ["proficient"] = 1 });
        return all.ToJsonString(TextJson.Options);
    }

    private static JsonObject? Kept(string? extensions)
    {
        try
        {
            return extensions is null ? null : (JsonNode.Parse(extensions) as JsonObject)?[MoodleColumns.Member] as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? kept, string name) => kept?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
