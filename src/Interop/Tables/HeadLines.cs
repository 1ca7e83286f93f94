using System.Globalization;
using Trellis.Core.Competencies;
using Trellis.Core.Text;

namespace Trellis.Interop.Tables;

/// <summary>What a table of ours says of the framework itself: keys and values, which <see cref="CsvHead"/> reads.</summary>
internal static class HeadLines
{
    private const string InstantForm = "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ";

    public static IEnumerable<(string Key, string Value)> Of(OutgoingModel model, string format, string? linkAuthor)
    {
        var (framework, version) = (model.Framework, model.Version);
        IEnumerable<(string Key, string? Value)> all =
        [
            ("format", format),
            ("identifier", framework.Id.ToString("D")),
            .. Texts("title", version.Title, version.Language),
            ("publisher", framework.Publisher),
            ("language", version.Language),
            ("version", version.Number),
            ("kind", framework.Kind.ToString()),
            ("industries", List(framework.Industries)),
            .. Texts("description", version.Description, version.Language),
            .. Texts("notice", version.Notice, version.Language),
            ("uri", framework.Uri),
            ("ctid", framework.Ctid),
            ("slug", framework.Slug.Length > 0 ? framework.Slug : null),
            ("adoptionStatus", version.AdoptionStatus),
            ("statusStart", Day(version.StatusStart)),
            ("statusEnd", Day(version.StatusEnd)),
            ("published", version.PublishedAt is { } at ? Instant(at) : null),
            ("changed", Instant(version.ChangedAt)),
            ("changeSummary", version.ChangeSummary),
            ("champions", List(version.Champions)),
            ("sources", List(version.Sources)),
            ("linkAuthor", linkAuthor),
            ("extensions", version.Extensions),
        ];
        return all.Where(l => l.Value is not null).Select(l => (l.Key, l.Value!));
    }

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString(InstantForm, CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string?)> Texts(string key, LanguageText? text, string main) =>
        text?.Values.Select(v => (v.Key == main ? key : $"{key}@{v.Key}", (string?)v.Value)) ?? [];

    private static string? List(IReadOnlyList<string> values) => values.Count == 0 ? null : CsvCell.Join(values);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
