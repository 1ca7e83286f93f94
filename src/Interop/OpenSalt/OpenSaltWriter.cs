using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.OpenSalt;

/// <summary>
/// Writes a framework as the workbook that OpenSALT takes: three sheets, their columns in OpenSALT's order, the tree as smartLevel. Other
/// languages than the main one, kinds, and what links say beyond their ends have no place there.
/// </summary>
public sealed class OpenSaltWriter
{
    private const string Placement = "trellis:placement";

    private readonly OutgoingModel _model;
    private readonly List<Statement> _statements;
    private readonly Dictionary<string, Statement> _byId;
    private readonly Dictionary<Guid, string> _levels = [];

    private OpenSaltWriter(OutgoingModel model, List<Statement> statements)
    {
        (_model, _statements) = (model, statements);
        _byId = statements.ToDictionary(s => s.Id.ToString("D"), StringComparer.Ordinal);
        var ranks = new Dictionary<Guid, int>();
        foreach (var s in statements)
        {
            var above = s.ParentId ?? Guid.Empty;
            ranks[above] = ranks.GetValueOrDefault(above) + 1;
            _levels[s.Id] = (s.ParentId is { } parent ? _levels[parent] + "." : "") + ranks[above].ToString(CultureInfo.InvariantCulture);
        }
    }

    public static async Task WriteAsync(OutgoingModel model, Stream stream, CancellationToken stop)
    {
        var writer = new OpenSaltWriter(model, await model.Statements().ToListAsync(stop));
        using var memory = new MemoryStream();
        using (var book = new SheetBook(memory))
        {
            await AddAsync(book, SheetPlan.Document, [writer.Document()]);
            await AddAsync(book, SheetPlan.Items, writer._statements.Select(writer.Item));
            await AddAsync(book, SheetPlan.Associations, writer.Placements().Concat(model.Alignments.Select(writer.Link)).OrderBy(r => r["identifier"], StringComparer.Ordinal));
            book.Finish();
        }
        memory.Position = 0;
        await memory.CopyToAsync(stream, stop);
    }

    private static Task AddAsync(SheetBook book, SheetPlan plan, IEnumerable<Dictionary<string, string?>> rows)
    {
        string[] columns = [.. plan.Columns, .. plan.Further];
        return book.AddAsync(new(plan.Name, [.. columns.Select(c => new SheetColumn(c, c is "fullStatement" or "description" ? 70 : 24))]), page =>
        {
            foreach (var row in rows)
                page.Row(columns.Select(c => row.GetValueOrDefault(c) is { } value && value.Trim() is { Length: > 0 } text ? text : null));
            return Task.CompletedTask;
        });
    }

    private Dictionary<string, string?> Document()
    {
        var (framework, version) = (_model.Framework, _model.Version);
        var kept = Parse(version.Extensions);
        return new()
        {
            ["identifier"] = framework.Id.ToString("D"),
            ["creator"] = Text(kept, "creator") ?? framework.Publisher,
            ["title"] = version.Title.In(version.Language),
            ["lastChangeDate"] = Instant(version.ChangedAt),
            ["officialSourceURL"] = version.Sources is [var source, ..] ? source : framework.Uri,
            ["publisher"] = framework.Publisher,
            ["description"] = version.Description?.In(version.Language),
            ["subject"] = Text(kept, "subject"),
            ["language"] = version.Language,
            ["version"] = version.Number,
            ["adoptionStatus"] = version.AdoptionStatus,
            ["statusStartDate"] = Day(version.StatusStart),
            ["statusEndDate"] = Day(version.StatusEnd),
            ["licenseTitle"] = Text(kept, "licenseTitle"),
            ["licenseText"] = Text(kept, "licenseText"),
            ["notes"] = Text(kept, "notes"),
            ["license"] = Text(kept, "license"),
        };
    }

    private Dictionary<string, string?> Item(Statement s)
    {
        var (main, kept) = (_model.Version.Language, Parse(s.Extensions));
        return new()
        {
            ["identifier"] = s.Id.ToString("D"),
            ["fullStatement"] = s.Text.In(main),
            ["humanCodingScheme"] = s.Notation,
            ["smartLevel"] = _levels[s.Id],
            ["listEnumeration"] = Text(kept, "listEnumeration"),
            ["abbreviatedStatement"] = s.Label?.In(main),
            ["conceptKeywords"] = s.Keywords is { } words ? string.Join(", ", (words.Values.TryGetValue(main, out var own) ? own : words.All).SelectMany(w => w.Split([',', ';', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))) : null,
            ["notes"] = s.Notes?.In(main),
            ["language"] = s.Text.LanguageFor(main),
            ["educationLevel"] = Text(kept, "educationLevel"),
            ["CFItemType"] = s.TypeLabel,
            ["license"] = Text(kept, "license"),
            ["lastChangeDateTime"] = s.ChangedAt == _model.Version.ChangedAt ? null : Instant(s.ChangedAt),
        };
    }

    /// <summary>The associations that gave statements their places, where a source had them; without them smartLevel says the same.</summary>
    private IEnumerable<Dictionary<string, string?>> Placements()
    {
        foreach (var s in _statements)
        {
            if (Parse(s.Extensions)?[Placement] is JsonObject placement && Text(placement, "identifier") is { } id)
                yield return Association(id, NodeRef.Statement(s.Id), AssociationType.IsChildOf, NodeRef.Statement(s.ParentId ?? _model.Framework.Id), placement);
        }
    }

    private Dictionary<string, string?> Link(Alignment link) => Association(link.Id.ToString("D"), link.Origin, link.Type, link.Destination, Parse(link.Extensions));

    private Dictionary<string, string?> Association(string id, NodeRef origin, string type, NodeRef destination, JsonObject? kept) => new()
    {
        ["identifier"] = id,
        ["originNodeIdentifier"] = origin.Id,
        ["originNodeHumanCodingScheme"] = Code(origin),
        ["associationType"] = Words(type),
        ["destinationNodeHumanCodingScheme"] = Code(destination),
        ["destinationNodeIdentifier"] = destination.Id,
        ["associationGroupIdentifier"] = Text(kept, "associationGroupIdentifier"),
        ["associationGroupName"] = Text(kept, "associationGroupName"),
        ["originNodeUri"] = origin.Uri,
        ["destinationNodeUri"] = destination.Uri,
    };

    private string? Code(NodeRef node) => node.Title ?? _byId.GetValueOrDefault(node.Id)?.Notation;

    /// <summary>"isChildOf" as OpenSALT writes it: "Is Child Of".</summary>
    private static string Words(string type)
    {
        if (AssociationType.IsExtension(type) || !AssociationType.Known.Contains(type))
            return type;
        var words = new StringBuilder().Append(char.ToUpperInvariant(type[0]));
        foreach (var c in type.AsSpan(1))
            words.Append(char.IsUpper(c) ? $" {c}" : $"{c}");
        return words.ToString();
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonObject? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject? kept, string name) => kept?[name] switch
    {
        JsonArray all => string.Join(", ", all.Select(v => v?.ToString())),
        JsonValue value => value.ToString(),
        _ => null,
    };
}
