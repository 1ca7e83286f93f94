using Trellis.Core.Competencies;

namespace Trellis.Web;

/// <content>Addresses of documents and worksheets over a model.</content>
public static partial class Links
{
    /// <summary>The page on which a worksheet is chosen.</summary>
    public static string Worksheets(Model model) => OfVersion(model, "worksheets");

    /// <summary>The worksheet itself; its kind, format and parts follow in the query.</summary>
    public static string WorksheetFile(Model model) => $"/models/{model.Slug}/worksheet";

    public static string EmployerPack(Model model) => OfVersion(model, "employer-pack");

    /// <summary>The same page for a form, whose fields make the query.</summary>
    public static string EmployerPackPage(Model model) => $"/models/{model.Slug}/employer-pack";

    /// <summary>The documents of an employer, whose query says what they are about.</summary>
    public static string EmployerPackFile(Model model) => $"/models/{model.Slug}/employer-pack.docx";

    public static string EmployerPackPrint(Model model) => $"/models/{model.Slug}/employer-pack/print";

    /// <summary>The number of a version where it is not the current one, for the query of an address.</summary>
    public static string? Number(Model model) => model.Version.Key == model.Framework.CurrentVersionKey ? null : model.Version.Number;

    private static string OfVersion(Model model, string page) =>
        $"/models/{model.Slug}/{page}" + (Number(model) is { } number ? "?v=" + Uri.EscapeDataString(number) : "");
}
