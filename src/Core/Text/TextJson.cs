using System.Text.Encodings.Web;
using System.Text.Json;

namespace Trellis.Core.Text;

/// <summary>How values are written as JSON into columns: compact, letters of every script as they are.</summary>
public static class TextJson
{
    public static JsonSerializerOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
