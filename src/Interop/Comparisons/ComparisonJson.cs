using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Competencies.Comparison;

namespace Trellis.Interop.Comparisons;

/// <summary>A comparison as one JSON object: the models, how much they share by place, and every statement with its matches and the words they rest on.</summary>
public static class ComparisonJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    public static string Write(ModelComparison comparison) => JsonSerializer.Serialize(ComparisonFile.Of(comparison), Options);
}
