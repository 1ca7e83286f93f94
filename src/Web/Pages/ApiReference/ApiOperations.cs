using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Trellis.Web.Api;

namespace Trellis.Web.Pages.ApiReference;

/// <summary>The operations of the API as the description of the running program has them, group by group; read once.</summary>
public sealed class ApiOperations([FromKeyedServices(ApiDocument.Name)] IOpenApiDocumentProvider provider)
{
    private static readonly string[] Order = ["Frameworks", "Requirements", "Occupations", "Labor market", "Demand", "Training"];

    private IReadOnlyList<ApiGroup>? _groups;

    public async Task<IReadOnlyList<ApiGroup>> ReadAsync(CancellationToken stop) => _groups ??= Groups(await provider.GetOpenApiDocumentAsync(stop));

    private static List<ApiGroup> Groups(OpenApiDocument document) => [.. document.Paths
        .SelectMany(p => (p.Value.Operations ?? []).Select(o => ApiOperation.Of(p.Key, o.Key, o.Value)))
        .GroupBy(o => o.Tag, StringComparer.Ordinal)
        .OrderBy(g => Array.IndexOf(Order, g.Key) is >= 0 and var place ? place : Order.Length)
        .Select(g => new ApiGroup(g.Key, [.. g]))];
}

/// <summary>Operations that belong together.</summary>
public sealed record ApiGroup(string Name, IReadOnlyList<ApiOperation> Operations)
{
    public string Anchor => Name.ToLowerInvariant().Replace(' ', '-');
}

/// <summary>One operation: its address, what can be asked with it, and an example that this server answers.</summary>
public sealed record ApiOperation(string Id, string Tag, string Method, string Path, string Summary)
{
    public required IReadOnlyList<ApiParameter> Parameters { get; init; }
    public required IReadOnlyList<string> Types { get; init; }
    public ApiExample? Example { get; init; }

    public static ApiOperation Of(string path, HttpMethod method, OpenApiOperation operation) =>
        new(operation.OperationId!, operation.Tags?.FirstOrDefault()?.Name ?? "", method.Method, path, operation.Summary ?? "")
        {
            Parameters = [.. (operation.Parameters ?? []).Select(p => new ApiParameter(p.Name!, p.Description, p.In == ParameterLocation.Path))],
            Types = [.. operation.Responses?.GetValueOrDefault("200")?.Content?.Keys ?? []],
            Example = ApiExamples.Of(operation.OperationId),
        };
}

/// <summary>Something that an operation can be asked with.</summary>
public sealed record ApiParameter(string Name, string? Description, bool IsInPath);
