using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Web;

/// <summary>
/// A thing in the words of schema.org, for search engines. A block of data in the page: browsers do not run it, so the policy of what may
/// run does not stop it.
/// </summary>
public static class LinkedDataJson
{
    public const string Context = "https://schema.org";

    /// <summary>Markup in the values is escaped, so that no text ends the block.</summary>
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public static string Write(JsonObject thing) => Thin(thing).ToJsonString(Options);

    /// <summary>The thing without what it does not say, at any depth.</summary>
    public static JsonObject Thin(JsonObject thing)
    {
        foreach (var (name, value) in thing.ToList())
        {
            if (value is JsonObject inner)
                Thin(inner);
            else if (value is JsonArray list)
                list.OfType<JsonObject>().ToList().ForEach(o => Thin(o));
            if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
                thing.Remove(name);
        }
        return thing;
    }

    public static JsonArray List(IEnumerable<JsonNode?> nodes) => [.. nodes];

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)JsonValue.Create(t))];

    public static JsonObject? Organization(string name) => name.Length == 0 ? null : new() { ["@type"] = "Organization", ["name"] = name };
}
