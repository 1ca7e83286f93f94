using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;

namespace Trellis.Web.Api;

/// <summary>The description of /api/v1 (OpenAPI 3.1), made from the endpoints themselves. A copy stands beside this file; a test compares the two.</summary>
public static class ApiDocument
{
    public const string Name = "v1";

    /// <summary>Where an operation has an address that answers on a server with nothing but what ships.</summary>
    public const string ExampleKey = "x-example";

    private const string Root = "api/v1/";

    public static void AddApiDocument(this IServiceCollection services)
    {
        // Only the description reads this: answers are written as ApiAnswer.Json says, and the two agree.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.ShouldInclude = description => description.RelativePath?.StartsWith(Root, StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new()
                {
                    Title = "Trellis",
                    Version = "v1",
                    Description = "Competency frameworks, occupations, labor market, demand and training, to read by anybody. Every figure says its state and its source; a missing one is never zero. "
                        + "Lists come page by page with a Link header, carry an ETag, and many come as CSV to who asks for text/csv. Errors are problem details (RFC 9457).",
                };
                // The address differs from installation to installation.
                document.Servers = [];
                return Task.CompletedTask;
            });
            options.AddSchemaTransformer((schema, _, _) =>
            {
                ApiSchemas.Correct(schema);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer((operation, _, _) =>
            {
                foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                    ApiSchemas.Correct(parameter);
                if (ApiExamples.Of(operation.OperationId) is { } example)
                    (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[ExampleKey] = new JsonNodeExtension(example.Address);
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi().AllowAnonymous().RequireCors(PublicReads.Policy);
}
