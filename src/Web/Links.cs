using System.Globalization;
using Trellis.Core.Competencies;
using Trellis.Interop;

namespace Trellis.Web;

/// <summary>Every address inside the site.</summary>
public static partial class Links
{
    public const string Home = "/";
    public const string Models = "/models";
    public const string Compare = "/models/compare";
    public const string Import = "/models/import";
    public const string ImportUpload = "/models/import/upload";
    public const string ImportLoad = "/models/import/load";
    public const string Search = "/search";

    /// <summary>Below it stand reads that answer like O*NET's own services.</summary>
    public const string OnetServices = "/onet";

    /// <summary>A model in its current version, or in the version shown when that is another.</summary>
    public static string Model(Model model) => model.Version.Key == model.Framework.CurrentVersionKey
        ? Model(model.Slug)
        : Version(model.Slug, model.Version.Number);

    /// <summary>One of the views of a model: "6", "outline", "about" or "print"; null is the picture it opens with.</summary>
    public static string Model(Model model, string? view) => view is null ? Model(model) : $"{Model(model)}?view={view}";

    public static string Model(string slug) => $"/models/{slug}";

    public static string Version(string slug, string number) => $"/models/{slug}/v/{Uri.EscapeDataString(number)}";

    public static string Statement(string slug, Guid id) => $"/models/{slug}/statements/{id}";

    /// <summary>A statement in the version shown.</summary>
    public static string Statement(Model model, Guid id) =>
        Statement(model.Slug, id, model.Version.Key == model.Framework.CurrentVersionKey ? null : model.Version.Number);

    public static string Statement(LinkedStatement linked) => Statement(linked.Slug, linked.Node.Id, linked.Number);

    public static string Statement(string slug, Guid id, string? number) =>
        Statement(slug, id) + (number is null ? "" : "?v=" + Uri.EscapeDataString(number));

    public static string CompareWith(Model model) => $"{Compare}?m={model.Slug}";

    public static string ImportPreview(Guid upload, ImportMode mode) => $"{Import}?upload={upload}&mode={mode.ToString().ToLowerInvariant()}";

    public static string ImportFault(string fault) => $"{Import}?fault={fault}";

    public static string ImportReport(Guid id) => $"{Import}/reports/{id}";

    /// <summary>A version as a file: "csv" or "json".</summary>
    public static string Download(Model model, string ending) => $"{Model(model)}.{ending}";

    /// <summary>A version as a table of another system: "moodle.csv".</summary>
    public static string DownloadFor(Model model, string file) => $"{Model(model)}/{file}";

    public static string Language(string to, string back) => $"/language/{to}?back={Uri.EscapeDataString(back)}";

    /// <summary>The address with one of its query values set, or taken away where it is null.</summary>
    public static string With(string address, string name, object? value)
    {
        var parts = address.Split('?', 2);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(parts.ElementAtOrDefault(1));
        query.Remove(name);
        if (value is not null)
            query[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(parts[0], query);
    }
}
