using System.Text.Json;
using Microsoft.OpenApi;

namespace Trellis.Web.Api;

/// <summary>Makes the description say what answers really are: what is unknown is left out of them, and numbers are numbers.</summary>
internal static class ApiSchemas
{
    public static void Correct(OpenApiSchema schema)
    {
        if (schema.Required is { Count: > 0 } required && schema.Properties is { } properties)
            schema.Required = required.Where(name => !CanBeNull(properties[name])).ToHashSet(StringComparer.Ordinal);
        // The framework lets callers write numbers as texts; answers never do.
        if (schema.Type is not { } type || !type.HasFlag(JsonSchemaType.String) || !(type.HasFlag(JsonSchemaType.Integer) || type.HasFlag(JsonSchemaType.Number)))
            return;
        schema.Type = type & ~JsonSchemaType.String;
        schema.Pattern = null;
    }

    public static void Correct(OpenApiParameter parameter)
    {
        if (parameter.In != ParameterLocation.Query)
            return;
        // Names of query parameters are read in any case; they are written as the fields of answers are.
        parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);
        if (parameter.Name is "limit" or "offset")
            parameter.Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
    }

    private static bool CanBeNull(IOpenApiSchema schema) =>
        schema.Type?.HasFlag(JsonSchemaType.Null) == true || schema.OneOf?.Any(o => o.Type == JsonSchemaType.Null) == true;
}
