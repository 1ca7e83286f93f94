using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Trellis.Interop.Mcp;

/// <summary>
/// The tools by which a language model reads what is public here, over the Model Context Protocol; docs/mcp.md lists them. They only
/// read, and say of every figure where it comes from. Both doors serve the same.
/// </summary>
public static class McpTools
{
    public const string Instructions =
        "Trellis is a clearinghouse of competency models, occupations, labor-market figures and training programs. Everything here is public and only read. "
        + "Every figure has a state (value, top-coded, suppressed, not-reported, not-applicable), a source and a period: give them on when you use it, and never take a missing figure for zero. "
        + "Names of models are slugs from search_models, occupations are O*NET-SOC or SOC codes from find_occupation, areas are codes from find_area. "
        + "Models marked as starter models were not validated by an industry body; say so.";

    private static readonly Type[] Groups = [typeof(ModelTools), typeof(CompareTools), typeof(OccupationTools), typeof(MarketTools), typeof(DemandTools), typeof(ProgramTools)];

    /// <summary>How answers are written: as the API writes them.</summary>
    public static JsonSerializerOptions Json { get; } = Options();

    public static Implementation Server { get; } = new() { Name = "trellis", Title = "Trellis", Version = "1.0" };

    /// <summary>All tools; what they need they take from the services of the program that serves them.</summary>
    public static IReadOnlyList<McpServerTool> All { get; } = [.. Groups.SelectMany(g => g.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(m => m.GetCustomAttribute<McpServerToolAttribute>() is not null)
        .Select(m => new AnsweringTool(McpServerTool.Create(m, request => ActivatorUtilities.CreateInstance(request.Services!, g), new() { SerializerOptions = Json }))))];

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
            NumberHandling = JsonNumberHandling.Strict,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly();
        return options;
    }
}
