using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Core.Text;
using Trellis.Interop.Case;

namespace Trellis.Web.Api;

/// <summary>
/// The description of the provider as OpenAPI 3.0, which the standard wants served by its own name. Made from the endpoints that
/// are mapped and from the classes by which everything is written.
/// </summary>
public static class CaseDescription
{
    public const string Path = "/discovery/imscasev1p1_openapi3_v1p0.json";

    private const string Json = "application/json";

    private static readonly JsonSerializerOptions Indented = new(TextJson.Options) { WriteIndented = true };

    private static readonly (string Name, string What)[] Groups =
    [
        ("AssociationsManager", "Links between items, documents and other nodes."),
        ("DefinitionsManager", "What the items and associations of a framework refer to: concepts, subjects, licenses, types of items and groupings."),
        ("DocumentsManager", "The frameworks that this server offers."),
        ("ItemsManager", "Single statements of a framework."),
        ("PackagesManager", "Whole frameworks."),
        ("RubricsManager", "Rubrics that came with a framework."),
    ];

    private static readonly string[] Relations = ["first", "prev", "next", "last"];

    private static readonly string[] Refusals = ["400", "401", "403", "404", "429", "500", "default"];

    public static byte[] Of(EndpointDataSource endpoints, string address)
    {
        var operations = endpoints.Endpoints.Where(e => e.Metadata.GetMetadata<CaseEdition>() == CaseEdition.V1p1)
            .Select(e => e.Metadata.GetMetadata<CaseOperation>()).OfType<CaseOperation>().OrderBy(o => o.Path, StringComparer.Ordinal);
        var paths = new JsonObject();
        foreach (var operation in operations)
            paths[operation.Path] = new JsonObject { ["get"] = Operation(operation) };
        var description = new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject
            {
                ["title"] = "Trellis: provider of CASE 1.1",
                ["version"] = CaseEdition.V1p1.Number,
                ["description"] = "Competency frameworks to read, as CASE 1.1 of 1EdTech describes it. Tested against that standard, not certified.",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = address + CaseEdition.V1p1.Path }),
            ["tags"] = new JsonArray([.. Groups.Select(g => new JsonObject { ["name"] = g.Name, ["description"] = g.What })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = CaseSchemas.All() },
        };
        return JsonSerializer.SerializeToUtf8Bytes(description, Indented);
    }

    private static JsonObject Operation(CaseOperation operation)
    {
        var responses = new JsonObject { ["200"] = Response("What was asked for.", operation.Answer.Name, operation.IsList) };
        foreach (var code in Refusals)
            responses[code] = Response("The request was refused; the answer says why.", CaseSchemas.Status, false);
        return new()
        {
            ["operationId"] = operation.Name,
            ["summary"] = operation.IsList ? "Lists the documents." : $"Reads one object of {operation.Collection}.",
            ["tags"] = new JsonArray(operation.Group),
            ["parameters"] = operation.IsList ? ListParameters() : new JsonArray(Parameter("sourcedId", "path", new() { ["type"] = "string" }, "The identifier.")),
            ["responses"] = responses,
        };
    }

    private static JsonObject Response(string what, string schema, bool isList)
    {
        var response = new JsonObject { ["description"] = what };
        if (isList)
        {
            response["headers"] = new JsonObject
            {
                ["X-Total-Count"] = new JsonObject { ["description"] = "How many documents there are.", ["schema"] = new JsonObject { ["type"] = "integer" } },
                ["Link"] = new JsonObject { ["description"] = "The first, previous, next and last page.", ["schema"] = new JsonObject { ["type"] = "string" } },
            };
        }
        response["content"] = new JsonObject { [Json] = new JsonObject { ["schema"] = CaseSchemas.Reference(schema) } };
        if (isList)
            response["links"] = new JsonObject(Relations.Select(r => KeyValuePair.Create<string, JsonNode?>(r, Page(r))));
        return response;
    }

    /// <summary>Another page of the list, in the expressions of the official file.</summary>
    private static JsonObject Page(string relation) => new()
    {
        ["operationId"] = "getAllCFDocuments",
        ["description"] = $"The {relation} page.",
        ["parameters"] = new JsonObject { ["limit"] = "$request.path.limit", ["offset"] = "$request.path.offset" },
    };

    private static JsonArray ListParameters() => new(
        Parameter("limit", "query", Whole(1, CaseQuery.UsualLimit), "The most documents to send."),
        Parameter("offset", "query", Whole(0, 0), "How many documents to pass over."),
        Parameter("sort", "query", new() { ["type"] = "string" }, "The field to sort by."),
        Parameter("orderBy", "query", new() { ["type"] = "string", ["enum"] = new JsonArray("asc", "desc") }, "The direction of sorting."),
        Parameter("filter", "query", new() { ["type"] = "string" }, "A comparison such as title~'math', or two joined by AND or OR."),
        Parameter("fields", "query", new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } }, "The fields to send."));

    private static JsonObject Whole(int least, int usual) =>
        new() { ["type"] = "integer", ["format"] = "int32", ["minimum"] = least, ["default"] = usual };

    private static JsonObject Parameter(string name, string place, JsonObject schema, string what)
    {
        var isPath = place == "path";
        var parameter = new JsonObject
        {
            ["name"] = name,
            ["in"] = place,
            ["description"] = what,
            ["required"] = isPath,
            ["schema"] = schema,
            ["style"] = isPath ? "simple" : "form",
        };
        if (!isPath)
            parameter["allowEmptyValue"] = false;
        return parameter;
    }
}
