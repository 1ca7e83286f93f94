using System.Text.Json;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Documents;

/// <summary>The title page: what the framework is, who stands behind it, which edition this is and what readers must know of it.</summary>
internal static class DocumentFront
{
    private static readonly string[] Licenses = ["licenseText", "licenseTitle", "license", "licenseURI"];

    /// <summary>"Trellis, version 1.0".</summary>
    public static string Edition(OutgoingModel model, DocumentWords words) => model.Framework.Publisher.Length > 0
        ? words["{0}, version {1}", model.Framework.Publisher, model.Version.Number]
        : words["Version {0}", model.Version.Number];

    public static void Write(WordBody body, OutgoingModel model)
    {
        var (version, words) = (model.Version, body.Words);
        body.Add("Title", WordRun.Of(version.Title, words));
        body.Add("Subtitle", Edition(model, words));
        if (version.Notice is { } notice)
            body.Add("Notice", WordRun.Of(notice, words));
        if (version.Description is { } description)
            body.Add(null, WordRun.Of(description, words));
        foreach (var (name, value) in Facts(model, words).Where(f => !string.IsNullOrWhiteSpace(f.Value)))
            body.Add(null, new WordRun(name + ": ") { Style = "Strong" }, new WordRun(value!));
        if (version.Sources.Count > 0)
            body.Add(null, new WordRun(words["Sources"] + ":") { Style = "Strong" });
        foreach (var source in version.Sources)
            body.Bullet(PlainText.Of(source));
        body.PageBreak();
    }

    private static IEnumerable<(string Name, string? Value)> Facts(OutgoingModel model, DocumentWords words)
    {
        var (framework, version) = (model.Framework, model.Version);
        yield return (words["Publisher"], framework.Publisher);
        yield return (words["Version"], version.Number);
        yield return (words["Status"], Status(version.Status, words));
        yield return (words["Publisher's own status"], version.AdoptionStatus);
        yield return (words["Published"], version.PublishedAt is { } at ? words.Day(at) : null);
        yield return (words["Last changed"], words.Day(version.ChangedAt));
        yield return (words["In force from"], version.StatusStart?.ToString("d", words.Culture));
        yield return (words["In force until"], version.StatusEnd?.ToString("d", words.Culture));
        yield return (words["What changed"], version.ChangeSummary is { } changed ? PlainText.Of(changed) : null);
        yield return (words["Champions"], string.Join(", ", version.Champions));
        yield return (words["Statements"], version.Statements.ToString("N0", words.Culture));
        yield return (words["License"], License(version.Extensions));
        yield return (words["Lasting identifier"], framework.Id.ToString());
        yield return (words["Registry identifier (CTID)"], framework.Ctid);
        yield return (words["Address at its publisher"], framework.Uri);
    }

    private static string Status(VersionStatus status, DocumentWords words) => status switch
    {
        VersionStatus.Draft => words["Draft"],
        VersionStatus.InReview => words["In review"],
        VersionStatus.Published => words["Published"],
        VersionStatus.Superseded => words["Replaced by a newer version"],
        _ => words["Retired"],
    };

    /// <summary>What the source says of a license, which we do not model and keep as it came.</summary>
    private static string? License(string? extensions)
    {
        if (extensions is null)
            return null;
        using var json = JsonDocument.Parse(extensions);
        foreach (var name in Licenses)
        {
            if (!json.RootElement.TryGetProperty(name, out var value))
                continue;
            if (value.ValueKind == JsonValueKind.Object && (value.TryGetProperty("title", out var title) || value.TryGetProperty("uri", out title)))
                value = title;
            if (value.ValueKind == JsonValueKind.String)
                return PlainText.Of(value.GetString()!);
        }
        return null;
    }
}
