using Trellis.Core.Competencies;
using Trellis.Interop;

namespace Trellis.Web;

/// <summary>Every address inside the site.</summary>
public static class Links
{
    public const string Home = "/";
    public const string Models = "/models";
    public const string Compare = "/models/compare";
    public const string Import = "/models/import";
    public const string ImportUpload = "/models/import/upload";
    public const string ImportLoad = "/models/import/load";
    public const string Search = "/search";

    /// <summary>A model in its current version, or in the version shown when that is another.</summary>
    public static string Model(Model model) => model.Version.Key == model.Framework.CurrentVersionKey
        ? Model(model.Slug)
        : $"/models/{model.Slug}/v/{Uri.EscapeDataString(model.Version.Number)}";

    public static string Model(string slug) => $"/models/{slug}";

    public static string Statement(string slug, Guid id) => $"/models/{slug}/statements/{id}";

    public static string ImportPreview(Guid upload, ImportMode mode) => $"{Import}?upload={upload}&mode={mode.ToString().ToLowerInvariant()}";

    public static string ImportFault(string fault) => $"{Import}?fault={fault}";

    public static string ImportReport(Guid id) => $"{Import}/reports/{id}";

    /// <summary>A version as a file: "csv" or "json".</summary>
    public static string Download(Model model, string ending) => $"{Model(model)}.{ending}";

    public static string Language(string to, string back) => $"/language/{to}?back={Uri.EscapeDataString(back)}";
}
