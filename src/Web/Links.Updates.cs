using System.Globalization;

namespace Trellis.Web;

/// <content>Addresses under which an edited table of a model comes back.</content>
public static partial class Links
{
    public const string UpdateUpload = "/models/{slug}/update/upload";
    public const string UpdateApply = "/models/{slug}/update/apply";

    public static string Update(string slug) => $"{Model(slug)}/update";

    /// <summary>What a file that was sent would change.</summary>
    public static string UpdatePreview(string slug, Guid upload, bool removesMissing) =>
        string.Create(CultureInfo.InvariantCulture, $"{Update(slug)}?upload={upload}") + (removesMissing ? "&remove=1" : "");

    public static string UpdateFault(string slug, string fault) => $"{Update(slug)}?fault={fault}";

    /// <summary>Where a form of the page goes.</summary>
    public static string UpdateForm(string address, string slug) => address.Replace("{slug}", slug, StringComparison.Ordinal);
}
