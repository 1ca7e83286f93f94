using System.Text.Json.Serialization;

namespace Trellis.Web.Api;

/// <summary>The description of /api/v1 for programs, at /api/v1/openapi.json and in the tree beside this file; a test compares the two.</summary>
public static class OpenApiDocument
{
    private const string Name = "v1";
    private const string Root = "api/v1/";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddOpenApi(Name, options =>
        {
            options.ShouldInclude = description => description.RelativePath?.StartsWith(Root, StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Trellis", Version = "1", Description = "Competency models, occupations, labor market and training. Every figure says its source, release and period; a missing one says why." };
                // The address differs from one installation to the next.
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/api/{documentName}/openapi.json").AllowAnonymous();
}
