using Trellis.Core.Competencies;
using Trellis.Interop.Case;

namespace Trellis.Web;

/// <summary>Addresses for programs: the API, feeds, downloads of everything, and what describes them.</summary>
public static partial class Links
{
    public const string Api = "/api";
    public const string ApiRoot = "/api/v1";
    public const string ApiDescription = "/openapi/v1.json";

    /// <summary>Everything public as files.</summary>
    public const string Downloads = "/downloads";

    public const string DownloadsManifest = Downloads + "/manifest.json";

    public static string Download(string file) => $"{Downloads}/{file}.jsonl.gz";

    /// <summary>The package of a framework's current version.</summary>
    public static string CasePackage(Model model, CaseEdition edition) => $"{edition.Path}/CFPackages/{CaseAddresses.Text(model.Framework.Id)}";

    /// <summary>The feed of new versions of all models.</summary>
    public const string Feed = "/models/feed";

    public static string FeedOf(string slug) => $"/models/{slug}/feed";

    public static string ApiFramework(string slug, string? part = null, string? number = null) =>
        $"{ApiRoot}/frameworks/{slug}{(part is null ? "" : "/" + part)}{(number is null ? "" : "?version=" + Uri.EscapeDataString(number))}";
}
