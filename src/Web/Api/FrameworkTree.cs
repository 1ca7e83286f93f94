using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Competencies;

namespace Trellis.Web.Api;

/// <summary>
/// Writes a tree as one JSON object, <see cref="FrameworkTreeResource"/>, node by node as it is read: a framework of any size goes
/// out without standing in memory.
/// </summary>
internal sealed class FrameworkTree(Stream stream, string language) : IAsyncDisposable
{
    /// <summary>Bytes that may wait before they are sent on.</summary>
    private const int MostPending = 16 * 1024;

    private readonly Utf8JsonWriter _json = new(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    private readonly Stack<OutlineNode> _open = [];

    public async Task WriteAsync(Model model, IAsyncEnumerable<OutlineNode> nodes, CancellationToken stop)
    {
        _json.WriteStartObject();
        _json.WriteString("slug", model.Slug);
        _json.WriteString("version", model.Version.Number);
        _json.WriteString("title", model.Version.Title.In(language));
        _json.WriteString("language", model.Version.Title.LanguageFor(language));
        _json.WriteStartArray("tree");
        await foreach (var node in nodes.WithCancellation(stop))
        {
            while (_open.TryPeek(out var last) && !node.IsWithin(last))
                Close();
            Open(node);
            if (_json.BytesPending > MostPending)
                await _json.FlushAsync(stop);
        }
        while (_open.Count > 0)
            Close();
        _json.WriteEndArray();
        _json.WriteEndObject();
        await _json.FlushAsync(stop);
    }

    private void Open(OutlineNode node)
    {
        _json.WriteStartObject();
        _json.WriteString("id", node.Id);
        _json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(node.Kind.ToString()));
        if (node.Tier is { } tier)
            _json.WriteNumber("tier", tier);
        if (node.Notation is { } notation)
            _json.WriteString("notation", notation);
        if (node.Label is { } label)
            _json.WriteString("label", label.In(language));
        _json.WriteString("text", node.Text.In(language));
        _json.WriteNumber("below", node.Size);
        _json.WriteStartArray("children");
        _open.Push(node);
    }

    private void Close()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _open.Pop();
    }

    public ValueTask DisposeAsync() => _json.DisposeAsync();
}
