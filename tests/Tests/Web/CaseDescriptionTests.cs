using System.Text.Json.Nodes;
using Trellis.Tests.Interop;
using Trellis.Tests.Support;
using Xunit;

namespace Trellis.Tests.Web;

/// <summary>The description that the provider gives of itself has the structure of the official file: operations, parameters, answers, classes.</summary>
public sealed class CaseDescriptionTests(TestApp app)
{
    /// <summary>What describes in words, or belongs to one server.</summary>
    private static readonly string[] Words = ["description", "summary", "info", "servers", "openapi"];

    [Fact]
    public async Task Description_ComparedWithTheOfficialFile_DiffersInWordsOnly()
    {
        var own = JsonNode.Parse(await app.Http.GetStringAsync("/ims/case/v1p1/discovery/imscasev1p1_openapi3_v1p0.json", TestContext.Current.CancellationToken))!;
        var official = JsonNode.Parse(CaseSchema.Api1p1.Root.GetRawText())!;
        var differences = new List<string>();

        Compare(official, own, "", differences);

        Assert.Equal(12, own["paths"]!.AsObject().Count);
        Assert.Equal(app.Address + "ims/case/v1p1", (string?)own["servers"]![0]!["url"]);
        // Two things that the standard asks for in its text and its file leaves out.
        string[] known =
        [
            "/paths//CFDocuments/get/parameters/limit/schema/default: only here",
            "/paths//CFDocuments/get/responses/200/headers/Link: only here",
        ];
        Assert.True(known.SequenceEqual(differences.Order(StringComparer.Ordinal)), string.Join('\n', differences));
    }

    private static void Compare(JsonNode? official, JsonNode? own, string at, List<string> differences)
    {
        if (official is JsonObject a && own is JsonObject b)
        {
            foreach (var (name, value) in a.Where(m => !IsWords(m.Key, at)))
            {
                if (b.ContainsKey(name))
                    Compare(value, b[name], $"{at}/{name}", differences);
                // An empty object has no properties, whether it says so or not.
                else if (value is not JsonObject { Count: 0 })
                    differences.Add($"{at}/{name}: only in the official file");
            }
            differences.AddRange(b.Where(m => !IsWords(m.Key, at) && !a.ContainsKey(m.Key) && m.Value is not JsonObject { Count: 0 }).Select(m => $"{at}/{m.Key}: only here"));
        }
        else if (official is JsonArray first && own is JsonArray second)
        {
            Compare(Keyed(first), Keyed(second), at, differences);
        }
        else if (official?.ToJsonString() != own?.ToJsonString())
        {
            differences.Add($"{at}: {official?.ToJsonString()} there, {own?.ToJsonString()} here");
        }
    }

    private static bool IsWords(string name, string at) =>
        name.StartsWith("x-", StringComparison.Ordinal) || (Words.Contains(name) && !at.EndsWith("/properties", StringComparison.Ordinal));

    /// <summary>Members of a list by what they are called, as their order says nothing.</summary>
    private static JsonObject Keyed(JsonArray list) => new(list.Select((m, i) => KeyValuePair.Create<string, JsonNode?>(
        m switch
        {
            JsonObject o when o["name"] is { } name => (string)name!,
            JsonObject => i.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => m!.ToJsonString(),
        },
        m!.DeepClone())));
}
