using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>What a source said of a node and the model does not hold, by the names that the source used.</summary>
internal sealed class CtdlKept
{
    private const string Type = "@type";

    private CtdlKept(Dictionary<string, JsonElement> members) => Members = members;

    public Dictionary<string, JsonElement> Members { get; }

    /// <summary>The types that the source gave, where they were not the usual one.</summary>
    public IReadOnlyList<string> Types => [.. Strings(Type)];

    public static CtdlKept Of(string? extensions) => new(Parse(extensions));

    /// <summary>What was kept of the framework's own node.</summary>
    public static CtdlKept OfRoot(FrameworkVersion version) =>
        new(Parse(version.Extensions).TryGetValue(CtdlFields.Framework, out var root) && root.ValueKind == JsonValueKind.Object ? JsonFree.Members(root) : []);

    /// <summary>What was kept beside the framework's own node; the published context says nothing new.</summary>
    public static Dictionary<string, JsonElement> BesideRoot(FrameworkVersion version)
    {
        var members = Parse(version.Extensions);
        if (members.TryGetValue(CtdlFields.Framework, out var root) && root.ValueKind == JsonValueKind.Object)
            members.Remove(CtdlFields.Framework);
        foreach (var name in new[] { CtdlFields.Graph, CtdlFields.Version }.Where(n => BesideRoot(version, n) is not null))
            members.Remove(name);
        return members;
    }

    /// <summary>A text that was kept beside the framework's own node.</summary>
    public static string? BesideRoot(FrameworkVersion version, string name) => version.SourceFormat == CtdlFramework.Name
        && Parse(version.Extensions).TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String
        ? JsonStrings.Of(value) : null;

    /// <summary>Whether the types can go out as they are, and say at least what the usual one says.</summary>
    public bool HasTypesLike(CtdlShape shape, string usual) => Types.Count > 0 && Types.All(t => t.Contains(':', StringComparison.Ordinal))
        && Types.Any(t => CtdlFields.Local(t) == CtdlFields.Local(usual) || (!shape.IsCompetencies && CtdlFields.Local(t) is "Concept" or "ConceptScheme"));

    /// <summary>The first plain text of a member that fits its term.</summary>
    public string? First(string term) => Strings(term).FirstOrDefault();

    public IEnumerable<string> Strings(string term)
    {
        if (!Members.TryGetValue(term, out var value) || (term != Type && !CtdlTerms.Fits(term, value)))
            return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [JsonStrings.Of(value)],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(JsonStrings.Of)],
            _ => [],
        };
    }

    /// <summary>The first plain text of a member, in whatever shape it stands, as a reader takes it.</summary>
    public string? Plain(string term) => Members.TryGetValue(term, out var value) && CtdlTerms.Fits(term, value)
        ? CtdlTexts.Of(value, LanguageText.Unknown).Select(t => t.Text.Trim()).FirstOrDefault(t => t.Length > 0)
        : null;

    /// <summary>The texts of a member that fits its term, by language.</summary>
    public LanguageText? Texts(string term) => Members.TryGetValue(term, out var value) && CtdlTerms.Fits(term, value)
        ? LanguageText.From(CtdlTexts.Of(value, LanguageText.Unknown).GroupBy(t => t.Language, t => t.Text).Select(g => KeyValuePair.Create(g.Key, g.First())))
        : null;

    private static Dictionary<string, JsonElement> Parse(string? json)
    {
        if (json is null)
            return [];
        using var document = JsonDocument.Parse(json, new() { MaxDepth = 2 * JsonText.MaxDepth });
        return document.RootElement.ValueKind == JsonValueKind.Object ? JsonFree.Members(document.RootElement.Clone()) : [];
    }
}
