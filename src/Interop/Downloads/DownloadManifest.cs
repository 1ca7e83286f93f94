using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Interop.Downloads;

/// <summary>Everything that can be downloaded at one time: the edition of the whole and its files.</summary>
public sealed record DownloadManifest(string Format, string Edition, IReadOnlyList<DownloadFile> Files)
{
    public const string Name = "manifest.json";
    public const string FormatName = "trellis-download 1";

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
