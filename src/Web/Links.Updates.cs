using System.Globalization;

namespace Trellis.Web;

/// <content>Addresses under which tables come in: edited ones of a model, and those of others.</content>
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

    public const string ImportColumns = "/models/import/columns";
    public const string ImportColumnsLoad = "/models/import/columns/load";
    public const string ImportColumnsFile = "/models/import/columns/mapping.yaml";

    /// <summary>Where a person says what the columns of a table mean.</summary>
    public static string ImportColumnsOf(Guid upload) => $"{ImportColumns}?upload={upload}";

    /// <summary>The choices of a person as a file, for the next table of the same form.</summary>
    internal static string ImportMapping(Guid upload, ColumnForm form) =>
        Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString($"{ImportColumnsFile}?upload={upload}", form.Fields);
}
