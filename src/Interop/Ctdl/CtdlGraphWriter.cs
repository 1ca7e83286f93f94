using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Ctdl;

/// <summary>
/// Writes a framework as a CTDL-ASN graph, node by node. In memory stand its links and, of each statement, identifier and address; the
/// same version and public address give the same bytes.
/// </summary>
public static class CtdlGraphWriter
{
    /// <summary>Raised whenever the same version would go out as other bytes, so that nobody keeps what an earlier program wrote.</summary>
    public const int Revision = 1;

    /// <summary>Bytes that may wait before they are sent on.</summary>
    private const int MostPending = 64 * 1024;

    /// <summary>Writes the graph of a framework, node by node.</summary>
    /// <param name="model">What to write.</param>
    /// <param name="address">Where this server is public; what has no address of its publisher is named below it.</param>
    /// <param name="stream">Takes the graph; only written to asynchronously.</param>
    /// <param name="stop">Ends the work.</param>
    public static async Task WriteAsync(OutgoingModel model, string address, Stream stream, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(stream, Options);
        var graph = await CtdlGraph.ReadAsync(model, address, stop);
        json.WriteStartObject();
        json.WriteString("@context", CtdlTerms.Context);
        json.WriteString("@id", CtdlKept.BesideRoot(model.Version, CtdlFields.Graph) is { } given && CtdlAddresses.IsAddress(given) ? given : graph.Addresses.Graph);
        json.WriteStartArray("@graph");
        graph.Framework().Write(json);
        // Whoever waits for the graph sees at once that it comes.
        await json.FlushAsync(stop);
        await foreach (var statement in model.Statements().WithCancellation(stop))
        {
            graph.Statement(statement).Write(json);
            if (json.BytesPending > MostPending)
                await json.FlushAsync(stop);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    internal static JsonWriterOptions Options => new() { Encoder = TextJson.Options.Encoder, SkipValidation = true };
}
