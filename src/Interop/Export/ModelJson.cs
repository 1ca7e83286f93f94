using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Export;

/// <summary>
/// A framework as one JSON object: format, framework, version, statements in tree order with their parents, alignments.
/// docs/model-json.md describes it.
/// </summary>
public static class ModelJson
{
    public const string Format = "trellis-json 1";

    /// <summary>Bytes that may wait before they are sent on.</summary>
    private const int MostPending = 64 * 1024;

    public static async Task WriteAsync(OutgoingModel model, Stream stream, CancellationToken stop)
    {
        await using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", Format);
        WriteFramework(json, model.Framework);
        WriteVersion(json, model.Version);
        json.WriteStartArray("statements");
        await foreach (var statement in model.Statements().WithCancellation(stop))
        {
            WriteStatement(json, statement);
            await SendAsync(json, stop);
        }
        json.WriteEndArray();
        json.WriteStartArray("alignments");
        foreach (var alignment in model.Alignments)
        {
            WriteAlignment(json, alignment);
            await SendAsync(json, stop);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(stop);
    }

    private static async ValueTask SendAsync(Utf8JsonWriter json, CancellationToken stop)
    {
        if (json.BytesPending > MostPending)
            await json.FlushAsync(stop);
    }

    private static void WriteFramework(Utf8JsonWriter json, Framework framework)
    {
        json.WriteStartObject("framework");
        json.WriteString("id", framework.Id);
        json.WriteString("slug", framework.Slug);
        Write(json, "uri", framework.Uri);
        Write(json, "ctid", framework.Ctid);
        json.WriteString("kind", framework.Kind.ToString());
        json.WriteString("publisher", framework.Publisher);
        Write(json, "industries", framework.Industries);
        json.WriteEndObject();
    }

    private static void WriteVersion(Utf8JsonWriter json, FrameworkVersion version)
    {
        json.WriteStartObject("version");
        json.WriteString("number", version.Number);
        json.WriteString("status", version.Status.ToString());
        Write(json, "title", version.Title);
        Write(json, "description", version.Description);
        Write(json, "notice", version.Notice);
        json.WriteString("language", version.Language);
        Write(json, "languages", version.Languages);
        Write(json, "adoptionStatus", version.AdoptionStatus);
        Write(json, "statusStart", version.StatusStart?.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "statusEnd", version.StatusEnd?.ToString("O", CultureInfo.InvariantCulture));
        Write(json, "published", version.PublishedAt);
        Write(json, "changed", version.ChangedAt);
        Write(json, "changeSummary", version.ChangeSummary);
        Write(json, "champions", version.Champions);
        Write(json, "sources", version.Sources);
        json.WriteString("contentHash", version.ContentHash);
        WriteExtensions(json, version.Extensions);
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id", statement.Id);
        Write(json, "parent", statement.ParentId?.ToString("D"));
        json.WriteNumber("depth", statement.Depth);
        json.WriteString("kind", statement.Kind.ToString());
        if (statement.Tier is { } tier)
            json.WriteNumber("tier", tier);
        Write(json, "notation", statement.Notation);
        Write(json, "label", statement.Label);
        Write(json, "text", statement.Text);
        Write(json, "notes", statement.Notes);
        if (statement.Keywords is { } keywords)
        {
            json.WriteStartObject("keywords");
            foreach (var (language, words) in keywords.Values)
                Write(json, language, words);
            json.WriteEndObject();
        }
        Write(json, "type", statement.TypeLabel);
        Write(json, "uri", statement.Uri);
        Write(json, "derivedFrom", statement.DerivedFrom);
        Write(json, "changed", statement.ChangedAt);
        WriteExtensions(json, statement.Extensions);
        json.WriteEndObject();
    }

    private static void WriteAlignment(Utf8JsonWriter json, Alignment alignment)
    {
        json.WriteStartObject();
        LinkJson.WriteMembers(json, alignment);
        Write(json, "changed", alignment.ChangedAt);
        WriteExtensions(json, alignment.Extensions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, LanguageText? text)
    {
        if (text is null)
            return;
        json.WriteStartObject(name);
        foreach (var (language, words) in text.Values)
            json.WriteString(language, words);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string? value) => LinkJson.Write(json, name, value);

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? at)
    {
        if (at is { } instant)
            json.WriteString(name, instant.UtcDateTime);
    }

    private static void WriteExtensions(Utf8JsonWriter json, string? extensions)
    {
        if (extensions is null)
            return;
        json.WritePropertyName("extensions");
        json.WriteRawValue(extensions);
    }
}
