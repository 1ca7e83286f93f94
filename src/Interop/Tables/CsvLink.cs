using System.Text.Json;
using System.Text.Json.Serialization;
using Trellis.Core.Codes;
using Trellis.Core.Competencies;

namespace Trellis.Interop.Tables;

/// <summary>What a link says beyond origin, type, target and title. Only what differs from the rule is written.</summary>
public sealed record LinkDetails
{
    /// <summary>Set where the target could not stand before the braces.</summary>
    public string? Target { get; init; }
    public string? Title { get; init; }
    public string? Uri { get; init; }
    public string? Scheme { get; init; }
    public Guid? Id { get; init; }

    /// <summary>The link's own address.</summary>
    public string? Link { get; init; }
    public NodeRef? Origin { get; init; }
    public string? Type { get; init; }
    public int? Sequence { get; init; }
    public double? Weight { get; init; }
    public string? Author { get; init; }
    public string? Evidence { get; init; }
    public string? Notes { get; init; }
    public DateTimeOffset? Changed { get; init; }
    public string? Extensions { get; init; }
}

/// <summary>
/// A link as a word of a cell: "target (title) {details}". The writer reads its own word again, and puts everything between the
/// braces where the short form would say something else.
/// </summary>
public sealed class CsvLink(Framework framework, DateTimeOffset changedAt, string? author, bool ours)
{
    /// <summary>Written for a value that the rule would give and the link does not have.</summary>
    private const string None = "";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public DateTimeOffset ChangedAt => changedAt;

    public string Write(Alignment link, NodeRef origin)
    {
        var details = Details(link, origin);
        var braces = JsonSerializer.Serialize(details, Json);
        var title = link.Destination.Title is { } words ? $" ({words})" : "";
        var word = link.Destination.Id + title + (braces == "{}" ? "" : " " + braces);
        var (head, read) = Divide(word);
        return word == word.Trim() && read == (braces == "{}" ? null : braces) && Target(head) == (link.Destination.Id, link.Destination.Title)
            ? word
            : WriteWhole(details with { Target = link.Destination.Id, Title = link.Destination.Title });
    }

    /// <summary>A link that starts at no statement of the file.</summary>
    public string WriteWhole(Alignment link) =>
        WriteWhole(Details(link, link.Origin) with { Target = link.Destination.Id, Title = link.Destination.Title, Origin = link.Origin, Type = link.Type });

    /// <summary>Reads a word. <paramref name="resolve"/> turns a target as written into the identifier it stands for.</summary>
    public Alignment Read(string word, string type, NodeRef? origin, Func<string, string> resolve)
    {
        var (head, braces) = ours ? Divide(word) : (word.Trim(), null);
        var details = braces is null ? new() : JsonSerializer.Deserialize<LinkDetails>(braces, Json)!;
        var (written, title) = details.Target is { } whole ? (whole, details.Title) : Target(head);
        var target = details.Target ?? resolve(written);
        var from = details.Origin ?? origin ?? throw new JsonException("No origin is named.");
        var scheme = Or(details.Scheme, Scheme(target));
        type = details.Type ?? type;
        return new()
        {
            Id = details.Id ?? Id(from, type, target),
            Type = type,
            Origin = from,
            Destination = new(target, Or(details.Uri, Uri(target, scheme)), title, scheme),
            Sequence = details.Sequence,
            Weight = details.Weight,
            Author = Or(details.Author, author),
            Evidence = details.Evidence,
            Notes = details.Notes,
            Uri = details.Link,
            ChangedAt = details.Changed ?? changedAt,
            Extensions = details.Extensions,
        };
    }

    /// <summary>A link of which nothing more is said than its ends and its type.</summary>
    public Alignment New(NodeRef origin, string type, string target)
    {
        var scheme = Scheme(target);
        return new() { Id = Id(origin, type, target), Type = type, Origin = origin, Destination = new(target, Uri(target, scheme), null, scheme), Author = author, ChangedAt = changedAt };
    }

    private LinkDetails Details(Alignment link, NodeRef origin) => new()
    {
        Uri = Unless(link.Destination.Uri, Uri(link.Destination.Id, link.Destination.Scheme)),
        Scheme = Unless(link.Destination.Scheme, Scheme(link.Destination.Id)),
        Id = link.Id == Id(link.Origin, link.Type, link.Destination.Id) ? null : link.Id,
        Link = link.Uri,
        Origin = link.Origin == origin ? null : link.Origin,
        Sequence = link.Sequence,
        Weight = link.Weight,
        Author = Unless(link.Author, author),
        Evidence = link.Evidence,
        Notes = link.Notes,
        Changed = link.ChangedAt == changedAt ? null : link.ChangedAt,
        Extensions = link.Extensions,
    };

    private static string WriteWhole(LinkDetails details) => JsonSerializer.Serialize(details, Json);

    private static string? Unless(string? value, string? rule) => value == rule ? null : value ?? None;

    private static string? Or(string? written, string? rule) => written switch { null => rule, None => null, _ => written };

    private Guid Id(NodeRef origin, string type, string target) => NameBasedId.Of(framework.Id, $"{origin.Id}|{type}|{target}");

    /// <summary>Numbers such as 2.A are too common elsewhere to be taken for elements of O*NET in a file that is not ours.</summary>
    private string? Scheme(string target) =>
        OnetSocCode.TryParse(target, out _) ? NodeSchemes.OnetOccupation
        : ours && target.Length > 1 && OnetElementId.TryParse(target, out _) ? NodeSchemes.OnetElement
        : null;

    private static string? Uri(string target, string? scheme) =>
        scheme is NodeSchemes.OnetElement or NodeSchemes.OnetOccupation ? OnetLinks.For(scheme, target)
        : target.StartsWith("http://", StringComparison.Ordinal) || target.StartsWith("https://", StringComparison.Ordinal) ? target
        : null;

    private static (string Head, string? Braces) Divide(string word)
    {
        if (!word.EndsWith('}'))
            return (word, null);
        if (word.StartsWith('{'))
            return ("", word);
        var at = word.IndexOf(" {", StringComparison.Ordinal);
        return at < 0 ? (word, null) : (word[..at], word[(at + 1)..]);
    }

    private static (string Target, string? Title) Target(string head)
    {
        var at = head.IndexOf(" (", StringComparison.Ordinal);
        return at > 0 && head.EndsWith(')') ? (head[..at], head[(at + 2)..^1]) : (head, null);
    }
}
